import type { IpcMain, WebContents, WebFrameMain } from 'electron'
import { methods } from '../../shared/desk/methods.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Client } from '../desk/host.ts'

export interface Switchboard {
  /** Only frames of this origin are answered. */
  readonly origin: string
  /** The desk's client of a window; undefined: not a window of ours. */
  clientOf(sender: WebContents): Pick<Client, 'answer'> | undefined
  /** Every answer on its way out. */
  answered(sender: WebContents, method: string, reply: Result<unknown, Failure>): void
}

/**
 * One IPC handler per method of the desk; nothing else of the program listens on IPC. Electron has no common place
 * to check senders, so every call is checked here. Arguments are checked behind `answer`.
 */
export function connectCalls(ipc: Pick<IpcMain, 'handle'>, board: Switchboard): void {
  for (const [method, from] of Object.entries(methods)) {
    ipc.handle(method, async (event, input: unknown): Promise<Result<unknown, Failure>> => {
      // Read before the first await: a frame that navigates away loses its place here.
      const client = isPage(event.senderFrame, board.origin) ? board.clientOf(event.sender) : undefined
      if (client === undefined) return err({ kind: 'forbidden' })
      const reply = await client.answer(method, input, from)
      board.answered(event.sender, method, reply)
      return reply
    })
  }
}

/** The page itself: not a frame inside it, not one that has navigated or died (null), not another origin. */
function isPage(frame: Pick<WebFrameMain, 'origin' | 'parent'> | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin
}
