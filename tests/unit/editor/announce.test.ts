import { describe, expect, it } from 'vitest'
import { createAnnouncer, type Timer } from '../../../renderer/editor/announce.ts'
import { describeMark, nameEdits, shorten } from '../../../renderer/editor/words.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { aContent, anAnnotation, annotationId } from '../../helpers/annotation.ts'

/** A clock that stands still until it is told to run. */
function handClock(): Timer & { run(): void } {
  const due = new Map<number, () => void>()
  let next = 0
  return {
    set(run) {
      due.set(++next, run)
      return next
    },
    clear: (timer) => void due.delete(timer),
    run() {
      const now = [...due.values()]
      due.clear()
      for (const each of now) each()
    },
  }
}

describe('the announcer', () => {
  it('says what the caret meets when it rests, not what it passes', () => {
    const said: string[] = []
    const clock = handClock()
    const announcer = createAnnouncer((text) => said.push(text), clock)
    announcer.moved('Fact, Jane Doe')
    announcer.moved('Assessment, Jane Doe')
    expect(said).toEqual([])
    clock.run()
    announcer.moved(null)
    clock.run()
    announcer.moved(null)
    clock.run()
    expect(said).toEqual(['Assessment, Jane Doe', 'Outside marks'])
  })

  it('says the outcome of a command instead of the move it made', () => {
    const said: string[] = []
    const clock = handClock()
    const announcer = createAnnouncer((text) => said.push(text), clock)
    announcer.moved('Fact, Jane Doe')
    announcer.say('Deleted fact')
    clock.run()
    expect(said).toEqual(['Deleted fact'])
  })
})

describe('a mark', () => {
  it.each([
    [aContent('fact'), 'Fact, Jane Doe'],
    [aContent('photo-caption', 'Credit\n missing?'), 'Photo caption, Jane Doe, note: Credit missing?'],
    [aContent('colour'), 'colour, Jane Doe'],
  ])('%j is described as %s', (content, expected) => {
    expect(describeMark(anAnnotation(content), builtInTags, 'Jane Doe')).toBe(expected)
  })

  it('is heard in part when its note is long, never with half a character', () => {
    expect(shorten('👩'.repeat(101))).toBe(`${'👩'.repeat(100)}…`)
  })
})

describe('a change', () => {
  const id = annotationId(1)
  const standing = (...content: Parameters<typeof aContent>) => ({
    annotation: anAnnotation(aContent(...content)),
    at: null,
  })
  it.each([
    [null, standing('fact'), 'Tag fact'],
    [standing('photo-caption'), null, 'Delete photo caption'],
    [standing('fact'), standing('assessment'), 'Change fact to assessment'],
    [standing('fact'), standing('fact', 'who?'), 'Note on fact'],
    [standing('fact'), standing('fact', '', { source: 'x' }), 'Details of fact'],
  ])('from %j to %j is called %s', (before, after, name) => {
    expect(nameEdits([{ id, before, after }], builtInTags)).toBe(name)
  })
})
