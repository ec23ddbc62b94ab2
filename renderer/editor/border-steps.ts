import { snapToGraphemes } from '../../shared/story/graphemes.ts'
import { sentenceAt, sentenceBefore, sentenceFrom } from '../../shared/story/sentences.ts'
import type { Story } from '../../shared/story/story.ts'
import { nextWordBorder, previousWordBorder } from '../../shared/story/words.ts'
import { type Span, span, type TextOffset } from '../../shared/units.ts'

export type Border = 'start' | 'end'
/** How far one key takes a border. */
export type Stride = 'character' | 'word' | 'sentence'

/**
 * The span with one border a step on (1) or back (-1) in the text; null: there is nowhere to go without passing the
 * other border or the ends of the story. A border never stands beside white space on the inner side: it goes from
 * visible character to visible character, over line ends too, so that a step back always undoes one too far.
 */
export function stepBorder(
  story: Story,
  place: Span,
  border: Border,
  stride: Stride,
  step: 1 | -1,
): Span | null {
  const from = border === 'start' ? place.start : place.end
  const to = strides[stride](story, from, border, step)
  if (to === null) return null
  return withBorder(place, border, to)
}

/** The span with one border elsewhere; null: it would be empty. */
export function withBorder({ start, end }: Span, border: Border, to: TextOffset): Span | null {
  const next = border === 'start' ? { start: to, end } : { start, end: to }
  return next.start < next.end ? next : null
}

type Step = (story: Story, from: TextOffset, border: Border, step: 1 | -1) => TextOffset | null

const strides: Readonly<Record<Stride, Step>> = {
  character({ text }, from, border, step) {
    if (border === 'end' && step === 1) {
      const at = skip(text, from, 1)
      return at === null ? null : snapToGraphemes(text, span(at, at + 1)).end
    }
    if (border === 'start' && step === -1) {
      const at = skip(text, from, -1)
      return at === null ? null : snapToGraphemes(text, span(at - 1, at)).start
    }
    // Over the character at the border, then over the white space behind it.
    if (step === 1) return skip(text, snapToGraphemes(text, span(from, from + 1)).end, 1)
    return skip(text, snapToGraphemes(text, span(from - 1, from)).start, -1)
  },
  word({ text }, from, border, step) {
    const to = step === 1 ? nextWordBorder(text, from, border) : previousWordBorder(text, from, border)
    return to === from ? null : to
  },
  sentence(story, from, border, step) {
    if (border === 'start') {
      const after = () => sentenceFrom(story, (from + 1) as TextOffset)
      return (step === 1 ? after() : sentenceBefore(story, from))?.start ?? null
    }
    if (step === 1) {
      const here = sentenceAt(story, from)
      return (here !== null && here.end > from ? here : sentenceFrom(story, from))?.end ?? null
    }
    let before = sentenceBefore(story, from)
    if (before !== null && before.end >= from) before = sentenceBefore(story, before.start)
    return before?.end ?? null
  },
}

/** Over white space to the next visible character; null: there is none. */
function skip(text: string, from: number, step: 1 | -1): TextOffset | null {
  let at = from
  const next = () => text.charAt(step === 1 ? at : at - 1)
  while (next() !== '' && /\s/u.test(next())) at += step
  return next() === '' ? null : (at as TextOffset)
}
