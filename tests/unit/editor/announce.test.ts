import { describe, expect, it } from 'vitest'
import { createAnnouncer, type Met, type Timer } from '../../../renderer/editor/announce.ts'
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

const met = (text: string, name = text.split(',')[0]?.toLowerCase() ?? ''): Met => ({ text, name })

/** What is said when the caret rests at each of these in turn; `over` one it doesn't rest. */
function listen() {
  const said: string[] = []
  const clock = handClock()
  const announcer = createAnnouncer((text) => said.push(text), clock)
  return {
    said,
    announcer,
    over: (mark: Met | null) => announcer.moved(mark),
    rest: () => clock.run(),
    at(mark: Met | null) {
      announcer.moved(mark)
      clock.run()
    },
  }
}

describe('the announcer', () => {
  it('says what the caret meets when it rests, not what it passes', () => {
    const { over, at, said } = listen()
    over(met('Fact, Jane Doe'))
    over(met('Assessment, Jane Doe'))
    expect(said).toEqual([])
    at(met('Assessment, Jane Doe'))
    at(null)
    at(null)
    expect(said).toEqual(['Assessment, Jane Doe', 'Left assessment'])
  })

  it('is quiet about marks that a held key ran over', () => {
    const { over, at, said } = listen()
    over(met('Fact, Jane Doe'))
    over(null)
    over(met('Assessment, Jane Doe'))
    at(null)
    expect(said).toEqual([])
  })

  it('from one mark into another says the other only', () => {
    const { at, said } = listen()
    at(met('Fact, Jane Doe'))
    at(met('Assessment, Jane Doe'))
    expect(said).toEqual(['Fact, Jane Doe', 'Assessment, Jane Doe'])
  })

  it('says the outcome of a command instead of the move it made', () => {
    const { over, announcer, at, said } = listen()
    over(met('Fact, Jane Doe'))
    announcer.say('Deleted fact')
    at(null)
    expect(said).toEqual(['Deleted fact'])
  })

  it('says it once when the command speaks before it moves', () => {
    const { over, announcer, at, rest, said } = listen()
    announcer.say('Fact: The tunnel opened')
    over(met('Fact, Jane Doe'))
    rest()
    expect(said).toEqual(['Fact: The tunnel opened'])
    at(null)
    at(met('Assessment, Jane Doe'))
    expect(said.slice(1)).toEqual(['Assessment, Jane Doe'])
  })

  it('of what a held key does, says the first and the last', () => {
    const { announcer, rest, said } = listen()
    for (const word of ['one', 'two', 'three', 'four']) announcer.say(word)
    expect(said).toEqual(['one'])
    rest()
    expect(said).toEqual(['one', 'four'])
    rest()
    announcer.say('five')
    expect(said).toEqual(['one', 'four', 'five'])
  })
})

describe('a mark', () => {
  it.each([
    [aContent('fact'), 'Fact, Jane Doe'],
    [aContent('photo-caption', 'Credit\n missing?'), 'Photo caption, Jane Doe, note: Credit missing?'],
    [aContent('colour'), 'colour, unknown tag, Jane Doe'],
  ])('%j is described as %s', (content, expected) => {
    expect(describeMark(anAnnotation(content), builtInTags, 'Jane Doe')).toBe(expected)
  })

  it('over others says which of them it is', () => {
    expect(describeMark(anAnnotation(), builtInTags, 'Jane Doe', { index: 2, of: 3 })).toBe(
      'Fact, Jane Doe, 2 of 3 overlapping',
    )
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
