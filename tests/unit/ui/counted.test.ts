import { expect, test } from 'vitest'
import { initialState, openState } from '../../../renderer/state/initial.ts'
import type { DeskState, OpenState } from '../../../renderer/state/model.ts'
import { createStore } from '../../../renderer/state/store.ts'
import { counted } from '../../../renderer/ui/counted.ts'
import type { Steps } from '../../../renderer/ui/slices.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { anAnnotation, annotationId, jane } from '../../helpers/annotation.ts'
import { anOpenedStory } from '../../helpers/opened-story.ts'
import { story } from '../../helpers/story.ts'

const opened = (text: string): OpenState => openState(anOpenedStory({ story: story(text).story }), jane)

/** Counts letters, one per step; every clock tick is longer than a slice. */
function letters(first: OpenState | null, also?: (state: DeskState) => unknown) {
  const store = createStore({ ...initialState, open: first })
  const waiting = new Set<() => void>()
  let clock = 0
  const wait = (run: () => void) => {
    waiting.add(run)
    return () => waiting.delete(run)
  }
  const pace = { now: () => (clock += 100), later: wait, rest: wait }
  function* count({ editor }: OpenState): Steps<number> {
    for (const _ of editor.story.text) yield
    return editor.story.text.length
  }
  const value = counted({ store, subscribe: store.subscribe, pace }, count, also)
  const slice = () => {
    const [run] = waiting
    if (run === undefined) return false
    waiting.delete(run)
    run()
    return true
  }
  return {
    value,
    slice,
    finish() {
      let slices = 0
      while (slice()) slices++
      return slices
    },
    store,
    change: (open: Partial<OpenState> | null) =>
      store.update((state) => ({
        ...state,
        open: open === null || state.open === null ? (open as OpenState | null) : { ...state.open, ...open },
      })),
  }
}

const tunnel = opened('tunnel')

test('works in slices, and shows the value when it is whole', () => {
  const { value, slice, finish } = letters(tunnel)
  value.subscribe(() => {})
  slice()
  expect(value.get()).toBeNull()
  finish()
  expect(value.get()).toBe(6)
})

test('starts over when the text or the marks change; the last value stands until then', () => {
  const { value, slice, finish, change } = letters(tunnel)
  const heard: (number | null)[] = []
  value.subscribe(() => heard.push(value.get()))
  finish()
  change({ editor: { ...tunnel.editor, story: story('tunnels').story } })
  slice()
  change({ editor: { ...tunnel.editor, story: story('tunnels!').story } })
  expect(value.get()).toBe(6)
  finish()
  change({ editor: { ...tunnel.editor, annotations: [anAnnotation({ id: annotationId(4) })] } })
  finish()
  expect(heard).toEqual([6, 8, 6])
})

test('the caret moves without a count', () => {
  const { value, finish, change } = letters(tunnel)
  value.subscribe(() => {})
  finish()
  change({ editor: { ...tunnel.editor, active: annotationId(1) } })
  expect(finish()).toBe(0)
})

test('other tags are counted again', () => {
  const { value, finish, change } = letters(tunnel)
  value.subscribe(() => {})
  finish()
  change({ scheme: { ...tunnel.scheme, tags: builtInTags.slice(0, 1) } })
  expect(finish()).toBeGreaterThan(0)
})

test('waits while another text is being brought in', () => {
  const { value, finish, change } = letters(tunnel)
  value.subscribe(() => {})
  finish()
  change({ following: true, editor: { ...tunnel.editor, story: story('tun').story } })
  expect(finish()).toBe(0)
  change({ following: false })
  finish()
  expect(value.get()).toBe(3)
})

test('another story begins with nothing, and none has nothing', () => {
  const { value, finish, change } = letters(tunnel)
  value.subscribe(() => {})
  finish()
  change(opened('harbour'))
  expect(value.get()).toBeNull()
  finish()
  expect(value.get()).toBe(7)
  change(null)
  expect(value.get()).toBeNull()
})

test('is idle while nobody listens', () => {
  const { value, finish } = letters(tunnel)
  value.subscribe(() => {})()
  expect(finish()).toBe(0)
  expect(value.get()).toBeNull()
})

test('what is worked out from more than the story follows that, too', () => {
  const { value, finish, store } = letters(tunnel, ({ panel }) => panel)
  value.subscribe(() => {})
  finish()
  store.update((state) => ({ ...state, finding: true }))
  expect(finish()).toBe(0)
  store.update((state) => ({ ...state, panel: 'numbers' }))
  expect(finish()).toBeGreaterThan(0)
})
