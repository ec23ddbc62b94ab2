import { clausesIn } from '../../../shared/story/clauses.ts'
import { quotationAt } from '../../../shared/story/quotations.ts'
import { blockSentences, sentencesIn } from '../../../shared/story/sentences.ts'
import { type Span, textOffset } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'
import { clauseCases } from '../../unit/story/clause-cases.ts'
import { quotationCases } from '../../unit/story/quotation-cases.ts'
import { sentenceCases } from '../../unit/story/sentence-cases.ts'

export interface TableResult {
  readonly table: string
  readonly cases: number
  /** What each wrong case is for. */
  readonly wrong: readonly string[]
}

interface Case {
  readonly why: string
  readonly text: string
}

function check<T extends Case>(table: string, cases: readonly T[], holds: (one: T) => boolean): TableResult {
  return { table, cases: cases.length, wrong: cases.filter((one) => !holds(one)).map(({ why }) => why) }
}

/** The tables of the unit tests, asked of whatever runs this. */
export function checkTables(): readonly TableResult[] {
  const words = (text: string, spans: readonly Span[]) =>
    spans.map(({ start, end }) => text.slice(start, end))
  const equal = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b)
  return [
    check('sentences', sentenceCases, ({ text, sentences }) =>
      equal(words(text, sentencesIn(text, 0, text.length)), sentences),
    ),
    check('clauses', clauseCases, ({ text, clauses }) => {
      const made = story(text).story
      const all = made.blocks
        .flatMap((block) => blockSentences(made, block))
        .flatMap((sentence) => clausesIn(made, sentence))
      return equal(words(text, all), clauses)
    }),
    check('quotations', quotationCases, ({ text, offset, quotation }) => {
      const found = quotationAt(story(text).story, textOffset(offset))
      return (found && text.slice(found.start, found.end)) === quotation
    }),
  ]
}
