import { clausesIn } from '../../../shared/story/clauses.ts'
import { blockSentences } from '../../../shared/story/sentences.ts'
import { isBody, type Story } from '../../../shared/story/story.ts'
import { wordsIn } from '../../../shared/story/words.ts'
import { type Span, span } from '../../../shared/units.ts'
import { pick, seededRandom } from '../../bench/random.ts'

export type GoldKind = 'sentence' | 'clause' | 'phrase'

/** A mark that the scripted annotator has to make. */
export interface GoldMark {
  readonly kind: GoldKind
  readonly span: Span
  /** Digit of its tag. */
  readonly digit: '1' | '2' | '3' | '4'
}

const digits = ['1', '2', '3', '4'] as const
// Of ten sentences of the body one stays bare, six are marked whole, three in their clauses.
const BARE = 0.1
const WHOLE = 0.7
// With this share of sentences getting a phrase as well, phrases are above 30 % of all marks.
const WITH_PHRASE = 0.6
const LONGEST_PHRASE = 12

/**
 * The gold marks of a story by rule, nothing chosen by hand; the same for the same seed. For each sentence of the
 * body a number is drawn: it stays bare, is marked whole, or each of its clauses is marked. For each sentence another
 * number says whether an arbitrary phrase is marked in it as well: from a random word, 1–12 words long, but not beyond
 * the sentence; it may lie across other marks. Tags are drawn evenly. In the order of an editor who goes over the story
 * twice: sentences and clauses in reading order, then the phrases in reading order.
 * @param clauses of a sentence, where somebody else drew their borders; usual: our own
 */
export function goldMarks(
  story: Story,
  seed: number,
  clauses: (sentence: Span) => readonly Span[] = (sentence) => clausesIn(story, sentence),
): readonly GoldMark[] {
  const random = seededRandom(seed)
  const first: GoldMark[] = []
  const phrases: GoldMark[] = []
  const sentences = story.blocks
    .filter((block) => isBody(block.kind))
    .flatMap((block) => blockSentences(story, block))
  for (const sentence of sentences) {
    const draw = random()
    const parts = clauses(sentence)
    const digit = () => pick(random, digits)
    if (draw >= BARE && (draw < WHOLE || parts.length < 2)) {
      first.push({ kind: 'sentence', span: sentence, digit: digit() })
    } else if (draw >= WHOLE) {
      for (const part of parts) first.push({ kind: 'clause', span: part, digit: digit() })
    }
    if (random() >= WITH_PHRASE) continue
    const words = [...wordsIn(story.text, sentence)]
    const from = Math.floor(random() * words.length)
    const to = Math.min(words.length - 1, from + Math.floor(random() * LONGEST_PHRASE))
    const [start, end] = [words[from]?.start, words[to]?.end]
    if (start === undefined || end === undefined) continue
    phrases.push({ kind: 'phrase', span: span(start, end), digit: digit() })
  }
  return [...first, ...phrases]
}
