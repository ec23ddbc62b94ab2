import type { TextSaved, TextToSave } from '../../shared/desk/contract-text.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, type Result } from '../../shared/result.ts'

// Long enough that a word is not written letter by letter, short enough that nobody waits for it.
const PAUSE_MS = 700

export interface TextAutosaveDeps {
  /** The text as it stands on the screen; null: there is no editor. */
  take(): Omit<TextToSave, 'story'> | null
  /** Hands it to the desk; answers when it is on the disk. Never rejects. */
  send(text: Omit<TextToSave, 'story'>): Promise<Result<TextSaved, Failure>>
  /** Something is to be written, or is being written. */
  onSaving(): void
  /** It is on the disk. `latest`: nothing was typed meanwhile. */
  onSaved(saved: TextSaved, latest: boolean): void
  /** It is only in this window. */
  onFailure(failure: Failure): void
}

/** Writes the edited story in the pauses of typing, one writing at a time. */
export interface TextAutosave {
  /** The person changed the text. */
  changed(): void
  /** What is on the screen is not in the file. */
  isDirty(): boolean
  /** Writes what is not written, at once. */
  flush(): Promise<Result<null, Failure>>
  /** Another text goes on: nothing of this one is left to write. */
  forget(): void
  /** Why it could not be written when it was last tried; it is not tried again by itself for the same reason. */
  hold(failure: Failure): void
  /** Nothing is written any more. */
  stop(): void
}

export function createTextAutosave(deps: TextAutosaveDeps): TextAutosave {
  /** Rises with each change. */
  let edits = 0
  let written = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<Result<null, Failure>> | null = null
  let held: Failure | null = null

  function pause(): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void write(), PAUSE_MS)
  }

  function cancel(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  async function write(): Promise<Result<null, Failure>> {
    cancel()
    while (running !== null) await running
    if (edits === written) return { ok: true, value: null }
    running = writeOnce()
    try {
      return await running
    } finally {
      running = null
    }
  }

  async function writeOnce(): Promise<Result<null, Failure>> {
    const now = edits
    const text = deps.take()
    if (text === null) return err({ kind: 'unknown-story' })
    const reply = await deps.send(text)
    if (!reply.ok) {
      held = reply.error
      deps.onFailure(reply.error)
      return reply
    }
    held = null
    written = now
    deps.onSaved(reply.value, edits === now)
    if (edits !== now) pause()
    return { ok: true, value: null }
  }

  return {
    changed() {
      edits++
      // Which text goes on is for the person to say; typing more does not settle it.
      if (held?.kind === 'text-conflict') return
      deps.onSaving()
      pause()
    },
    isDirty: () => edits !== written,
    async flush() {
      while (edits !== written) {
        if (held?.kind === 'text-conflict') return err(held)
        const result = await write()
        if (!result.ok) return result
      }
      return { ok: true, value: null }
    },
    forget() {
      cancel()
      written = edits
      held = null
    },
    hold(failure) {
      cancel()
      held = failure
      deps.onFailure(failure)
    },
    stop: cancel,
  }
}
