import type { Range } from './ranges.ts'

/**
 * Pairs the quotation marks of a block of any script: “…”, ‘…’, „…“, ”…”, «…», »…«, ‹…›, 「…」, 『…』, 〝…〟, "…",
 * '…' and the gershayim of Hebrew. Our own rules over characters. Limits: nested marks of one kind that are both
 * straight can't be told apart, and an apostrophe at the end of a word inside single quotation marks ("‘the drivers’
 * van’") is told from the closing mark only where a sign stands before that one.
 */

interface Open {
  readonly mark: string
  readonly at: number
  /** Marks that close it. */
  readonly closers: string
}

const marks = /["“”„‟«»‹›「」『』﹁﹂﹃﹄〝〞〟＂‘’‚'״]/gu
/** What closes a quotation, by the mark that opens it. A straight mark may close a curly one that was typed in haste. */
const closersOf: Readonly<Record<string, string>> = {
  '“': '”"“',
  '„': '“”‟"',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '﹁': '﹂',
  '﹃': '﹄',
  '〝': '〟〞',
  '"': '"”',
  '＂': '＂',
  '״': '״',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
}
/** Always open. */
const opening = '„「『﹁﹃〝‚'
/** Open where they stand before a word, else close or mean something else. */
const single = "‘’‚'"
/** Run to the end of the block when nothing closes them, as in a speech of several paragraphs. */
const mayStayOpen = '“„«「『'
const mayLackOpening = '”»」』'

/** More marks than this stand open at once only by mistake. */
const DEEPEST = 16
/** A closing mark is looked for within a long speech. */
const SPEECH_REACH = 600

const letter = /[\p{L}\p{N}]/u
/** A letter of a script in which a mark between two letters is part of a word. */
const spaced = /(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}]/u
const beforeOpening = /[\s([{（【—–\-/:：、，。“„«‘「『"']|[\u3040-\u30ff\u3400-\u9fff]/u
const afterOpening = /[^\s.,;:!?)\]}”’»」』]/u
const proclitics = /^[ושהכלמב]{1,3}$/u
const hebrew = /[\u05d0-\u05ea]/u

/** Quotations of a text, their marks included, by start; the outer one first. They nest, but never cross. */
export function pairQuotations(text: string): readonly Range[] {
  const found: Range[] = []
  let open: Open[] = []
  let seen = false
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const role = roleOf(text, mark, index, open)
    if (role === null) continue
    if (role === 'opens') {
      // Straight marks don't nest in themselves: the earlier one was an apostrophe, a foot or an oversight.
      open = open.filter((one) => one.mark !== mark || (mark !== '"' && mark !== "'"))
      open.push({ mark, at: index, closers: closersOf[mark] ?? '' })
      if (open.length > DEEPEST) open.shift()
    } else {
      const at = open.findLastIndex(({ closers }) => closers.includes(mark))
      const closed = open[at]
      if (closed !== undefined) {
        found.push({ start: closed.at, end: index + mark.length })
        open = open.slice(0, at)
      } else if (!seen && mayLackOpening.includes(mark)) {
        const start = text.length - text.trimStart().length
        found.push({ start, end: index + mark.length })
      }
    }
    seen = true
  }
  for (const { mark, at } of open) {
    const first = !letter.test(text.slice(0, at))
    if (!mayStayOpen.includes(mark) && !(mark === '"' && first)) continue
    if (found.some(({ start }) => start > at && text[start] === mark)) continue
    const end = text.trimEnd().length
    if (letter.test(text.slice(at, end))) found.push({ start: at, end })
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function roleOf(text: string, mark: string, at: number, open: readonly Open[]): 'opens' | 'closes' | null {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  const joins = spaced.test(before) && spaced.test(after)
  const atWord = (before === '' || beforeOpening.test(before)) && afterOpening.test(after)
  const closes = open.some(({ closers }) => closers.includes(mark))
  if (opening.includes(mark)) return 'opens'
  if (mark === '״' || (mark === '"' && joins && hebrew.test(before))) {
    return roleOfGershayim(text, at, joins, closes, atWord)
  }
  if (single.includes(mark)) {
    if (joins || isShortened(text, at)) return null
    if (closes && after !== '' && atWord && mark === "'") return 'opens'
    if (closes && !/\s/u.test(before)) return isPossessive(text, at) ? null : 'closes'
    return mark !== '’' && atWord ? 'opens' : null
  }
  if (mark === '“' || mark === '«' || mark === '‹') {
    const openHere = open.at(-1)
    const closesHere = openHere?.closers.includes(mark) === true && !atWord
    return closesHere || (closes && openHere?.mark !== mark && !atWord) ? 'closes' : 'opens'
  }
  if (mark === '」' || mark === '』' || mark === '﹂' || mark === '﹄' || mark === '〟' || mark === '〞') {
    return 'closes'
  }
  if (closes && !(atWord && /[\s([{—–]/u.test(before) && mark === '"')) return 'closes'
  if (atWord && !/[\u3040-\u30ff\u3400-\u9fff]/u.test(mark === '"' ? '' : before)) return 'opens'
  return mark === '"' || mark === '＂' ? null : 'closes'
}

/** ד״ר and צה״ל are abbreviations, with the mark before the last letter; ב״הארץ״ is a quotation behind a proclitic. */
function roleOfGershayim(
  text: string,
  at: number,
  joins: boolean,
  closes: boolean,
  atWord: boolean,
): 'opens' | 'closes' | null {
  if (!joins) return atWord && !closes ? 'opens' : closes ? 'closes' : null
  const head = /[\u05d0-\u05ea]*$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  const tail = /^[\u05d0-\u05ea]*/u.exec(text.slice(at + 1, at + 25))?.[0] ?? ''
  return !closes && tail.length > 1 && proclitics.test(head) ? 'opens' : null
}

/** ’90s, ’til, ’em: an apostrophe in place of what was left out. */
function isShortened(text: string, at: number): boolean {
  return /^['‘’](?:\d\ds\b|(?:til|tis|twas|em|cause|n)\b)/iu.test(text.slice(at, at + 8))
}

/** "the drivers’ van": an apostrophe behind s, while another mark behind a sign closes later. */
function isPossessive(text: string, at: number): boolean {
  if (!/s/iu.test(text.charAt(at - 1)) || !/^.\s+\p{Ll}/u.test(text.slice(at, at + 4))) return false
  return /^[^‘]*?[.,!?…]['’](?!\p{L})/u.test(text.slice(at + 1, at + 1 + SPEECH_REACH))
}
