import path from 'node:path'
import type { ImportPreview } from '../../shared/desk/contract-import.ts'
import { personName } from '../../shared/desk/person-name.ts'
import { type ImportFormat, importFormats } from '../../shared/exchange/formats.ts'
import { ownTag, proposeTags } from '../../shared/exchange/tag-table.ts'
import { saveSentence, sentenceFor } from '../../shared/messages.ts'
import type { Tag } from '../../shared/tags.ts'
import type { TagId } from '../../shared/units.ts'
import { command, type Given } from './command.ts'
import { atDesk, type CommandDesk } from './desk.ts'
import { type ImportFinding, importInWords, needsPerson } from './import-finding.ts'
import { DONE, fail, type Io, NEEDS_A_PERSON, print, say, type WrongUse } from './io.ts'
import { sayProblem } from './scheme-words.ts'

const options = {
  as: { type: 'string' },
  format: { type: 'string' },
  map: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

export const importMarks = command({
  name: 'import',
  usage: 'import STORY FILE [--as NAME] [--format FORMAT] [--map WORD=TAG]… [--dry-run] [--json]',
  summary: 'Takes in annotations of another program as layers of a story.',
  help: `FILE is a brat .ann (with its .txt beside it, where there is one), W3C JSON-LD, a Hypothesis export, a CSV with the
columns of "galley export", a Label Studio export, or a Word document with comments.

  --as NAME        all of them go into the layer of this annotator: the one known here by exactly that name, else a
                   new one. Without it each author of FILE gets a layer of that name
  --format FORMAT  ${importFormats.join(', ')}; without it, told by name and content
  --map WORD=TAG   what the file's word for a kind of mark becomes; may be repeated. The others become the tag of that
                   name, or what is well known to mean it, else a tag of their own
  --dry-run        says what would happen, and writes nothing
  --json           an object: story, file, format, dryRun, layers (names), words (each with word, tag, known, count),
                   placed, orphans (id, quote, annotator), already, deleted, replies, leftOut, warnings, problem

Nothing that is there is changed: importing a file twice adds nothing, and what was deleted here stays deleted.
Exit code 0: all is in; 1: something needs a person (an orphan, something left out, work that is not yet beside the
story, a file that can't be read); 2: wrong use.
`,
  options,
  async run(given, io) {
    const asked = request(given)
    if ('wrongUse' in asked) return asked
    const chooseImport = async () => path.resolve(io.cwd, asked.file)
    return atDesk(io, { chooseImport }, (desk) => takeIn(desk, asked, io))
  },
})

interface Request {
  readonly story: string
  readonly file: string
  /** null: each author of the file under their own name. */
  readonly as: string | null
  readonly format: ImportFormat | null
  readonly map: readonly Pair[]
  readonly dryRun: boolean
  readonly json: boolean
}

type Pair = readonly [word: string, tag: string]

function request({ values, positionals }: Given<typeof options>): Request | WrongUse {
  const [story, file, ...more] = positionals
  if (story === undefined) return { wrongUse: 'Name the story.' }
  if (file === undefined) return { wrongUse: 'Name the file with the annotations, after the story.' }
  if (more.length > 0) return { wrongUse: `One file at a time, not also ${more.join(', ')}.` }
  const name = values.as === undefined ? null : personName(values.as)
  if (name?.ok === false) return { wrongUse: sentenceFor(name.error) }
  const format = importFormats.find((one) => one === values.format) ?? null
  if (values.format !== undefined && format === null) {
    return { wrongUse: `There is no format “${values.format}”. Choose from: ${importFormats.join(', ')}.` }
  }
  const wrong = (values.map ?? []).find((pair) => !/^.*=\s*\S/s.test(pair))
  if (wrong !== undefined) return { wrongUse: `--map takes WORD=TAG, not “${wrong}”.` }
  // The last sign of equality: a word of another program may hold one.
  const map = (values.map ?? []).map((pair): Pair => {
    const at = pair.lastIndexOf('=')
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  })
  return { story, file, as: name?.value ?? null, format, map, dryRun: values['dry-run'], json: values.json }
}

async function takeIn({ api, open }: CommandDesk, asked: Request, io: Io): Promise<number | WrongUse> {
  const opened = await open(asked.story)
  if (!opened.ok) return fail(io, opened.error)
  const { id: story, scheme, unreadable } = opened.value
  for (const failure of unreadable) say(io, sentenceFor(failure))
  sayProblem(scheme, io)
  const read = await api.readImport({ story, ...formatOf(asked) })
  if (!read.ok) return fail(io, read.error)
  if (read.value === null) return NEEDS_A_PERSON
  const preview = read.value
  const tags = tableOf(asked.map, preview, scheme.tags)
  if ('wrongUse' in tags) return tags
  const nameless = preview.authors.some(({ author }) => author === null)
  if (asked.as === null && nameless) {
    return { wrongUse: 'The file does not say who made the annotations. Say it with --as NAME.' }
  }
  const authors = preview.authors.map(({ author }) =>
    asked.as === null ? { author, name: author ?? '' } : { author, name: asked.as, own: true },
  )
  const done = await api.importMarks({ story, token: preview.token, authors, tags, dry: asked.dryRun })
  if (!done.ok) return fail(io, done.error)
  const { save, ...outcome } = done.value
  const isSafe = save.kind === 'saved'
  const finding: ImportFinding = {
    story: asked.story,
    file: asked.file,
    format: preview.format,
    dryRun: asked.dryRun,
    words: preview.words.map((one) => ({ ...one, ...changed(one.word, tags, scheme.tags) })),
    ...outcome,
    problem: isSafe ? null : `${saveSentence(save, (at) => at)}.`,
  }
  print(io, asked.json ? `${JSON.stringify(finding, null, 2)}\n` : importInWords(finding, io))
  return needsPerson(finding) ? NEEDS_A_PERSON : DONE
}

function formatOf({ format }: Request): { readonly format?: ImportFormat } {
  return format === null ? {} : { format }
}

type Choice = { readonly word: string; readonly tag: TagId }

function tableOf(
  map: readonly Pair[],
  { words }: ImportPreview,
  tags: readonly Tag[],
): readonly Choice[] | WrongUse {
  const unknown = map.find(([word]) => !words.some((one) => one.word === word))
  if (unknown !== undefined) {
    const known = words.map(({ word }) => word).join(', ')
    return { wrongUse: `The file has no word “${unknown[0]}”. Its words are: ${known}.` }
  }
  return map.map(([word, tag]) => ({ word, tag: proposeTags([tag], tags)[0]?.tag ?? ownTag(tag) }))
}

function changed(word: string, choices: readonly Choice[], tags: readonly Tag[]) {
  const choice = choices.find((one) => one.word === word)
  if (choice === undefined) return {}
  return { tag: choice.tag, known: tags.some(({ id }) => id === choice.tag) }
}
