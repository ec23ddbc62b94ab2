import { isJsonObject, memberOf } from '../input.ts'

/** The annotations of a file of Hypothesis, or why it is none. */
export function listedIn(value: unknown): readonly unknown[] | string {
  if (Array.isArray(value)) return value.length === 0 || value.some(isOfHypothesis) ? value : STRANGE
  if (!isJsonObject(value)) return 'it holds neither an object nor a list'
  for (const name of ['annotations', 'rows']) {
    const list = memberOf(value, name)
    // The search API gives answers apart where they are asked for so.
    const replies = memberOf(value, 'replies')
    if (Array.isArray(list)) return Array.isArray(replies) ? [...list, ...replies] : list
  }
  if (isOfHypothesis(value)) return [value]
  return memberOf(value, '@context') === undefined
    ? 'it has neither “annotations” nor “rows”'
    : 'it looks like Web Annotations (JSON-LD)'
}

const STRANGE = 'its entries are not annotations of Hypothesis'

/** Has it what every annotation of Hypothesis has, and no Web Annotation? */
function isOfHypothesis(value: unknown): boolean {
  return isJsonObject(value) && ['uri', 'user', 'tags'].some((name) => Object.hasOwn(value, name))
}
