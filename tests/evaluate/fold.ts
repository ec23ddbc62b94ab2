/**
 * What a reader takes for the same words: any white space is one blank, none beside a dash; any dash a hyphen;
 * any quotation mark its plain key; letters in their composed form; what is not seen is not there. Case, digits
 * and accents stay: those are changes. It is written here once more so that the engine is not measured by its
 * own idea of sameness.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2018-\u201b\u2032\u2039\u203a\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/ ?-+ ?/g, '-')
    .trim()
}
