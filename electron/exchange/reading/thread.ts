// The thread that reads the files of other programs, a bundle of its own. What it does wrong, or what a hostile file
// makes it do, ends here.
import { parentPort } from 'node:worker_threads'
import { placeImported } from '../../../shared/exchange/place-imported.ts'
import type { StoryFailure } from '../../../shared/failure.ts'
import { err, ok, unreachable } from '../../../shared/result.ts'
import type { Answered, Asked, Order, Outcome } from './job.ts'
import { readJob } from './read-job.ts'
import { readMarks } from './read-marks.ts'

const port = parentPort
port?.on('message', ({ number, ...order }: Asked) => {
  const send = (answered: Omit<Answered, 'number'>) => port.postMessage({ number, ...answered })
  outcomeOf(order).then(
    (result) => send({ result, fault: null }),
    (error: unknown) => send({ result: err(failureOf(error, order.job.name)), fault: faultOf(error) }),
  )
})

async function outcomeOf({ task, job }: Order): Promise<Outcome> {
  switch (task) {
    case 'story':
      return readJob(job)
    case 'marks':
      return readMarks(job)
    case 'places':
      return ok(placeImported(job.places, job.text, job.old))
    default:
      return unreachable(task)
  }
}

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
