import { noFilter } from '../../shared/annotation/filter.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { StoryId } from '../../shared/units.ts'
import { openedAgain, openState } from './initial.ts'
import type { DeskState } from './model.ts'
import { createSession, type Session, type SessionDeps } from './session.ts'
import type { Store } from './store.ts'

type Ask = () => Promise<Result<OpenedStory, Failure>>

/** Which story is open. At most one; the one before is handed over and closed first. */
export interface Opening {
  session(): Session | null
  /** Opens what the desk gives, or shows why not and keeps the story that is open. False: it is not open. */
  open(name: string, ask: Ask): Promise<boolean>
  /** Gives up what is being opened; the story that is open stays. */
  cancel(): void
  /** False: something could not be handed over, and the person wants to stay. */
  close(): Promise<boolean>
}

export interface OpeningDeps extends SessionDeps {
  readonly store: Store<DeskState>
  fail(failure: Failure): void
  /** Asks whether changes that are only in this window may be lost. */
  mayLose(): boolean
}

export function createOpening(deps: OpeningDeps): Opening {
  const { desk, store } = deps
  let session: Session | null = null
  /** The last one asked for wins, however long each takes. */
  let asked = 0
  /** The desk gave up what was asked for before: what is asked for next must not be meant by it. */
  let givenUp: Promise<unknown> = Promise.resolve()
  /** What was asked for last, until it is on the screen or not. */
  let last: Promise<boolean> = Promise.resolve(false)

  /** What was being opened is not waited for any more, by the desk either. */
  function giveUp(): void {
    if (store.get().opening === null) return
    asked++
    givenUp = desk.cancelOpening({})
  }

  async function leave(next: OpenedStory | null): Promise<void> {
    const old = session
    if (old === null) return
    session = null
    old.end()
    if (next?.id !== old.opened.id) await desk.closeStory({ story: old.opened.id })
  }

  /** A story was opened that something else was asked for after. That may have been the same story again. */
  async function putBack(story: StoryId, mine: Promise<boolean>): Promise<void> {
    for (let newest = mine; newest !== last; ) {
      newest = last
      await newest
    }
    if (story !== session?.opened.id) await desk.closeStory({ story })
  }

  /** Everything is at the desk and on a disk, or the person gives it up. */
  async function handedOver(): Promise<boolean> {
    if (session === null) return true
    const atDesk = await session.flush()
    const { save, textSave } = store.get().open ?? {}
    const isSafe = save?.kind !== 'not-saved' && textSave?.kind !== 'not-saved'
    return (atDesk && isSafe) || deps.mayLose()
  }

  async function openNow(turn: number, ask: Ask, mine: () => Promise<boolean>): Promise<boolean> {
    // First of all: opening the same story again must bring back what was just typed.
    const free = await handedOver()
    await givenUp
    const reply = free ? await ask() : null
    if (turn !== asked) {
      if (reply?.ok) await putBack(reply.value.id, mine())
      return false
    }
    if (reply?.ok !== true) {
      store.update((state) => ({ ...state, opening: null }))
      if (reply !== null) deps.fail(reply.error)
      return false
    }
    const opened = reply.value
    const isOther = session?.opened.id !== opened.id
    void leave(opened)
    session = createSession(opened, deps)
    store.update((state) => ({
      ...state,
      opening: null,
      dialog: null,
      // A filter may name people and tags that another story has not.
      filter: isOther ? noFilter : state.filter,
      finding: false,
      open:
        isOther || state.open === null
          ? openState(opened, state.person)
          : openedAgain(state.open, opened, state.person),
    }))
    return true
  }

  return {
    session: () => session,
    open(name, ask) {
      giveUp()
      const turn = ++asked
      store.update((state) => ({ ...state, opening: name, failure: null }))
      const mine: Promise<boolean> = openNow(turn, ask, () => mine)
      last = mine
      return mine
    },
    cancel() {
      giveUp()
      store.update((state) => ({ ...state, opening: null }))
    },
    async close() {
      giveUp()
      asked++
      if (!(await handedOver())) return false
      await leave(null)
      store.update((state) => ({ ...state, open: null, opening: null }))
      return true
    },
  }
}
