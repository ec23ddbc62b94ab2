import { afterEach, describe, expect, it } from 'vitest'
import type { EditorOptions } from '../../../renderer/editor/editor-options.ts'
import type { EditorHandle } from '../../../renderer/editor/handle.ts'
import { initialState, openState } from '../../../renderer/state/initial.ts'
import { createSession, type SessionDeps } from '../../../renderer/state/session.ts'
import { createStore } from '../../../renderer/state/store.ts'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { AnnotationChange } from '../../../shared/desk/contract.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId, countingIds, jane, noon } from '../../helpers/annotation.ts'
import { HandDesk } from '../../helpers/hand-desk.ts'
import { anOpenedStory } from '../../helpers/opened-story.ts'

/** An editor that draws nothing: it keeps what it was given and what it received. */
const page = {
  options: [] as EditorOptions[],
  received: [] as (readonly [readonly Annotation[], readonly AnnotationId[]])[],
}
const createEditor: NonNullable<SessionDeps['createEditor']> = (_host, options) => {
  page.options.push(options)
  const editor: Partial<EditorHandle> = {
    receive: (put, removed) => void page.received.push([put, removed]),
    destroy: () => {},
  }
  const snapshot = { ...openState(opened, jane).editor, annotations: options.annotations }
  return { editor: editor as EditorHandle, snapshot }
}
afterEach(() => {
  page.options.length = 0
  page.received.length = 0
})

const mark = anAnnotation()
const opened = anOpenedStory({ annotations: [mark] })
const saved = { kind: 'saved', at: noon } as const
const host = Object.create(null)

function open() {
  const hand = new HandDesk()
  const store = createStore({ ...initialState, person: jane, open: openState(opened, jane) })
  const session = createSession(opened, {
    desk: hand.desk,
    store,
    now: () => noon,
    newId: countingIds(),
    announce: () => {},
    onNote: () => {},
    onCard: () => {},
    createEditor,
  })
  const change = (n: number, note = '') => {
    const made: AnnotationChange = {
      kind: 'put',
      id: annotationId(n),
      content: aContent('fact', note),
      span: null,
    }
    page.options.at(-1)?.onChanges([made])
  }
  const elsewhere = (put: readonly Annotation[], removed: readonly AnnotationId[] = []) =>
    session.changedElsewhere({ story: opened.id, put, removed, layers: [], unreadable: [] })
  return { hand, store, session, change, elsewhere, save: () => store.get().open?.save }
}

describe('an open story', () => {
  it('shows Saved only when nothing is left in the window', async () => {
    const { hand, session, change, save } = open()
    session.mount(host)
    change(1)
    change(2)
    expect(save()).toEqual({ kind: 'saving' })
    session.saveChanged(saved)
    expect(save()).toEqual({ kind: 'saving' })
    await hand.succeed({ save: saved, annotations: [] })
    expect(save()).toEqual({ kind: 'saving' })
    await hand.succeed({ save: saved, annotations: [] })
    expect(save()).toEqual(saved)
  })

  it('says Not saved, with why, until what was left in the window is handed over', async () => {
    const { hand, store, session, change, save } = open()
    session.mount(host)
    change(1)
    await hand.refuse({ kind: 'bad-request', detail: 'span' })
    const notSaved = {
      kind: 'not-saved',
      reason: { kind: 'save-io', file: 'story.txt', code: 'bad-request' },
    }
    expect([save(), store.get().failure?.kind]).toEqual([notSaved, 'bad-request'])
    change(2)
    await hand.succeed({ save: saved, annotations: [] })
    expect(save()).toEqual(notSaved)
    const flushed = session.flush()
    await hand.succeed({ save: saved, annotations: [] })
    expect([await flushed, save()]).toEqual([true, saved])
  })

  it('gives its editor what changed elsewhere, but not over what is still on its way from here', async () => {
    const { hand, session, change, elsewhere } = open()
    session.mount(host)
    const other = anAnnotation({ id: annotationId(2) })
    change(1, 'mine')
    elsewhere([mark, other], [])
    elsewhere([], [mark.id])
    expect(page.received).toEqual([[[other], []]])
    const answered = { ...mark, note: 'mine', revision: 2 }
    await hand.succeed({ save: saved, annotations: [answered] })
    expect(page.received.at(-1)).toEqual([[answered], []])
  })

  it('starts its next editor from what there is, not from what was opened', () => {
    const { session, elsewhere } = open()
    const leave = session.mount(host)
    leave()
    elsewhere([], [mark.id])
    session.mount(host)
    expect(page.options.map((options) => options.annotations)).toEqual([[mark], []])
  })

  it('leaves the store alone after its end', async () => {
    const { hand, store, session, change } = open()
    session.mount(host)
    change(1)
    session.end()
    const before = store.get()
    await hand.succeed({ save: saved, annotations: [mark] })
    expect(store.get()).toBe(before)
  })
})
