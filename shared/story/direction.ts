/** Letters and marks that run from right to left: Hebrew, Arabic, Syriac, Thaana, NKo, Adlam and their like. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u
const strong = /[\p{L}\u200e\u200f]/u

/**
 * Direction of a text by its first strong character, as HTML's `dir="auto"` finds it (UAX 9, P2 and P3, without
 * isolates). Digits and punctuation are not strong. A text without any strong character is `ltr`.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = strong.exec(text)?.[0]
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : 'ltr'
}
