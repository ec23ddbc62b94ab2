/**
 * A text as a string of a style sheet, with its quotation marks. Everything but plain letters, digits and blanks is
 * written as an escape (CSS Syntax 3, section 4.3.7), so that no name of a file can end the string or the sheet.
 */
export function cssString(text: string): string {
  const inside = [...text].map((sign) => (/[\p{L}\p{M}\p{N} ]/u.test(sign) ? sign : escaped(sign))).join('')
  return `"${inside}"`
}

// Controls, halves of pairs, and what turns the direction of the words around it.
const UNFIT = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u

function escaped(sign: string): string {
  return UNFIT.test(sign) ? '' : `\\${sign.codePointAt(0)?.toString(16)} `
}
