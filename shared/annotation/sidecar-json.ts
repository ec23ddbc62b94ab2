/** Looks at the text of a sidecar before it is parsed, or after that failed. One pass each, no recursion. */

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Do lists and objects stand deeper in each other than `limit`? Brackets inside strings do not count. */
export function exceedsDepth(text: string, limit: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) at = stringEnd(text, at) - 1
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > limit) return true
    } else if (unit === 0x7d || unit === 0x5d) depth--
  }
  return false
}

/** What is wrong with a text that is not JSON, and in which line, in words. */
export function describeJsonFault(text: string): string {
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/m.exec(text)
  if (conflict !== null)
    return `conflict markers of a version control system in ${place(text, conflict.index)}`
  if (/^\0+$/.test(text)) return 'it holds nothing but zero bytes'
  const at = faultOffset(text)
  return at >= text.length
    ? `it ends too early, in ${place(text, at)}`
    : `it stops being JSON in ${place(text, at)}`
}

/** Counted from 1, as editors do; columns in UTF-16 units. */
function place(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`
}

const SPACE = /[ \t\r\n]*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y

/**
 * Offset of the first token that JSON's grammar (RFC 8259) does not allow; text.length: it ends too early. The
 * engine's own message can't serve: some of them give no position, and they differ between versions.
 */
function faultOffset(text: string): number {
  const open: ('{' | '[')[] = []
  let want: 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'next' = 'value'
  for (let at = skip(SPACE, text, 0); at < text.length; at = skip(SPACE, text, at)) {
    const sign = text[at]
    const inside = open.at(-1)
    const wantsKey: boolean = want === 'key' || want === 'key or }'
    const wantsValue: boolean = want === 'value' || want === 'value or ]'
    if (sign === '"' && (wantsKey || wantsValue)) {
      at = stringEnd(text, at)
      if (at > text.length) return text.length
      want = wantsKey ? 'colon' : 'next'
    } else if (sign === '{' && wantsValue) {
      open.push('{')
      want = 'key or }'
      at++
    } else if (sign === '[' && wantsValue) {
      open.push('[')
      want = 'value or ]'
      at++
    } else if (sign === ':' && want === 'colon') {
      want = 'value'
      at++
    } else if (sign === ',' && want === 'next' && inside !== undefined) {
      want = inside === '{' ? 'key' : 'value'
      at++
    } else if (
      (sign === '}' && inside === '{' && (want === 'next' || want === 'key or }')) ||
      (sign === ']' && inside === '[' && (want === 'next' || want === 'value or ]'))
    ) {
      open.pop()
      want = 'next'
      at++
    } else {
      const end = wantsValue ? skip(SCALAR, text, at) : at
      if (end === at) return isCutScalar(text.slice(at)) && wantsValue ? text.length : at
      want = 'next'
      at = end
    }
  }
  return text.length
}

/** Offset after a string's closing quote; above text.length: it does not close. */
export function stringEnd(text: string, start: number): number {
  // From quote to quote: nearly all of a sidecar is inside strings, and `indexOf` runs over it.
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++
    if (escapes % 2 === 0) return at + 1
  }
  return text.length + 1
}

/** Is this all that is left, and the beginning of a number or a word that JSON knows? */
function isCutScalar(rest: string): boolean {
  return (
    /^-?\d*(?:\.\d*)?(?:[eE][+-]?\d*)?$/.test(rest) ||
    ['true', 'false', 'null'].some((w) => w.startsWith(rest))
  )
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
