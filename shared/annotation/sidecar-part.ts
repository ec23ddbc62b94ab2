import { stringEnd } from './sidecar-json.ts'

// Root, page, list of items, as a sidecar nests them.
const ITEM_DEPTH = 4

/**
 * The JSON of a sidecar as far as its beginning has whole items; empty: it has none. Lists that the format wants and
 * that would come later are empty in it. Whoever reads it decides whether it is a sidecar at all.
 * @param text beginning of a sidecar as `serialiseSidecar` writes it: the items stand last, but for the deleted
 */
export function wholePart(text: string): string {
  let depth = 0
  let end = -1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') at = stringEnd(text, at) - 1
    else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') {
      if (depth === ITEM_DEPTH && sign === '}') end = at + 1
      depth--
    }
  }
  return end < 0 ? '' : `${text.slice(0, end)}]},"galley:deleted":[]}`
}
