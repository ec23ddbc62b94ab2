import { randomUUID } from 'node:crypto'
import type { StoryId } from '../../shared/units.ts'
import { makeAnswer } from './answer.ts'
import { clientApi } from './client.ts'
import type { DeskParts } from './desk.ts'
import { FolderExport } from './folder-export.ts'
import type { Client, Emit } from './host.ts'
import type { Session } from './session.ts'

// Long enough to write a note to a slow share, short enough for somebody who wants to close a window.
const FLUSH_MS = 3000

/** The stories of one window. */
export interface Shown {
  readonly open: Map<StoryId, Session>
  /** Those that it has or had open: what could not be saved of them is still its own. */
  readonly touched: Set<Session>
  readonly folderExport: FolderExport
}

/** Connects one window to the desk. */
export function connectWindow(parts: DeskParts, emit: Emit): Client {
  const shown: Shown = {
    open: new Map(),
    touched: new Set(),
    folderExport: new FolderExport(parts, emit),
  }
  const waiting = new Map<string, (left: boolean) => void>()
  const api = clientApi(parts, emit, shown, (token, left) => waiting.get(token)?.(left))
  const isDirty = () => [...shown.touched].some((session) => session.status.isUnsaved)
  return {
    answer: makeAnswer(api, parts.deps.log),
    isDirty,
    async flush() {
      const end = performance.now() + FLUSH_MS
      let left = false
      if (shown.open.size > 0) {
        const token = randomUUID()
        const handedOver = new Promise<void>((resolve) => {
          waiting.set(token, (some) => {
            left = some
            resolve()
          })
        })
        emit('flush', { token })
        await within(handedOver, FLUSH_MS)
        waiting.delete(token)
      }
      const unsaved = [...shown.touched].filter((session) => session.status.isWaiting)
      await within(Promise.all(unsaved.map((session) => session.status.tryAgain())), end - performance.now())
      return !left && !isDirty()
    },
    async close() {
      // Nobody is there any more to see what is being opened or read.
      await api.cancelOpening({})
      await api.cancelImport({})
      shown.folderExport.cancel()
      const sessions = [...shown.open.values()]
      shown.open.clear()
      for (const session of sessions) session.detach(emit)
      await Promise.all(sessions.map((session) => parts.sessions.release(session)))
    },
  }
}

/** Settles when the work does or the time is over, whichever is first. */
async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms))
  })
  await Promise.race([work, over])
  clearTimeout(timer)
}
