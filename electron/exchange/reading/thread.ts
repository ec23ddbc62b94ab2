// The thread that reads the files of other programs, a bundle of its own. What it does wrong, or what a hostile file
// makes it do, ends here.
import { parentPort } from 'node:worker_threads'
import type { StoryFailure } from '../../../shared/failure.ts'
import { err } from '../../../shared/result.ts'
import type { Answered, Asked } from './job.ts'
import { readJob } from './read-job.ts'

const port = parentPort
port?.on('message', ({ number, job }: Asked) => {
  const send = (answered: Omit<Answered, 'number'>) => port.postMessage({ number, ...answered })
  readJob(job).then(
    (result) => send({ result, fault: null }),
    (error: unknown) => send({ result: err(failureOf(error, job.name)), fault: faultOf(error) }),
  )
})

function failureOf(error: unknown, file: string): StoryFailure {
  // What V8 throws when the stack is full; it has no class of its own.
  const isDeep = error instanceof RangeError && error.message.includes('call stack')
  return { kind: isDeep ? 'reading-too-deep' : 'reading-failed', file }
}

const FRAMES = 4

/** Without the message: it may quote the story. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, FRAMES).map((line) => line.trim())].join(' ')
}
