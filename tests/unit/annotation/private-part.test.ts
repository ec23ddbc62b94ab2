import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content } from '../../../shared/annotation/annotation.ts'
import {
  hasPrivateWords,
  isPrivate,
  movePart,
  noteOf,
  type PartName,
  publicOf,
  withoutPrivate,
  withPrivate,
  writePart,
} from '../../../shared/annotation/private-part.ts'
import type { TagId } from '../../../shared/units.ts'
import { anAnnotation } from '../../helpers/annotation.ts'

const NOTE: PartName = { kind: 'note' }
const SOURCE: PartName = { kind: 'field', field: 'source' }
const content = (more: Partial<Content> = {}): Content => ({
  tag: 'fact' as TagId,
  note: 'On record?',
  fields: { source: 'the mayor', status: 'open' },
  ...more,
})

describe('what is private', () => {
  it('takes its words along, there and back', () => {
    const hidden = movePart(movePart(content(), NOTE, 'private'), SOURCE, 'private')
    expect(hidden).toEqual({
      tag: 'fact',
      note: '',
      fields: { status: 'open' },
      private: { note: 'On record?', fields: { source: 'the mayor' } },
    })
    expect(publicOf(hidden)).toEqual({ tag: 'fact', note: '', fields: { status: 'open' } })
    expect(movePart(movePart(hidden, NOTE, 'desk'), SOURCE, 'desk')).toEqual(content())
  })

  it('is decided before anything is written there, too', () => {
    const empty = movePart(content({ note: '' }), NOTE, 'private')
    expect([isPrivate(empty, NOTE), hasPrivateWords(empty)]).toEqual([true, false])
    const written = writePart(empty, NOTE, 'Ask her again.')
    expect(written).toMatchObject({ note: '', private: { note: 'Ask her again.' } })
    expect([hasPrivateWords(written), noteOf(written)]).toEqual([true, 'Ask her again.'])
    expect(movePart(movePart(written, NOTE, 'desk'), NOTE, 'private')).toEqual(written)
  })

  it('loses neither of two notes that came from two computers', () => {
    const both = content({ private: { note: 'Her brother told me.', fields: { source: 'her brother' } } })
    expect(noteOf(both)).toBe('On record?\n\nHer brother told me.')
    expect(movePart(both, NOTE, 'desk').note).toBe('On record?\n\nHer brother told me.')
    expect(movePart(both, SOURCE, 'private').private?.fields).toEqual({ source: 'the mayor; her brother' })
  })

  it('stays where it is when it is written, and empties by itself', () => {
    expect(writePart(content(), SOURCE, '')).toEqual(content({ fields: { status: 'open' } }))
    const hidden = movePart(content(), SOURCE, 'private')
    expect(writePart(hidden, SOURCE, '').private).toEqual({ note: null, fields: { source: '' } })
    expect(withPrivate(hidden, { note: null, fields: {} })).not.toHaveProperty('private')
  })

  it('is gone from what may leave, which otherwise stays the same', () => {
    const open = anAnnotation({})
    const hidden = anAnnotation({ private: { note: 'Her brother told me.', fields: {} } })
    const [first, second] = withoutPrivate([open, hidden])
    expect(first).toBe(open)
    expect(second).toEqual(anAnnotation({}))
    expect(second).not.toHaveProperty('private')
  })

  it('never leaves a word in what everybody reads, however it got there', () => {
    const words = fc.string({ minLength: 8, maxLength: 12 }).map((text) => `§${text}`)
    fc.assert(
      fc.property(words, words, words, (note, source, secret) => {
        const start = writePart(writePart(content({ note, fields: { source } }), NOTE, note), SOURCE, source)
        let hidden = movePart(movePart(start, SOURCE, 'private'), NOTE, 'private')
        hidden = writePart(writePart(hidden, NOTE, secret), SOURCE, secret)
        expect(publicOf(hidden)).toEqual({ tag: 'fact', note: '', fields: {} })
      }),
    )
  })
})
