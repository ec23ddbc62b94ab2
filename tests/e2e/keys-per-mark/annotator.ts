import { clauseFrom } from '../../../shared/story/clauses.ts'
import { quotationAt } from '../../../shared/story/quotations.ts'
import { bodySentences, sentenceAt, sentenceFrom } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import { wordsIn } from '../../../shared/story/words.ts'
import type { Span, TextOffset } from '../../../shared/units.ts'
import type { DeskApp } from '../desk-app.ts'
import type { GoldMark } from './gold.ts'

/** Presses of one mark, modifier keys counted too. */
export type Cost = number

// Beyond this many steps of one kind a person takes another way.
const MOST_STEPS = 30
// A phrase costs about this much by letters; a way by steps is taken only if it is shorter.
const BY_LETTERS = 6
// Screens that a phrase may be away.
const MOST_SCREENS = 12

/**
 * A scripted editor who knows the key table and sees the screen, and has no mouse. Plans the way to each mark with
 * the story's own units, then looks where the caret and the labels are.
 */
export class Annotator {
  readonly #desk: DeskApp
  readonly #story: Story
  /** What is marked so far; `U` passes it over. */
  readonly #made: Span[] = []
  #pressed = 0

  constructor(desk: DeskApp, story: Story) {
    this.#desk = desk
    this.#story = story
  }

  /** Makes a mark; how many keys it took, those to get there included. */
  async mark({ kind, span, digit }: GoldMark): Promise<Cost> {
    this.#pressed = 0
    const caret = await this.#desk.selection()
    const plan = this.#plan(caret, span)
    if (plan !== null && (kind !== 'phrase' || plan.length < BY_LETTERS)) await this.#press(...plan)
    else await this.#byLetters(span)
    await this.#press(digit)
    this.#made.push(span)
    return this.#pressed
  }

  /** The fewest keys that select the span; null: there is no way by steps. */
  #plan({ start, end }: { start: number; end: number }, span: Span): readonly string[] | null {
    const plans = [
      this.#bareCaret(start, end, span),
      this.#steps('j', this.#behindStep(start, end), span, (from) => sentenceFrom(this.#story, from)),
      this.#steps('u', end, span, (from) => this.#unmarkedFrom(from)),
      this.#clauses(end, span),
      this.#quotation(start, end, span),
    ].filter((plan) => plan !== null)
    return plans.sort((a, b) => a.length - b.length)[0] ?? null
  }

  /** Where `J` counts from: behind the sentence that the caret stepped on to after a mark. */
  #behindStep(start: number, end: number): number {
    const last = this.#made.at(-1)
    if (start !== end || last === undefined || last.end >= end) return end
    const sentence = sentenceAt(this.#story, end as TextOffset)
    const stepped = sentence?.start === end && !/\p{L}/u.test(this.#story.text.slice(last.end, end))
    return stepped ? sentence.end : end
  }

  /** The next sentence of the body without a mark. */
  #unmarkedFrom(from: TextOffset): Span | null {
    const isMarked = ({ start, end }: Span) => this.#made.some((mark) => mark.start < end && mark.end > start)
    return bodySentences(this.#story).find((one) => one.start >= from && !isMarked(one)) ?? null
  }

  #bareCaret(start: number, end: number, span: Span): readonly string[] | null {
    if (start !== end) return null
    const sentence = sentenceAt(this.#story, start as TextOffset)
    return sentence !== null && same(sentence, span) ? [] : null
  }

  #steps(
    key: string,
    from: number,
    span: Span,
    next: (from: TextOffset) => Span | null,
  ): readonly string[] | null {
    const keys: string[] = []
    let at = from as TextOffset
    while (keys.length < MOST_STEPS) {
      const unit = next(at)
      if (unit === null || unit.start > span.start) return null
      keys.push(key)
      if (same(unit, span)) return keys
      at = unit.end
    }
    return null
  }

  /** `C` to the clause it begins with, `E` for each further one. */
  #clauses(from: number, span: Span): readonly string[] | null {
    const keys: string[] = []
    let at = from as TextOffset
    let begun = false
    while (keys.length < MOST_STEPS) {
      const clause = clauseFrom(this.#story, at)
      if (clause === null || clause.start > span.end) return null
      keys.push(begun ? 'e' : 'c')
      begun ||= clause.start === span.start
      if (begun && clause.end === span.end) return keys
      if (!begun && clause.start > span.start) return null
      at = clause.end
    }
    return null
  }

  #quotation(start: number, end: number, span: Span): readonly string[] | null {
    if (start !== end) return null
    const quotation = quotationAt(this.#story, start as TextOffset)
    return quotation !== null && same(quotation, span) ? ['q'] : null
  }

  /** `G` and letters to its first word, then to its last one; `W` where that is the same. */
  async #byLetters(span: Span): Promise<void> {
    for (let screens = 0; !(await this.#desk.inSight(span)); screens += 1) {
      if (screens > MOST_SCREENS) throw new Error(`never in sight: ${this.#text(span)}`)
      const caret = await this.#desk.selection()
      await this.#press(caret.end <= span.start ? 'PageDown' : 'PageUp')
    }
    const words = [...wordsIn(this.#story.text, span)]
    const [first, last] = [words[0], words.at(-1)]
    if (first === undefined || last === undefined) throw new Error(`no word in ${this.#text(span)}`)
    await this.#jump(first, (at) => at.start === first.start && at.end === first.start)
    if (words.length === 1) await this.#press('w')
    else await this.#jump(last, (at) => at.start === first.start && at.end === last.end)
  }

  async #jump(word: Span, arrived: (at: { start: number; end: number }) => boolean): Promise<void> {
    await this.#press('g')
    const letters = [...this.#text(word).toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    for (;;) {
      // Labels are painted after the key's own frame.
      await this.#desk.caughtUp()
      const label = await this.#desk.jumpLabelAt(word)
      const letter = letters.shift()
      if (label === null && letter === undefined) throw new Error(`no way to ${this.#text(word)}`)
      await this.#press(label ?? letter ?? '')
      await this.#desk.caughtUp()
      // The caret may have stood there already: the jump must be over, too.
      if (!(await this.#desk.isJumping()) && arrived(await this.#desk.selection())) return
      if (label !== null) throw new Error(`the label ${label} did not lead to ${this.#text(word)}`)
    }
  }

  async #press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#pressed += key.split('+').length
    await this.#desk.keys(...keys)
  }

  #text({ start, end }: Span): string {
    return this.#story.text.slice(start, end)
  }
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
