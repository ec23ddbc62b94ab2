import type { LeftOut, LeftOutKind } from '../exchange/left-out.ts'

const sentences: Readonly<Record<LeftOutKind, (annotations: string) => string>> = {
  annotators: (of) => `Who made them is not in the file (${of}).`,
  times: (of) => `When they were made and changed is not in the file (${of}).`,
  notes: (of) => `Notes are not in the file (${of}).`,
  fields: (of) => `Fields are not in the file (${of}).`,
  replies: (of) => `Replies are not in the file (${of}).`,
  links: () =>
    'Relations and events between annotations are not in the file where one of the annotations is not.',
  characters: () => 'Control characters, which the format does not allow, were replaced.',
  orphans: (of) => `Annotations whose words were not found in the story are not in the file (${of}).`,
  'confirmed-words': (of) =>
    `The file has the words as they are now, not those that were confirmed before they changed (${of}).`,
  alternatives: (of) => `Of annotations with two versions only the one shown is in the file (${of}).`,
  'note-lines': (of) => `Line breaks in notes became spaces (${of}).`,
  'long-texts': (of) => `Texts longer than 32,767 characters, the most that a cell holds, were cut (${of}).`,
  layout: () => 'The text is in the file without its headings, emphasis, links and pictures.',
}

/** What a format could not hold, as a sentence. */
export function sentenceForLeftOut({ kind, count }: LeftOut): string {
  return sentences[kind](count === 1 ? '1 annotation' : `${count} annotations`)
}

const names: Readonly<Record<LeftOutKind, string>> = {
  annotators: 'who made them',
  times: 'when they were made',
  notes: 'notes',
  fields: 'fields',
  replies: 'replies',
  links: 'relations of annotations that are left out',
  characters: 'control characters',
  orphans: 'those not found in the text',
  'confirmed-words': 'the words confirmed before they changed',
  alternatives: 'second versions',
  'note-lines': 'line breaks in notes',
  'long-texts': 'texts longer than a cell holds',
  layout: 'the layout of the story',
}

/** What a format can't hold, within a sentence: "replies, second versions". */
export function leftOutInWords(leftOut: readonly LeftOut[]): string {
  return leftOut.map(({ kind }) => names[kind]).join(', ')
}
