import { escaped, type Surroundings } from './markdown-escape.ts'
import type { Inline, LocalMark } from './story-builder.ts'

/** How a text is put into Markdown. */
export interface PhrasingStyle extends Surroundings {
  /** Source of a `\n` inside of the text: a hard break and the margin of the next line. */
  readonly lineBreak: string
  readonly emphasis: '*' | '_'
}

/** Where several marks begin and end at one place, the first of these is outermost. */
const order = ['link', 'strong', 'emphasis', 'strike', 'code']

/** Source of a text with its marks. What it reads as is for the caller to check. */
export function writePhrasing(inline: Inline, style: PhrasingStyle): string {
  const { text } = inline
  const signs = escaped(text, style)
  const marks = inline.marks.toSorted(
    (a, b) => b.end - a.end || order.indexOf(a.kind) - order.indexOf(b.kind),
  )
  const borders = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])
  const places = [...borders].sort((a, b) => a - b)
  const open: LocalMark[] = []
  let source = ''
  places.forEach((place, index) => {
    const stays = open.findIndex((mark) => mark.end <= place)
    const popped = stays < 0 ? [] : open.splice(stays)
    if (popped.length > 0) {
      closeBefore(signs, text, place, popped)
      const blanks = /(?: |\n)*$/.exec(source)?.[0] ?? ''
      source = source.slice(0, source.length - blanks.length)
      source += popped
        .reverse()
        .map((mark) => closing(mark, style))
        .join('')
      source += blanks
    }
    const next = places[index + 1]
    if (next === undefined) return
    const wanted = marks.filter((mark) => mark.start <= place && mark.end > place && !open.includes(mark))
    wanted.sort((a, b) => Number(a.kind === 'code') - Number(b.kind === 'code'))
    if (wanted.some((mark) => mark.kind !== 'code')) {
      source = openAfter(source, text, place)
      if (wanted.some(({ kind }) => kind === 'link')) source = source.replace(/(?<!\\)!$/, '\\!')
    }
    // Signs of emphasis do not open before a blank, so one that a mark begins with again comes first.
    const leading = wanted.length === 0 ? 0 : (/^[ \n]*/.exec(text.slice(place, next))?.[0].length ?? 0)
    source += signs.slice(place, place + leading).join('')
    source += wanted.map((mark) => opening(mark, style)).join('')
    open.push(...wanted)
    source += open.some(({ kind }) => kind === 'code')
      ? codeSpan(text.slice(place + leading, next))
      : signs.slice(place + leading, next).join('')
  })
  return source.replaceAll('\n', style.lineBreak)
}

function opening(mark: LocalMark, style: PhrasingStyle): string {
  switch (mark.kind) {
    case 'strong':
      return '**'
    case 'emphasis':
      return style.emphasis
    case 'strike':
      return '~~'
    case 'link':
      return '['
    case 'code':
      return ''
  }
}

function closing(mark: LocalMark, style: PhrasingStyle): string {
  if (mark.kind !== 'link') return opening(mark, style)
  // A link that the story does not show brings its source along.
  return /^[([]/.test(mark.href) ? `]${mark.href}` : `](${destination(mark.href)})`
}

function destination(href: string): string {
  const source = href.replace(/[\\<>]/g, '\\$&').replace(/&(?=[#\w]+;)/g, '&amp;')
  return /[\s()]/.test(source) ? `<${source}>` : source
}

/** Backticks outside one more than the longest run inside; a blank where the code itself begins or ends so. */
function codeSpan(code: string): string {
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : ''
  return fence + pad + code + pad + fence
}

/**
 * Signs of emphasis open only before a word, or after a blank or punctuation (CommonMark 6.2). Where the word
 * inside begins with punctuation, the letter before it is written as an entity, whose `;` is punctuation.
 */
function openAfter(source: string, text: string, place: number): string {
  const before = text[place - 1]
  const isHard = before !== undefined && isLetter(before) && isPunctuation(text.charAt(place))
  return isHard && source.endsWith(before) ? source.slice(0, -1) + entityOf(before) : source
}

/** The same at the end: the letter after it becomes an entity. */
function closeBefore(signs: string[], text: string, place: number, closed: readonly LocalMark[]): void {
  const after = text[place]
  const isEmphasis = closed.some(({ kind }) => kind !== 'link' && kind !== 'code')
  if (isEmphasis && after !== undefined && isLetter(after) && isPunctuation(text.charAt(place - 1))) {
    signs[place] = entityOf(after)
  }
}

function entityOf(letter: string): string {
  return `&#x${letter.charCodeAt(0).toString(16)};`
}

function isLetter(sign: string): boolean {
  return /[^\s\p{P}\p{S}\p{Surrogate}]/u.test(sign)
}

function isPunctuation(sign: string): boolean {
  return /[\p{P}\p{S}]/u.test(sign)
}
