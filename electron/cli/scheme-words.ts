import { sentenceFor } from '../../shared/messages.ts'
import { SCHEME_FILE, type Tag, type TagField, type TagScheme } from '../../shared/tags.ts'
import { type Io, paint, say } from './io.ts'
import { printable } from './printable.ts'

/** Says why the tags are not those that the folder was meant to have. */
export function sayProblem({ problem }: TagScheme, io: Io): void {
  if (problem !== null) say(io, sentenceFor(problem))
}

const sources: { readonly [S in TagScheme['source']]: string } = {
  folder: `Tags of the folder, from ${SCHEME_FILE}:`,
  settings: 'Your own tags, from the settings of the window:',
  'built-in': 'Built-in tags:',
}

/** A scheme for a person to read. */
export function schemeInWords({ tags, source }: TagScheme, io: Io): string {
  return [sources[source], ...tags.flatMap((tag) => tagInWords(tag, io)), ''].join('\n')
}

function tagInWords(tag: Tag, io: Io): readonly string[] {
  const { key, id, label, description, line, light, dark, fields } = tag
  const extra = [
    ...(description === '' ? [] : [printable(description)]),
    `${line} line, ${light} on light paper, ${dark} on dark`,
    ...fields.map(fieldInWords),
  ]
  return [
    `${key}  ${paint(io, io.stdout, 'bold', printable(label))}  ${id}`,
    ...extra.map((words) => paint(io, io.stdout, 'dim', `   ${words}`)),
  ]
}

function fieldInWords({ id, label, kind, choices }: TagField): string {
  const what = { text: 'text', link: 'a link', 'yes-no': 'yes or no', choice: choices.join(', ') }[kind]
  return `${id} (${printable(label)}): ${printable(what)}`
}
