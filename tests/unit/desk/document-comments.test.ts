import { describe, expect, it } from 'vitest'
import { DocumentComments } from '../../../electron/desk/document-comments.ts'
import { Layers } from '../../../electron/desk/layers.ts'
import { ownStory } from '../../../electron/desk/story-reader.ts'
import { StoryText } from '../../../electron/desk/story-text.ts'
import { sha256 } from '../../../electron/storage/hash.ts'
import { NO_TIME } from '../../../shared/annotation/annotation.ts'
import type { ImportedMark, ImportedPlace } from '../../../shared/exchange/imported.ts'
import { builtInTags } from '../../../shared/tags.ts'
import type { IsoTime } from '../../../shared/units.ts'

const TEXT = 'The mayor 🙂 resigned on Friday, officials said. She left on Friday.'

const at = (start: number, end: number, unit: 'utf-16' | 'code-point' = 'utf-16'): ImportedPlace => ({
  quote: null,
  position: { start, end, unit },
})
const words = (exact: string, prefix = '', suffix = ''): ImportedPlace => ({
  quote: { exact, prefix, suffix },
  position: null,
})
const comment = (
  id: string,
  place: ImportedPlace | null,
  rest: Partial<ImportedMark> = {},
): ImportedMark => ({
  id,
  author: 'Ana Ruiz',
  created: '2026-11-20T10:04:00Z' as IsoTime,
  modified: null,
  tag: '',
  note: `note ${id}`,
  fields: {},
  place,
  ...rest,
})

/** A story whose document has these comments. */
function textWith(marks: readonly ImportedMark[], text = TEXT): StoryText {
  const name = 'council.txt'
  const file = {
    path: `/${name}`,
    name,
    sha256: sha256(text),
    tag: '1',
    raw: text,
    encoding: 'UTF-8',
  } as const
  return new StoryText({ ...ownStory(file), comments: { marks, warnings: [] } }, () => null)
}

/** The annotations that they are shown as. */
function shown(marks: readonly ImportedMark[], text = TEXT) {
  const storyText = textWith(marks, text)
  const layers = new Layers((items, annotator) => storyText.show(items, annotator))
  layers.update(new DocumentComments().of(storyText, builtInTags), null)
  return { annotations: layers.annotations(), layers: layers.list() }
}

const quotes = (marks: readonly ImportedMark[]) =>
  shown(marks).annotations.map(({ span, quote }) => [
    quote,
    span && TEXT.slice(span.start, span.end),
    span?.start,
  ])

describe('the comments in a document', () => {
  it('stand where the document says, in whatever it counts', () => {
    const said = { ...at(13, 21), quote: { exact: 'resigned', prefix: '', suffix: '' } }
    expect(quotes([comment('1', said), comment('2', at(12, 20, 'code-point'))])).toEqual([
      ['resigned', 'resigned', 13],
      ['resigned', 'resigned', 13],
    ])
  })

  it('stand on their words where the document’s place disagrees or is none', () => {
    const wrong = { ...at(0, 3), quote: { exact: 'officials said', prefix: '', suffix: '' } }
    expect(quotes([comment('1', wrong), comment('2', words('on Friday', 'She left ', '.'))])).toEqual([
      ['officials said', 'officials said', TEXT.indexOf('officials')],
      ['on Friday', 'on Friday', TEXT.lastIndexOf('on Friday')],
    ])
  })

  it('are orphans where their words are not there, and none where they have no words', () => {
    const marks = [comment('1', words('the treasurer')), comment('2', words('')), comment('3', at(5, 900))]
    expect(quotes(marks)).toEqual([['the treasurer', null, undefined]])
  })

  it('have the tag that they name, and else keep its word in the note', () => {
    const marks = [
      comment('1', at(0, 9), { tag: 'Photo Caption', note: '' }),
      comment('2', at(13, 21), { tag: 'URGENT', note: 'call' }),
    ]
    expect(shown(marks).annotations).toMatchObject([
      { tag: 'photo-caption', note: '' },
      { tag: 'comment', note: '[URGENT] call' },
    ])
  })

  it('carry their thread in the note', () => {
    const marks = [
      comment('1', at(0, 9), { isResolved: true }),
      comment('2', null, { replyTo: '1', author: 'Ben Ito' }),
      comment('3', null, { replyTo: '2', author: null, note: 'Yes.' }),
    ]
    expect(shown(marks).annotations.map(({ note }) => note)).toEqual([
      'note 1\n\nBen Ito answered: note 2\n\nComment without a name answered: Yes.\n\nResolved in the document.',
    ])
  })

  it('keep their ids when the document numbers them anew, also those of one minute', () => {
    const before = shown([comment('1', at(0, 9)), comment('2', at(13, 21))]).annotations
    const after = shown([comment('7', at(0, 9)), comment('8', at(13, 21))], `${TEXT} Later.`).annotations
    expect(new Set(before.map(({ id }) => id)).size).toBe(2)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  it('are layers by author, said to be of the document', () => {
    const { layers, annotations } = shown([
      comment('1', at(0, 9), { author: 'Ben Ito' }),
      comment('2', at(13, 21), { author: null, created: null }),
    ])
    expect(layers.map(({ name, source, mine }) => [name, source, mine])).toEqual([
      ['Ben Ito', 'document', false],
      ['Comment without a name', 'document', false],
    ])
    expect(annotations.at(-1)?.created).toBe(NO_TIME)
  })

  it('are made anew only for another text or other tags', () => {
    const comments = new DocumentComments()
    const text = textWith([comment('1', at(0, 9))])
    const first = comments.of(text, builtInTags)
    expect(comments.of(text, builtInTags)).toBe(first)
    expect(comments.of(text, [])).not.toBe(first)
  })
})
