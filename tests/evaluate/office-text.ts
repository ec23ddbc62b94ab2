import type { Story } from '../../shared/story/story.ts'
import { output } from './office-tools.ts'

/** Without white space and marks of direction, which programs set as they like; a PDF has Arabic by its shapes. */
const clean = (words: string) =>
  words.normalize('NFKC').replace(/[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, '')

/** How many of some texts stand in another, white space aside. */
export interface Found {
  readonly found: number
  readonly of: number
}

/** The blocks of a story, cells of its tables each for itself, in their order. */
export function blocksIn(story: Story, text: string): Found {
  const whole = clean(text)
  const wanted = story.blocks
    .flatMap(({ start, end }) => story.text.slice(start, end).split('\t'))
    .map(clean)
    .filter((words) => words !== '')
  let at = 0
  let found = 0
  for (const words of wanted) {
    const place = whole.indexOf(words, at)
    if (place === -1) continue
    found++
    at = place + words.length
  }
  return { found, of: wanted.length }
}

/** Any texts, anywhere. */
export function textsIn(texts: readonly string[], text: string): Found {
  const whole = clean(text)
  return { found: texts.filter((one) => whole.includes(clean(one))).length, of: texts.length }
}

export const isAll = ({ found, of }: Found): boolean => found === of
export const inWords = ({ found, of }: Found): string => `${found} of ${of}`

/** The text of a PDF on A4 without the margins at the top and the bottom, where footers would cut a paragraph in two. */
export function bodyTextOf(pdf: string): string {
  const [margin, height, width] = [50, 720, 600]
  const box = ['-x', '0', '-y', String(margin), '-W', String(width), '-H', String(height)]
  return output('pdftotext', [...box, pdf, '-']) ?? ''
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
