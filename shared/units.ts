/**
 * The units of the program. Two number lines look alike and differ (UTF-16 units in memory, code points in
 * files), so each has a type of its own: passing one for the other does not compile.
 */

/** Offset into the story text in UTF-16 units, 0 … text.length. The unit of everything in memory. */
export type TextOffset = number & { readonly __unit: 'utf16-in-story' }

/** Offset into the story text in Unicode code points. The unit of sidecars, reports and the command line. */
export type CodePoint = number & { readonly __unit: 'code-point-in-story' }

/** Half-open range of the story text: `start` is inside, `end` is the first offset outside; start < end. */
export interface Span {
  readonly start: TextOffset
  readonly end: TextOffset
}

/** `urn:uuid:…`, lower case. Names one annotation in every file and on every computer. */
export type AnnotationId = string & { readonly __id: 'annotation' }

/** `urn:uuid:…` of a person who annotates. */
export type AnnotatorId = string & { readonly __id: 'annotator' }

/** `urn:uuid:…` of a computer; it does not roam with the person's profile. */
export type DeviceId = string & { readonly __id: 'device' }

/** Opaque name that the desk hands out for a story file a person chose. Carries no path. */
export type StoryId = string & { readonly __id: 'story' }

/** Id of an entry of the tag scheme, e.g. `photo-caption`. Unknown ids from colleagues' files are kept. */
export type TagId = string & { readonly __id: 'tag' }

/** Lower-case hex SHA-256, 64 characters. */
export type Sha256 = string & { readonly __id: 'sha256' }

/** UTC time with seconds or milliseconds and `Z`, as in RFC 3339. Shown to people, never used to decide. */
export type IsoTime = string & { readonly __unit: 'iso-8601-utc' }

/** Marks a plain number as an offset. @throws RangeError if it is not a whole number ≥ 0. */
export function textOffset(value: number): TextOffset {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`not a text offset: ${value}`)
  return value as TextOffset
}

/** Marks a plain number as a code point offset. @throws RangeError if it is not a whole number ≥ 0. */
export function codePoint(value: number): CodePoint {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`not a code point offset: ${value}`)
  return value as CodePoint
}

/** Makes a span. @throws RangeError if it would be empty or reversed. */
export function span(start: number, end: number): Span {
  if (end <= start) throw new RangeError(`empty or reversed span: ${start}–${end}`)
  return { start: textOffset(start), end: textOffset(end) }
}
