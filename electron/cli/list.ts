import { sentenceFor } from '../../shared/messages.ts'
import { builtInTags, tagLabel } from '../../shared/tags.ts'
import { command } from './command.ts'
import { atDesk } from './desk.ts'
import { DONE, fail, type Io, paint, print, say } from './io.ts'
import { printable, quotedWords } from './printable.ts'
import { type Row, rowsOf } from './rows.ts'
import { oneStory } from './stories.ts'

export const list = command({
  name: 'list',
  usage: 'list STORY [--json]',
  summary: 'Lists all annotations of a story, of every annotator, in reading order.',
  help: `  --json  an array of objects: id, annotator, tag, start, end (code points, null for an orphan), quote, note,
          fields, status ("placed", "changed": other words stand there than were confirmed, or "orphan")

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
      const rows = rowsOf(opened.value)
      print(
        io,
        values.json ? `${JSON.stringify(rows, null, 2)}\n` : rows.map((row) => inWords(row, io)).join(''),
      )
      return DONE
    })
  },
})

function inWords({ start, end, annotator, tag, quote, note, fields, status }: Row, io: Io): string {
  const doubt = status === 'placed' ? [] : [paint(io, io.stdout, 'yellow', status)]
  const place = [...(start === null ? [] : [`${start}–${end}`]), ...doubt].join(' ')
  const label = paint(io, io.stdout, 'bold', printable(tagLabel(builtInTags, tag)))
  const extra = [
    ...(note === '' ? [] : [printable(note)]),
    ...Object.entries(fields).map(([id, value]) => `${printable(id)}: ${printable(value)}`),
  ]
  const head = [place, label, quotedWords(quote), printable(annotator)].join('  ')
  return [head, ...extra.map((line) => paint(io, io.stdout, 'dim', `    ${line}`)), ''].join('\n')
}
