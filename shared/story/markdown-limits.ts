/**
 * What the Markdown parser is spared. Its time grows with the square of the signs in one paragraph and of the
 * nesting of one line, and deep trees overflow the stack of those who walk them. No story comes near these.
 */

/** Quotations and lists inside each other. */
const DEEPEST = 50
/** UTF-16 units of one paragraph: about 8,000 words. */
const LONGEST_PARAGRAPH = 50_000
/** Signs such as `*` and `[` in one paragraph. */
const MOST_SIGNS = 1000
/** Levels of the parsed tree; one list level takes two. */
export const DEEPEST_TREE = 200

const containerSign = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
const startsNew = /^[ \t]*(?:[-*+>|#]|\d{1,9}[.)])/

/** Whether a Markdown text can be parsed in a time that fits its length. */
export function isParsable(text: string): boolean {
  let length = 0
  let signs = 0
  for (const line of text.split('\n')) {
    if (depthOf(line) > DEEPEST) return false
    if (line.trim() === '' || startsNew.test(line)) {
      length = 0
      signs = 0
    }
    length += line.length
    signs += countSigns(line)
    if (length > LONGEST_PARAGRAPH || signs > MOST_SIGNS) return false
  }
  return true
}

function depthOf(line: string): number {
  containerSign.lastIndex = 0
  // Two blanks of indentation before a list sign are a level, too.
  let depth = startsNew.test(line) ? Math.floor((line.length - line.trimStart().length) / 2) : 0
  while (depth <= DEEPEST && containerSign.test(line)) depth++
  containerSign.lastIndex = 0
  return depth
}

function countSigns(line: string): number {
  return line.match(/[*_`[\]<~!&]/g)?.length ?? 0
}
