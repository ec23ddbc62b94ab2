import type { Xml } from '../xml/read-xml.ts'
import { allOf, textIn } from '../xml/walk-xml.ts'
import { oneLine } from './assemble.ts'

/** Name in `meta`, element of `docdata`, its attribute. */
const fields: readonly (readonly [name: string, element: string, attribute: string])[] = [
  ['uri', 'doc-id', 'id-string'],
  ['version', 'du-key', 'version'],
  ['versionCreated', 'date.issue', 'norm'],
  ['released', 'date.release', 'norm'],
  ['expires', 'date.expire', 'norm'],
  ['pubStatus', 'docdata', 'management-status'],
  ['urgency', 'urgency', 'ed-urg'],
  ['slugline', 'fixture', 'fix-id'],
  ['edNote', 'ed-msg', 'info'],
  ['copyrightHolder', 'doc.copyright', 'holder'],
  ['copyrightYear', 'doc.copyright', 'year'],
  ['publication', 'pubdata', 'name'],
]

/** What a desk asks of a story beside its text, under the names that ninjs has for it. */
export function nitfMeta(nitf: Xml): Readonly<Record<string, string>> {
  const meta: Record<string, string> = {}
  const add = (name: string, value: string) => {
    const line = oneLine(value)
    if (line !== '') meta[name] = line
  }
  for (const [name, element, attribute] of fields) {
    add(name, allOf(nitf, element)[0]?.attributes[attribute] ?? '')
  }
  const subjects = allOf(nitf, 'tobject.subject').map(
    ({ attributes }) => attributes['tobject.subject.type'] ?? attributes['tobject.subject.refnum'] ?? '',
  )
  const keywords = allOf(nitf, 'keyword').map(({ attributes }) => attributes.key ?? '')
  add('subjects', [...new Set([...subjects, ...keywords])].filter((subject) => subject !== '').join('; '))
  add('distributor', allOf(nitf, 'distributor').map(textIn).join('; '))
  add('rights', allOf(nitf, 'rights').map(textIn).join('; '))
  add('description', allOf(nitf, 'abstract').map(textIn).join(' '))
  return meta
}
