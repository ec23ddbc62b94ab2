// Stands in for the reading thread: what a file's name asks for happens to the thread.
import { parentPort } from 'node:worker_threads'

const acts = {
  'endless.html': () => {
    for (;;) Math.random()
  },
  'greedy.html': () => {
    const all = []
    for (;;) all.push(new Array(10_000).fill(all.length))
  },
  'dying.html': () => process.exit(3),
}

parentPort.on('message', ({ number, job }) => {
  console.log('a library that prints')
  acts[job.name]?.()
  const { name, content } = job
  const story = { name, text: String(content), blocks: [], marks: [], images: [], meta: {}, warnings: [] }
  const fault = name === 'broken.html' ? 'TypeError' : null
  const value = {
    story: { ...story, format: 'html', reader: 'html/1', hardWrapped: false },
    images: [],
    comments: null,
  }
  const result =
    fault === null ? { ok: true, value } : { ok: false, error: { kind: 'reading-failed', file: name } }
  parentPort.postMessage({ number, result, fault })
})
