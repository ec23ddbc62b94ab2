import { describe, expect, it } from 'vitest'
import { fieldsInNote } from '../../../shared/exchange/fields-in-note.ts'
import { builtInTags } from '../../../shared/tags.ts'

describe('the fields in a comment', () => {
  it.each([
    [
      'behind a note',
      'On record?\nsource: the port\nkind: unnamed',
      'On record?',
      { source: 'the port', kind: 'unnamed' },
    ],
    ['alone', 'source: the port: its desk', '', { source: 'the port: its desk' }],
    ['of no tag', 'On record?\nsources: two', 'On record?\nsources: two', {}],
    ['with a value that the field can’t have', 'kind: nobody', 'kind: nobody', {}],
    ['in the middle of a note', 'source: the port\nOn record?', 'source: the port\nOn record?', {}],
    ['said twice', 'source: a\nsource: b', 'source: a', { source: 'b' }],
    [
      'before what happened to the words',
      'Why?\nsource: the port\nThe sentence around it has changed since it was confirmed.',
      'Why?\nThe sentence around it has changed since it was confirmed.',
      { source: 'the port' },
    ],
  ])('are told apart from the note: %s', (_where, comment, note, fields) => {
    expect(fieldsInNote(comment, builtInTags)).toEqual({ note, fields })
  })
})
