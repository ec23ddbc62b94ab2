import { isJsonObject, type JsonObject, listOf, memberOf, textOf } from '../input.ts'

/** Names by id, of the people whom any annotation or what stands around them describes. */
export function peopleIn(
  items: readonly JsonObject[],
  around: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const people = new Map(around)
  for (const person of items.flatMap((item) => listOf(memberOf(item, 'creator'))).filter(isJsonObject)) {
    const id = textOf(person.id)
    const name = ownName(person)
    if (id !== '' && name !== '' && !people.has(id)) people.set(id, name)
  }
  return people
}

/**
 * Name of a creator: a person's or program's name, else its nickname, else what another place of the file calls its
 * IRI, else the IRI; of several all, with commas. null: nobody is said.
 */
export function personName(creator: unknown, people: ReadonlyMap<string, string>): string | null {
  const names = listOf(creator).map((one) => {
    if (!isJsonObject(one)) return people.get(textOf(one)) ?? textOf(one)
    const id = textOf(one.id)
    return ownName(one) || (people.get(id) ?? id)
  })
  const said = names.filter((name) => name !== '')
  return said.length === 0 ? null : said.join(', ')
}

function ownName(person: JsonObject): string {
  const names = [...listOf(memberOf(person, 'name')), ...listOf(memberOf(person, 'nickname'))]
  return textOf(names.find((name) => typeof name === 'string' && name.trim() !== '')).trim()
}
