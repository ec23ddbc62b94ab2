/**
 * Units that are each a character by themselves whatever stands beside them: Latin, Greek and Cyrillic letters without
 * marks of their own, typographic signs, Han. What is not among them may be a part of one.
 */
const alone = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u4e00-\u9fff]*$/u

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Characters as a reader counts them (extended grapheme clusters, UAX 29): an emoji or an accented letter is one. */
export function countCharacters(text: string): number {
  if (alone.test(text)) return text.length
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}
