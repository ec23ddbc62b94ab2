// Stands in for the reading thread. What a page's name asks for happens to the thread; a document is its own text,
// with two comments on its words.
import { parentPort } from 'node:worker_threads'

const endless = () => {
  for (;;) Math.random()
}

const acts = {
  'endless.html': endless,
  'endless.csv': endless,
  'greedy.html': () => {
    const all = []
    for (;;) all.push(new Array(10_000).fill(all.length))
  },
  'dying.html': () => process.exit(3),
}

const comment = (id, author, tag, note, exact) => ({
  id,
  author,
  created: '2026-11-20T10:04:00Z',
  modified: null,
  tag,
  note,
  fields: {},
  place: exact === null ? null : { quote: { exact, prefix: '', suffix: '' }, position: null },
})

const comments = {
  marks: [
    comment('0', 'Ana Ruiz', 'FACT', 'Call the port.', 'on Friday'),
    { ...comment('1', 'Ben Ito', '', 'Done: Friday it is.', null), replyTo: '0' },
    comment('2', 'Ben Ito', '', 'Who are they?', 'officials said'),
  ],
  warnings: ['One comment stood in the header and is not shown.'],
}

parentPort.on('message', ({ number, job }) => {
  console.log('a library that prints')
  acts[job.name]?.()
  const { name, format, content } = job
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  const block = { kind: 'paragraph', start: 0, end: text.length, level: 0, marker: '' }
  const story = { name, text, format, reader: `${format}/1`, blocks: [block], hardWrapped: false }
  const rest = { marks: [], images: [], meta: {}, warnings: [] }
  const value = { story: { ...story, ...rest }, images: [], comments: format === 'docx' ? comments : null }
  const isBroken = name === 'broken.html'
  const result = isBroken ? { ok: false, error: { kind: 'reading-failed', file: name } } : { ok: true, value }
  parentPort.postMessage({ number, result, fault: isBroken ? 'TypeError' : null })
})
