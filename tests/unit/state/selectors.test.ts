import { describe, expect, it } from 'vitest'
import { openState } from '../../../renderer/state/initial.ts'
import type { OpenState } from '../../../renderer/state/model.ts'
import {
  activeAnnotation,
  annotatorName,
  isMine,
  orphans,
  tagCounts,
  visibleAnnotations,
} from '../../../renderer/state/selectors.ts'
import { createStore } from '../../../renderer/state/store.ts'
import { span } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId, jane } from '../../helpers/annotation.ts'
import { anOpenedStory } from '../../helpers/opened-story.ts'
import { story } from '../../helpers/story.ts'
import { colleague } from '../../helpers/test-editor.ts'

const mine = anAnnotation({ id: annotationId(1), span: span(0, 9) })
const theirs = anAnnotation({
  id: annotationId(2),
  creator: colleague.id,
  span: span(21, 27),
  ...aContent('colour'),
})
const lost = anAnnotation({ id: annotationId(3), span: null, ...aContent('assessment') })

function open(text: string, change: Partial<OpenState> = {}): OpenState {
  const layer = {
    annotator: colleague.id,
    name: colleague.name,
    mine: false,
    files: ['x'],
    count: 1,
    orphans: 0,
    changed: 0,
  }
  const opened = anOpenedStory({
    story: story(text).story,
    layers: [layer],
    annotations: [mine, theirs, lost],
  })
  const state = openState(opened, jane)
  return { ...state, ...change }
}

describe('what the screen is told about the open story', () => {
  const all = open('The mayor resigned. Nobody knew. Nobody asked.')
  const alone = { ...all, hidden: new Set([colleague.id]) }

  it('leaves out layers that are switched off', () => {
    expect(visibleAnnotations(all)).toBe(all.editor.annotations)
    expect(visibleAnnotations(alone)).toEqual([mine, lost])
    expect(orphans(alone)).toEqual([lost])
  })

  it('counts tags', () => {
    const counts = (state: OpenState) => tagCounts(state).map(({ tag, count }) => `${tag.label} ${count}`)
    expect(counts(all)).toEqual(['Fact 1', 'Assessment 1', 'Attribution 0', 'Photo caption 0', 'colour 1'])
    expect(counts(alone)).toEqual(['Fact 1', 'Assessment 1', 'Attribution 0', 'Photo caption 0'])
  })

  it('names whose an annotation is and which one is active', () => {
    expect([annotatorName(all, mine), annotatorName(all, theirs)]).toEqual(['Jane Doe', 'M. Okafor'])
    expect(annotatorName(all, { ...mine, creator: annotationId(9) as never })).toBe('unknown annotator')
    expect([isMine(all, mine), isMine(all, theirs)]).toEqual([true, false])
    expect(activeAnnotation(all)).toBeNull()
    expect(activeAnnotation({ ...all, editor: { ...all.editor, active: theirs.id } })).toBe(theirs)
  })
})

describe('a store', () => {
  it('tells its listeners of another value only, until they stop', () => {
    const store = createStore(1)
    let heard = 0
    const stop = store.subscribe(() => heard++)
    store.update((value) => value)
    store.update((value) => value + 1)
    stop()
    store.update((value) => value + 1)
    expect([heard, store.get()]).toEqual([1, 3])
  })
})
