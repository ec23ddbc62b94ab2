import { type Made, stemOf } from '../exchange/made.ts'
import type { Story } from '../story/story.ts'
import { safeHref } from '../tags/field-value.ts'
import { choiceWords } from './choice-words.ts'
import { toCheck } from './html/check-html.ts'
import { type Entry, entriesOf } from './html/entry.ts'
import { titleOf } from './html/masthead-html.ts'
import { bracketsFor } from './markdown/brackets.ts'
import { footnote, wordsOf } from './markdown/notes.ts'
import { line } from './markdown/plain.ts'
import { indented, storyBlocks } from './markdown/story-blocks.ts'
import { annotationTable, numberTables } from './markdown/tables.ts'
import { count, dateAndTime, grouped } from './plain-words.ts'
import { chosenAnnotations, layersInUse, type ReportInput } from './report-input.ts'

/**
 * The annotated report in Markdown (CommonMark with the tables and footnotes of GFM): the story with its marks
 * between brackets, and each mark's note as a footnote. Two annotators are not shown side by side.
 */
export function markdownReport(input: ReportInput): Made {
  const name = `${stemOf(input.story.name)}.report.md`
  const mediaType = 'text/markdown; charset=utf-8; variant=GFM'
  return { name, files: [{ name, mediaType, content: textOf(input) }], leftOut: [] }
}

function textOf(given: ReportInput): string {
  const { tags: chosen } = given.choice
  const annotations = chosenAnnotations(given)
  const input = {
    ...given,
    annotations,
    layers: layersInUse({ ...given, annotations }),
    tags: chosen === null ? given.tags : given.tags.filter(({ id }) => chosen.includes(id)),
  }
  const { story } = input
  const entries = entriesOf(input, given.layers)
  const placed = entries.filter(({ place }) => place !== null)
  const found = toCheck(entries)
  const blocks = [
    `# ${line(titleOf(story))}`,
    ...topOf(input, entries),
    '## The story, with its marks',
    ...storyBlocks(story, entries),
    ...linkBlocks(story),
    ...(found === null ? [] : ['## To be checked', ...checkBlocks(entries, story.text)]),
    '## Numbers',
    ...numberTables(input, entries),
    '## All annotations',
    entries.length === 0
      ? 'No annotations in the chosen layers.'
      : 'In reading order. Place: from–to in characters (Unicode code points) of the story text.',
    ...(entries.length === 0 ? [] : [annotationTable(entries)]),
    `SHA-256 of the story text: \`${input.textSha256}\``,
    ...placed.map(footnote),
  ]
  return `${blocks.join('\n\n')}\n`
}

function topOf(input: ReportInput, entries: readonly Entry[]): readonly string[] {
  const { story, layers, made, galleyVersion, choice, tags } = input
  const chosen = choiceWords(choice, tags)
  const brackets = bracketsFor(story.text)
  const orphans = entries.filter(({ place }) => place === null).length
  const people = layers.map(({ annotator, name }) => {
    const own = entries.filter(({ annotation }) => annotation.creator === annotator).length
    return `${line(name)} (${grouped(own)})`
  })
  const lost = orphans === 0 ? '' : `, ${count(orphans, 'of them')} not found in the text`
  const by = people.length === 0 ? '' : ` by ${people.join(', ')}`
  return [
    `Annotated report on ${line(story.name)}, made with Galley ${line(galleyVersion)} on ${line(dateAndTime(made))}.`,
    ...(chosen === null ? [] : [`**${line(chosen)}**`]),
    `${count(entries.length, 'annotation')}${by}${lost}.`,
    ...(brackets === null || entries.length === 0
      ? []
      : [
          `Marked words stand ${brackets.open}between brackets${brackets.close}; the number behind the first leads to the tag, the annotator and the note.`,
        ]),
  ]
}

/** Where a mark meets a link its words are not one: a number can't stand in it. So all addresses are here. */
function linkBlocks({ text, marks }: Story): readonly string[] {
  const links = marks.flatMap(({ kind, start, end, href }) => {
    const safe = kind === 'link' ? safeHref(href) : null
    if (safe === null) return []
    const address = safe.replace(/[<>]/g, encodeURIComponent)
    return [`- ${line(text.slice(start, end))}: <${address}>`]
  })
  return links.length === 0 ? [] : ['## Links in the story', links.join('\n')]
}

/** What changed or was not found, with the words that were confirmed. */
function checkBlocks(entries: readonly Entry[], text: string): readonly string[] {
  return entries
    .filter(({ place, annotation }) => place === null || annotation.drift !== 'none')
    .map((entry) => {
      const { number, annotation, tag, annotator, place } = entry
      const { span, quote } = annotation
      const now = span === null ? 'not found in the text' : line(text.slice(span.start, span.end))
      const head = `**${number} ${line(tag.label)}**, ${line(annotator)}`
      const words = [`*Confirmed:* ${line(quote)}`, `*Now:* ${now}`]
      return indented([head, ...words, ...(place === null ? wordsOf(entry) : [])].join('\n\n'), '- ', '  ')
    })
}
