import type { Content } from '../../shared/annotation/annotation.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import { personName } from '../../shared/desk/person-name.ts'
import type { MarkFailure } from '../../shared/failure.ts'
import { saveSentence, sentenceFor } from '../../shared/messages.ts'
import type { Result } from '../../shared/result.ts'
import { fieldProblem } from '../../shared/tags/field-value.ts'
import { builtInTags, findTag, type Tag } from '../../shared/tags.ts'
import type { AnnotationId, Span } from '../../shared/units.ts'
import { command, type Given } from './command.ts'
import { atDesk, type CommandDesk } from './desk.ts'
import { DONE, fail, type Io, NEEDS_A_PERSON, print, say, type WrongUse } from './io.ts'
import { cutCharacters, placeOfQuote, placeOfRange } from './places.ts'
import { sayProblem } from './scheme-words.ts'
import { oneStory } from './stories.ts'

const options = {
  as: { type: 'string' },
  tag: { type: 'string' },
  quote: { type: 'string' },
  prefix: { type: 'string' },
  suffix: { type: 'string' },
  range: { type: 'string' },
  note: { type: 'string' },
  field: { type: 'string', multiple: true },
} as const

export const tag = command({
  name: 'tag',
  usage:
    'tag STORY --as NAME --tag TAG (--quote WORDS [--prefix …] [--suffix …] | --range START-END) [--note …] [--field NAME=VALUE]…',
  summary: 'Marks words of a story and prints the id of the annotation.',
  help: `  --as NAME           who annotates: the annotator known here by exactly that name, else a new one
  --tag TAG           one of the tags that "galley tags STORY" prints; built in are
                      ${builtInTags.map(({ id }) => id).join(', ')}
  --quote WORDS       the words, exactly as "galley text STORY" prints them
  --prefix, --suffix  what stands right before and after them, where they occur more than once
  --range START-END   instead of --quote: from START up to but not including END, in code points of the text
  --note NOTE         a note
  --field NAME=VALUE  a field of the tag, may be repeated; of the built-in ones ${fieldsInWords()}

Nothing is moved or guessed: words that are not there, or there more than once, are refused with their places.
Exit code 0: saved beside the story; 1: not marked, or kept on this computer only; 2: wrong use.
`,
  options,
  async run(given, io) {
    const asked = request(given)
    if ('wrongUse' in asked) return asked
    const name = personName(asked.as)
    if (!name.ok) return { wrongUse: sentenceFor(name.error) }
    return atDesk(io, { person: name.value }, (desk) => mark(desk, asked, io))
  },
})

interface Request {
  readonly story: string
  readonly as: string
  readonly tag: string
  readonly note: string
  readonly fields: readonly Pair[]
  place(opened: OpenedStory): Result<Span, MarkFailure>
}

async function mark({ api, open }: CommandDesk, asked: Request, io: Io): Promise<number | WrongUse> {
  const opened = await open(asked.story)
  if (!opened.ok) return fail(io, opened.error)
  for (const unreadable of opened.value.unreadable) say(io, sentenceFor(unreadable))
  sayProblem(opened.value.scheme, io)
  const content = contentOf(asked, opened.value.scheme.tags)
  if ('wrongUse' in content) return content
  const place = asked.place(opened.value)
  if (!place.ok) return fail(io, place.error)
  for (const character of cutCharacters(opened.value.story.text, place.value)) {
    say(io, `Mind: the mark cuts the character “${character}” in two. Offsets count Unicode code points.`)
  }
  const id = io.newId() as AnnotationId
  const changes = [{ kind: 'put', id, content, span: place.value }] as const
  const changed = await api.changeAnnotations({ story: opened.value.id, changes })
  if (!changed.ok) return fail(io, changed.error)
  const { save } = changed.value
  // What is in memory only ends with this process: there is no annotation to name.
  if (save.kind !== 'not-saved') print(io, `${id}\n`)
  if (save.kind === 'saved') return DONE
  say(io, `${saveSentence(save, (at) => at)}.`)
  return NEEDS_A_PERSON
}

function request({ values, positionals }: Given<typeof options>): Request | WrongUse {
  const story = oneStory(positionals)
  if (typeof story !== 'string') return story
  if (values.as === undefined) return { wrongUse: 'Say who annotates with --as NAME.' }
  if (values.tag === undefined) return { wrongUse: 'Say which tag with --tag TAG.' }
  const fields = pairsOf(values.field ?? [])
  if ('wrongUse' in fields) return fields
  const place = placeOf(values)
  if ('wrongUse' in place) return place
  const { as, tag: wanted, note = '' } = values
  return { story, as, tag: wanted, note, fields, place: place.of }
}

function placeOf(values: Given<typeof options>['values']): { readonly of: Request['place'] } | WrongUse {
  const { quote, range, prefix, suffix } = values
  if ((quote === undefined) === (range === undefined)) {
    return { wrongUse: 'Say which words: either --quote WORDS or --range START-END.' }
  }
  if (quote !== undefined) {
    if (quote === '') return { wrongUse: '--quote needs at least one character.' }
    const wanted = { exact: quote, prefix: prefix ?? '', suffix: suffix ?? '' }
    return { of: ({ story }) => placeOfQuote(story, wanted) }
  }
  if (prefix !== undefined || suffix !== undefined) {
    return { wrongUse: '--prefix and --suffix go with --quote, not with --range.' }
  }
  // A dash too, since that is what Galley prints between two offsets.
  const [, start, end] = /^(\d{1,15})[-–](\d{1,15})$/.exec(range ?? '') ?? []
  if (start === undefined || end === undefined) {
    return { wrongUse: `--range takes two numbers, such as 171-209, not “${range}”.` }
  }
  return { of: ({ story }) => placeOfRange(story, Number(start), Number(end)) }
}

/** `--field NAME=VALUE`, as it was written. */
type Pair = readonly [id: string, value: string]

function pairsOf(given: readonly string[]): readonly Pair[] | WrongUse {
  const wrong = given.find((pair) => pair.indexOf('=') < 1)
  if (wrong !== undefined) return { wrongUse: `--field takes NAME=VALUE, not “${wrong}”.` }
  return given.map((pair): Pair => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
}

/** Only what the story's scheme has can be set here; what somebody else set in another one stays untouched. */
function contentOf({ tag: wanted, note, fields: pairs }: Request, tags: readonly Tag[]): Content | WrongUse {
  const found = findTag(tags, wanted)
  if (found === undefined) {
    const known = tags.map(({ id }) => id)
    return { wrongUse: sentenceFor({ kind: 'unknown-tag', tag: wanted, known }) }
  }
  const fields = new Map<string, string>()
  for (const [id, value] of pairs) {
    const field = found.fields.find((one) => one.id === id)
    if (field === undefined) {
      const known = found.fields.map((one) => one.id)
      return { wrongUse: sentenceFor({ kind: 'unknown-field', field: id, tag: wanted, known }) }
    }
    const problem = fieldProblem(field, value)
    if (problem !== null) return { wrongUse: problem }
    if (value !== '') fields.set(id, value)
  }
  return { tag: found.id, note, fields: Object.fromEntries(fields) }
}

function fieldsInWords(): string {
  return builtInTags
    .map(({ id, fields }) => `${id} has ${fields.map((field) => field.id).join(', ')}`)
    .join('; ')
}
