import type { Xml } from '../xml/read-xml.ts'
import { elementsOf, textIn } from '../xml/walk-xml.ts'
import { WORD } from './points.ts'

/** Elements that mammoth would leave out with all their text, and that are only a frame around it. */
export const frames = new Set('w:fldSimple w:dir w:bdo w:ruby w:rubyBase m:oMathPara'.split(' '))
/** Without a word of the story, or with words that Word doesn't print. */
export const unread = new Set('w:rt w:rubyPr w:sdtPr w:sdtEndPr w:bookmarkStart'.split(' '))
/** What a paragraph, run or table looks like; nothing in it is read. */
export const properties = new Set(
  'w:pPr w:rPr w:tblPr w:tblGrid w:tcPr w:tblPrEx w:sectPr w:instrText'.split(' '),
)
/** In elements that mammoth reads. */
export const replaced: ReadonlyMap<string, string> = new Map([
  ['w:ptab', `<g:tab xmlns:g="${WORD}"/>`],
  ['w:cr', `<g:br xmlns:g="${WORD}"/>`],
])

/** A property that is on unless it says no (ECMA-376 part 1, §17.17.4). */
export function isOn(property: Xml | null): boolean {
  return property !== null && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '')
}

/** What stands in the text boxes under a node. */
export function textOfBoxes(node: Xml | null): string {
  return node === null ? '' : outermost(node, 'w:txbxContent').map(textIn).join('').trim()
}

/** Elements of a name under a node, not those inside one that was found. */
export function outermost(node: Xml, name: string): readonly Xml[] {
  return elementsOf(node).flatMap((child) => (child.name === name ? [child] : outermost(child, name)))
}

/** Text as XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
