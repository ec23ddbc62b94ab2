import { OWN_IDS } from './own-ids.ts'

/** Where a comment begins or ends, or where its sign stands. */
export type PointKind = 'start' | 'end' | 'sign'

/**
 * Places in the document that have to be found again in the story text. Each is put into the XML as a bookmark, which
 * Word's reader turns into an empty element at that very place.
 */
export class Points {
  readonly #numbers = new Map<string, number>()

  /** @returns the bookmark to put in; empty: that point was there before */
  add(kind: PointKind, comment: string): string {
    const key = keyOf(kind, comment)
    if (this.#numbers.has(key)) return ''
    const number = this.#numbers.size
    this.#numbers.set(key, number)
    return `<g:bookmarkStart xmlns:g="${WORD}" g:id="${number}" g:name="${BOOKMARK}${number}"/>`
  }

  /** Null: the document has no such point. */
  numberOf(kind: PointKind, comment: string): number | null {
    return this.#numbers.get(keyOf(kind, comment)) ?? null
  }
}

/** Namespace of WordprocessingML, transitional. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const BOOKMARK = 'galley-point-'
const inHtml = new RegExp(`<a id="${OWN_IDS}${BOOKMARK}(\\d+)"></a>`, 'g')

function keyOf(kind: PointKind, comment: string): string {
  return `${kind} ${comment}`
}

/**
 * The bookmarks as elements that may stand inside a link, where another `<a>` would end it. Every other bookmark was
 * taken out of the document and its text is escaped, so nothing else can look like one.
 */
export function pointsAsSpans(html: string): string {
  return html.replace(inHtml, `<span data-point="$1"></span>`)
}

/** No XML document may hold this character (XML 1.0 §2.2), so no text does. */
const SIGN = '\uffff'
const signs = /\uffff(\d+)\uffff/g

/** Stands for a point in a text. */
export function signOf(number: string): string {
  return `${SIGN}${number}${SIGN}`
}

/**
 * Finds the points in the story text by those in a text that has their signs in it. White space is left out of
 * account, because a sign may have kept some from collapsing.
 * @returns for each point how many signs other than white space stand before it; null: the texts are not the same
 */
export function placesOf(signed: string, text: string): ReadonlyMap<number, number> | null {
  const places = new Map<number, number>()
  let before = 0
  let at = 0
  let plain = ''
  for (const match of signed.matchAll(signs)) {
    const piece = signed.slice(at, match.index).replace(/\s+/gu, '')
    plain += piece
    before += piece.length
    places.set(Number(match[1]), before)
    at = match.index + match[0].length
  }
  plain += signed.slice(at).replace(/\s+/gu, '')
  return plain === text.replace(/\s+/gu, '') ? places : null
}

/** Offset in the text of each unit that is not white space. */
export function inkOf(text: string): Int32Array {
  const offsets = new Int32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (!/\s/u.test(text.charAt(at))) offsets[count++] = at
  }
  return offsets.subarray(0, count)
}
