import type { ImportedMark } from '../../shared/exchange/imported.ts'
import { readValue } from './jsonld-of-others.ts'

/** Context of Web Annotations. */
export const ANNO = 'http://www.w3.org/ns/anno.jsonld'

/** A selector of words. */
export const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
})

/** A selector by offsets. */
export const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })

/** A Web Annotation of the words “nine bridges”, with other members as told. */
export const webAnnotation = (more: object = {}) => ({
  '@context': ANNO,
  id: 'http://example.org/anno/1',
  type: 'Annotation',
  target: { source: 'http://example.org/page', selector: quote('nine bridges') },
  ...more,
})

/** The mark that a value is read as. */
export const onlyMark = (value: unknown): ImportedMark => {
  const [mark] = readValue(value).marks
  if (mark === undefined) throw new Error('no mark')
  return mark
}
