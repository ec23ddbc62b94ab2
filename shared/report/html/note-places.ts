import type { Entry } from './entry.ts'
import type { BlockLayout } from './story-layout.ts'

// Beside the text: 24 rem of small type hold about so many characters, and a line is so many rem high.
const LINE_CHARACTERS = 54
const LINE = 1.18
/** What is around a note. */
const AROUND = 0.6
/** More notes than this leave no room to choose their places. */
const MOST = 8

/**
 * The rows of the grid in which the notes of one block stand beside it: before each note a gap of at most so much
 * that it stands level with the start of its mark. The height of a note is not known here and the gaps shrink where
 * there is no room, so the notes never meet and never reach below their place. null: they stand from the top.
 * @param end of the text that the notes may reach down beside
 */
export function noteTracks({ block, notes }: BlockLayout, end: number): string | null {
  const length = end - block.start
  if (notes.length === 0 || notes.length > MOST || length <= 0) return null
  const parts = notes.map(
    ({ annotation: { span } }) => Math.max(0, (span?.start ?? 0) - block.start) / length,
  )
  if (parts.every((part) => part < SOON)) return null
  const tracks = parts.map((part, index) => {
    const before = notes[index - 1]
    const share = `${Math.round((part - (parts[index - 1] ?? 0)) * 1000) / 10}%`
    const gap = before === undefined ? share : `max(0px,${share} - ${heightOf(before)}rem)`
    return `minmax(0,${gap}) auto`
  })
  return tracks.join(' ')
}

/** So near to the start of the block that it is in its first line. */
const SOON = 0.08

/** About, in rem. */
function heightOf({ annotation, annotator, tag, fields, answers }: Entry): number {
  const paragraphs = [
    `${tag.label} ${annotator} 00`,
    annotation.note,
    fields.map(({ label, value }) => `${label}: ${value}`).join('  '),
    ...answers.map(({ name, reply }) => `${name} disputes ${reply.note}`),
    ...annotation.alternatives.map(({ note }) => `Another version, from another computer: ${note}`),
  ]
  const lines = paragraphs.reduce((sum, words) => sum + Math.ceil(words.length / LINE_CHARACTERS), 0)
  return Math.round((lines * LINE + AROUND) * 10) / 10
}
