import { type Fields, firstText, namedObjects } from './json-value.ts'
import { textsOf } from './ninjs-texts.ts'

/** Under their names in ninjs 3, with those of 1 and 2. */
const fields: readonly (readonly [name: string, ...others: string[]])[] = [
  ['uri', 'guid'],
  ['version'],
  ['versionCreated', 'versioncreated'],
  ['firstCreated', 'firstcreated'],
  ['embargoed', 'embargoedreason'],
  ['pubStatus', 'pubstatus'],
  ['urgency'],
  ['language'],
  ['slugline'],
  ['edNote', 'ednote'],
  ['copyrightHolder', 'copyrightholder'],
  ['copyrightNotice', 'copyrightnotice'],
  ['usageTerms', 'usageterms'],
]

/** What a desk asks of a story beside its text: version, status, rights, subjects. */
export function ninjsMeta(item: Fields): Readonly<Record<string, string>> {
  const meta: Record<string, string> = {}
  for (const names of fields) {
    const value = firstText(item, ...names)
    if (value !== '') meta[names[0]] = value
  }
  const subjects = namedObjects(item.subjects ?? item.subject).map((subject) =>
    firstText(subject, 'name', 'literal'),
  )
  const named = subjects.filter((subject) => subject !== '')
  if (named.length > 0) meta.subjects = named.join('; ')
  const description = textsOf(item, 'description', 'descriptions').find(({ isMarkup }) => !isMarkup)
  if (description !== undefined) meta.description = description.value
  return meta
}
