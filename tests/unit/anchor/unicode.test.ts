import { describe, expect, it } from 'vitest'
import { Placer } from '../../../shared/anchor/place.ts'
import { isItem, placeOf } from '../../../shared/annotation/item.ts'
import { parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import { type Span, span } from '../../../shared/units.ts'
import { anItemOn, aSidecar, sha256 } from '../../helpers/annotation.ts'
import { materialIfPresent } from '../../helpers/material.ts'
import { story } from '../../helpers/story.ts'

/** Positions in code points that the file must say. */
type Case = readonly [
  name: string,
  text: string,
  where: Span,
  points: { readonly start: number; readonly end: number },
]

const own = (name: string, source: string, start: number, end: number): Case => {
  const marked = story(source)
  return [name, marked.text, marked.span(), { start, end }]
}

const ownCases = [
  own('plain letters', 'The <a>mayor<b> resigned', 4, 9),
  own('an emoji before', '🚧 The <a>mayor<b> resigned', 6, 11),
  own('an emoji inside', 'The <a>🚧 mayor<b> resigned', 4, 11),
  own('an emoji alone', 'Closed <a>🚧<b> today', 7, 8),
  own('an emoji right before and after', '🚧<a>x<b>🚧', 1, 2),
  own('a family', 'A <a>👩‍👩‍👧‍👦<b> of four', 2, 9),
  own('flags side by side', '🇫🇷<a>🇩🇪<b>🇮🇹', 2, 4),
  own('a skin tone', 'a <a>👍🏽<b> b', 2, 4),
  own('half of a grapheme', 'a 👍<a>🏽<b> b', 3, 4),
  own('a composed letter', 'Caf<a>é<b>', 3, 4),
  own('a decomposed letter', 'Caf<a>e\u0301<b>', 3, 5),
  own('a mark without its letter', 'Cafe<a>\u0301<b>', 4, 5),
  own('a plane 2 ideograph', '𠮷<a>野家<b>', 1, 3),
  own('Arabic with marks', 'قال <a>مُحَمَّد<b> اليوم', 4, 12),
  own('Hebrew inside English', 'He said <a>שלום<b> twice', 8, 12),
  own('direction marks', 'A \u202b<a>x<b>\u202c', 3, 4),
  own('line breaks', 'One\n<a>Two\nThree<b>\n', 4, 13),
  own('a line separator and a zero', 'a\u2028<a>\u0000b<b>', 2, 4),
  own('a lone high surrogate', '\ud83d <a>x<b>', 2, 3),
  own('a lone low surrogate inside', 'x <a>\ude00 y<b>', 2, 5),
  own('quotes and backslashes', 'a "<a>b\\"<b>', 3, 6),
  own('the whole text', '<a>🚧<b>', 0, 1),
  own('repeated sentences', 'Go. 🚧 Go. <a>Go.<b> Go.', 10, 13),
]

interface MaterialCase {
  readonly name: string
  readonly text: string
  readonly utf16: { readonly start: number; readonly end: number }
  readonly codePoints: { readonly start: number; readonly end: number }
}

const material: { cases: MaterialCase[] } = JSON.parse(
  materialIfPresent('unicode-offsets/offsets.json') ?? '{ "cases": [] }',
)
const materialCases = material.cases.map(
  ({ name, text, utf16, codePoints }): Case => [
    `material: ${name}`,
    text,
    span(utf16.start, utf16.end),
    codePoints,
  ],
)

describe('a mark keeps its offsets through the file', () => {
  it.each([...ownCases, ...materialCases])('%s', (_, text, where, { start, end }) => {
    const written = serialiseSidecar(aSidecar([anItemOn(text, where, { textSha256: sha256(5) })]))
    const parsed = parseSidecar(new TextDecoder().decode(new TextEncoder().encode(written)), 'x')
    const stored = parsed.ok ? parsed.value.first.items.filter(isItem).map(placeOf) : []
    expect(stored).toMatchObject([{ exact: text.slice(where.start, where.end), start, end }])
    expect(stored.map((place) => new Placer(text, sha256(5)).place(place))).toEqual([where])
  })
})
