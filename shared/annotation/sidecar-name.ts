/**
 * Names of sidecars. A name is for people and for finding candidates; whose file it is, is decided by what is
 * inside it (see `ownership.ts`). Hashes are passed in: `shared` has no cryptography.
 */

/** 255 is the limit of the common file systems; the rest is room for what sync tools append to a copy. */
export const MAX_NAME_BYTES = 240
const MAX_SLUG = 24
const FALLBACK_SLUG = 'annotator'

/** Latin letters that do not fall apart into a letter and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

/** A person's name for the eye in a file name: `[a-z0-9-]{1,24}`, or `annotator` if nothing is left of it. */
export function slugOf(personName: string): string {
  const slug = personName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (letter) => LATIN[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_SLUG)
    .replace(/-$/, '')
  return slug === '' ? FALLBACK_SLUG : slug
}

/**
 * `<story>.<slug>-<w8>.annotations.json`, at most 240 UTF-8 bytes. In a longer one the story's part is cut at
 * a grapheme and followed by `~` and `nameHash8`, so that two stories that begin alike stay apart.
 *
 * @param writerHash8 8 hex of SHA-256 (annotator id + device id)
 * @param nameHash8 8 hex of SHA-256 (story name in NFC)
 */
export function sidecarName(storyName: string, slug: string, writerHash8: string, nameHash8: string): string {
  const tail = `.${slug}-${writerHash8}.annotations.json`
  if (utf8Length(storyName) + utf8Length(tail) <= MAX_NAME_BYTES) return storyName + tail
  const mark = `~${nameHash8}`
  return cutAtGrapheme(storyName, MAX_NAME_BYTES - utf8Length(mark + tail)) + mark + tail
}

/**
 * Could this file of the story's folder hold annotations of the story? True for every `.json` whose name starts
 * with the story's name and a dot, or with its cut form; so the conflict copies that sync tools make are found
 * whatever they append. Composed and decomposed letters count as equal, since some file systems change them.
 *
 * A candidate may still belong to another story (`harbour.txt.bak.txt…` is one for `harbour.txt`).
 */
export function isCandidate(storyName: string, nameHash8: string, fileName: string): boolean {
  const file = fileName.normalize('NFC')
  const story = storyName.normalize('NFC')
  if (!/\.json$/i.test(file)) return false
  if (file.startsWith(`${story}.`)) return true
  const cut = file.indexOf(`~${nameHash8}.`)
  return cut > 0 && story.startsWith(file.slice(0, cut))
}

/** Bytes of a text in UTF-8; a lone surrogate counts as U+FFFD, three bytes. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** As many whole graphemes from the start as have so many bytes of UTF-8. */
export function cutAtGrapheme(text: string, maxBytes: number): string {
  let kept = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    bytes += utf8Length(segment)
    if (bytes > maxBytes) break
    kept += segment
  }
  return kept
}
