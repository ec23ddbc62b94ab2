import { sentenceFor } from '../../shared/messages.ts'
import { labelledFields } from '../../shared/report/report-tags.ts'
import { type Tag, tagLabel } from '../../shared/tags.ts'
import { command } from './command.ts'
import { atDesk } from './desk.ts'
import { DONE, fail, type Io, paint, print, say } from './io.ts'
import { printable, quotedWords } from './printable.ts'
import { type Row, rowsOf } from './rows.ts'
import { sayProblem } from './scheme-words.ts'
import { oneStory } from './stories.ts'

export const list = command({
  name: 'list',
  usage: 'list STORY [--json]',
  summary: 'Lists all annotations of a story, of every annotator, in reading order.',
  help: `  --json  an array of objects: id, annotator, tag, start, end (code points, null for an orphan), quote, note,
          fields, status ("placed", "changed": other words stand there than were confirmed, or "orphan")

Tags and fields are called as in the scheme of the story; see "galley tags --help".
Annotation files that can't be read are named on standard error. "galley check" tells by its exit code.
Exit code 0: listed; 1: the story can't be opened; 2: wrong use.
`,
  options: { json: { type: 'boolean', default: false } },
  async run({ values, positionals }, io) {
    const story = oneStory(positionals)
    if (typeof story !== 'string') return story
    return atDesk(io, {}, async ({ open }) => {
      const opened = await open(story)
      if (!opened.ok) return fail(io, opened.error)
      for (const unreadable of opened.value.unreadable) say(io, sentenceFor(unreadable))
      sayProblem(opened.value.scheme, io)
      const rows = rowsOf(opened.value)
      print(
        io,
        values.json
          ? `${JSON.stringify(rows, null, 2)}\n`
          : rows.map((row) => inWords(row, opened.value.scheme.tags, io)).join(''),
      )
      return DONE
    })
  },
})

function inWords(row: Row, tags: readonly Tag[], io: Io): string {
  const { start, end, annotator, tag, quote, note, fields, status } = row
  const doubt = status === 'placed' ? [] : [paint(io, io.stdout, 'yellow', status)]
  const place = [...(start === null ? [] : [`${start}–${end}`]), ...doubt].join(' ')
  const label = paint(io, io.stdout, 'bold', printable(tagLabel(tags, tag)))
  const extra = [
    ...(note === '' ? [] : [printable(note)]),
    ...labelledFields(tags, tag, fields).map(
      ({ label, value }) => `${printable(label)}: ${printable(value)}`,
    ),
  ]
  const head = [place, label, quotedWords(quote), printable(annotator)].join('  ')
  return [head, ...extra.map((line) => paint(io, io.stdout, 'dim', `    ${line}`)), ''].join('\n')
}
