import type { ImportFormat } from './formats.ts'

// Units of the beginning that tell what a file is.
const HEAD = 64 * 1024

/** What wrote a text file of annotations, by its name and its beginning; null: that doesn't tell. */
export function recogniseImport(raw: string, name: string): Exclude<ImportFormat, 'docx'> | null {
  const head = raw
    .slice(0, HEAD)
    .replace(/^\uFEFF/, '')
    .trimStart()
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^[{[]/.test(head)) return jsonFormat(head, extension)
  if (extension === 'ann' || /^(?:T\d+\t\S+ \d+ \d+|#\d+\t\S+ [TREAN]\d+\t)/m.test(head)) return 'brat'
  if (isTable(head) || extension === 'csv') return 'csv'
  return null
}

function jsonFormat(head: string, extension: string): 'jsonld' | 'hypothesis' | 'label-studio' | null {
  const has = (...names: readonly string[]) => names.every((name) => head.includes(`"${name}"`))
  if (extension === 'jsonld' || head.includes('ns/anno.jsonld') || has('AnnotationCollection'))
    return 'jsonld'
  if (has('export_userid') || head.includes('"acct:') || (has('uri', 'permissions') && has('target'))) {
    return 'hypothesis'
  }
  if (has('from_name', 'to_name') || has('annotations', 'data') || has('predictions', 'data'))
    return 'label-studio'
  if (/"type"\s*:\s*(?:\[\s*)?"(?:oa:)?Annotation/.test(head) || has('target', 'body')) return 'jsonld'
  return null
}

/** A first line with the columns that say where a mark stands. */
function isTable(head: string): boolean {
  const line = head.split(/\r\n?|\n/, 1)[0]?.toLowerCase() ?? ''
  const columns = line.split(/[,;\t]/).map((column) => column.replace(/["']/g, '').trim())
  return (
    columns.length > 1 &&
    (columns.includes('quote') || (columns.includes('start') && columns.includes('end')))
  )
}
