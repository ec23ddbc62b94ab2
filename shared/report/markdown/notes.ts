import type { PublicContent } from '../../annotation/annotation.ts'
import type { Entry } from '../html/entry.ts'
import { shortDate } from '../plain-words.ts'
import { isResolved, REPLIED, verdictWords } from '../threads.ts'
import { line, paragraphs } from './plain.ts'
import { indented } from './story-blocks.ts'

/** Where the paragraphs of a footnote go on (GFM). */
const INDENT = '    '

/** The note of a mark: tag, annotator, words, fields, replies. */
export function footnote(entry: Entry): string {
  const { number, tag, annotator } = entry
  const head = `**${line(tag.label)}**, ${line(annotator)}`
  return indented([head, ...wordsOf(entry)].join('\n\n'), `[^${number}]: `, INDENT)
}

/** What an annotator wrote, and others to it, as blocks of Markdown. */
export function wordsOf({ annotation, fields, answers }: Entry): readonly string[] {
  const { note, drift, quote, alternatives } = annotation
  const values = fields.map(({ label, value }) => `*${line(label)}:* ${line(value)}`)
  const changed =
    drift === 'none'
      ? []
      : drift === 'sentence'
        ? ['*The sentence around it has changed since it was confirmed.*']
        : [`*The words have changed; confirmed were:* ${line(quote)}`]
  return [
    ...paragraphs(note),
    ...(values.length === 0 ? [] : [values.join(' · ')]),
    ...changed,
    ...alternatives.map(alternative),
    ...answersOf(answers),
  ]
}

function alternative({ tag, note, fields }: PublicContent): string {
  const values = Object.entries(fields).map(([id, value]) => `${id}: ${value}`)
  const words = [tag, note, ...values].filter((one) => one !== '').join(' · ')
  return `*Another version, from another computer:* ${line(words)}`
}

function answersOf(answers: Entry['answers']): readonly string[] {
  if (answers.length === 0) return []
  const items = answers.map(({ reply: { verdict, note, created }, name, depth }) => {
    const head = `**${line(name)}** ${verdict === null ? REPLIED : verdictWords[verdict]}, ${shortDate(created)}`
    return `${'  '.repeat(depth)}- ${head}${note.trim() === '' ? '' : `: ${line(note)}`}`
  })
  return [...(isResolved(answers) ? ['*Resolved.*'] : []), items.join('\n')]
}
