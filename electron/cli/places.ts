import { findQuote, type Quote } from '../../shared/anchor/find-quote.ts'
import type { MarkFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import type { Story } from '../../shared/story/story.ts'
import { codePoint, type Span, span } from '../../shared/units.ts'

/** UTF-16 units of the story shown on each side of a place, enough to tell one "he said" from the next. */
const CONTEXT = 24

/**
 * The one place where the words stand with that context. None, or more than one, is a failure that lists the
 * places: nothing is chosen for the person.
 */
export function placeOfQuote(story: Story, quote: Quote): Result<Span, MarkFailure> {
  const [first, ...others] = findQuote(story.text, quote)
  const said = `${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}`
  if (first === undefined) return err({ kind: 'quote-not-found', file: story.name, quote: said })
  if (others.length === 0) return ok(first)
  const points = new CodePointIndex(story.text)
  const places = [first, ...others].map(({ start, end }) => ({
    start: points.toCodePoint(start),
    end: points.toCodePoint(end),
    context: contextOf(story.text, { start, end }),
  }))
  return err({ kind: 'quote-ambiguous', file: story.name, quote: said, places })
}

/** A half-open range in code points, as `galley list` prints it. */
export function placeOfRange(story: Story, start: number, end: number): Result<Span, MarkFailure> {
  const points = new CodePointIndex(story.text)
  if (start >= end || end > points.length) {
    return err({ kind: 'range-outside', file: story.name, start, end, length: points.length })
  }
  return ok(span(points.toTextOffset(codePoint(start)), points.toTextOffset(codePoint(end))))
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * What a reader sees as one character (UAX 29) and the span would cut in two, at its start, its end or both:
 * mostly a sign that the offsets were counted in other units.
 */
export function cutCharacters(text: string, { start, end }: Span): readonly string[] {
  const cut = [start, end].flatMap((border) => {
    if (border === 0 || border === text.length) return []
    // A paragraph is enough: no character reaches over a line feed.
    const from = text.lastIndexOf('\n', border - 1) + 1
    const line = text.indexOf('\n', border)
    const found = graphemes
      .segment(text.slice(from, line === -1 ? text.length : line))
      .containing(border - from)
    return found === undefined || from + found.index === border ? [] : [found.segment]
  })
  return [...new Set(cut)]
}

/** The words with what stands around them, never cut inside a surrogate pair. */
function contextOf(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\uDC00-\uDFFF]/, '')
  const after = text.slice(end, end + CONTEXT).replace(/[\uD800-\uDBFF]$/, '')
  return `${before}${text.slice(start, end)}${after}`
}
