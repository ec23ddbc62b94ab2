import { directionOf } from '../../shared/story/direction.ts'
import type { Story } from '../../shared/story/story.ts'
import { output } from './office-tools.ts'

/** Without white space and marks of direction, which programs set as they like; a PDF has Arabic by its shapes. */
const clean = (words: string) =>
  words.normalize('NFKC').replace(/[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, '')

/**
 * pdftotext turns lines from right to left about and sets marks of vowels elsewhere: there a block counts as found if
 * each of its words is somewhere, by its letters.
 */
const lettersOf = (words: string) => words.normalize('NFKD').replace(/[^\p{L}]+/gu, '')
const hasWords = (letters: string, words: string): boolean =>
  words.split(/\s+/).every((word) => letters.includes(lettersOf(word)))

/** Blocks from right to left whose words are all there. */
export function rightToLeftIn(story: Story, text: string): Found {
  const whole = lettersOf(text)
  const blocks = story.blocks
    .map(({ start, end }) => story.text.slice(start, end))
    .filter((words) => directionOf(words) === 'rtl')
  return { found: blocks.filter((words) => hasWords(whole, words)).length, of: blocks.length }
}

/** How many of some texts stand in another, white space aside. */
export interface Found {
  readonly found: number
  readonly of: number
}

/** Finds words in a text from some place on; the place behind them, or −1. */
type Find = (whole: string, words: string, from: number) => number

const exactly: Find = (whole, words, from) => {
  const at = whole.indexOf(words, from)
  return at === -1 ? -1 : at + words.length
}

/** With the numbers of notes between them, which stand behind each mark in a report on paper. */
export const amongNoteNumbers: Find = (whole, words, from) => {
  for (let start = from; start < whole.length; start++) {
    let at = start
    let met = 0
    while (met < words.length && at < whole.length) {
      if (whole[at] === words[met]) met++
      else if (met === 0 || !/\d/.test(whole.charAt(at))) break
      at++
    }
    if (met === words.length) return at
  }
  return -1
}

/** The blocks of a story, cells of its tables each for itself, in their order. */
export function blocksIn(story: Story, text: string, find: Find = exactly, leaveRtl = false): Found {
  const whole = clean(text)
  const wanted = story.blocks
    .flatMap(({ start, end }) => story.text.slice(start, end).split('\t'))
    .filter((words) => !leaveRtl || directionOf(words) !== 'rtl')
    .map(clean)
    .filter((words) => words !== '')
  let at = 0
  let found = 0
  for (const words of wanted) {
    const behind = find(whole, words, at)
    if (behind === -1) continue
    found++
    at = behind
  }
  return { found, of: wanted.length }
}

/** Notes, anywhere. @param text in the order of the page, @param sorted as it lies on the paper */
export function notesIn(notes: readonly string[], text: string, sorted: string): Found {
  const [whole, letters] = [clean(text), lettersOf(sorted)]
  const found = notes.filter((note) =>
    directionOf(note) === 'rtl' ? hasWords(letters, note) : whole.includes(clean(note)),
  )
  return { found: found.length, of: notes.length }
}

export const isAll = ({ found, of }: Found): boolean => found === of
export const inWords = ({ found, of }: Found): string => `${found} of ${of}`

// Points from the upper edge of the page: of our Word documents, and of our reports (see print-style.ts).
const WORD_BODY = { top: 50, bottom: 770 }
export const REPORT_BODY = { top: 40, bottom: 787 }

/** The text of a PDF on A4 without the margins at the top and the bottom, where footers would cut a paragraph in two. */
export function bodyTextOf(pdf: string, { top, bottom } = WORD_BODY, order: readonly string[] = []): string {
  const width = 600
  const box = ['-x', '0', '-y', String(top), '-W', String(width), '-H', String(bottom - top)]
  return output('pdftotext', [...order, ...box, pdf, '-']) ?? ''
}

/** Pages and fonts of a PDF. */
export function paperOf(pdf: string): {
  readonly pages: string
  readonly isTagged: boolean
  readonly fonts: Found
} {
  const info = output('pdfinfo', [pdf]) ?? ''
  const fonts = (output('pdffonts', [pdf]) ?? '').split('\n').slice(2).filter(Boolean)
  // Columns: … emb sub uni object ID
  const embedded = fonts.filter((line) => /\syes\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$/.test(line))
  return {
    pages: /^Pages:\s+(\d+)/m.exec(info)?.[1] ?? 'no',
    isTagged: /^Tagged:\s+yes/m.test(info),
    fonts: { found: embedded.length, of: fonts.length },
  }
}
