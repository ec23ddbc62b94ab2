import * as z from 'zod'
import type { Person } from '../../shared/desk/contract.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import { OwnFile } from './own-file.ts'

const id = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/) as unknown as z.ZodType<AnnotatorId>
const schema = z.looseObject({
  /** Who works in the window; null: nobody gave a name yet. */
  current: id.nullable(),
  people: z.array(z.looseObject({ id, name: z.string() })),
  /** Annotators of the same name of whom the person said "not me", or whose place was taken by an adopted id. */
  apart: z.array(id),
})
type Table = z.infer<typeof schema>

/** Names and ids of the people who annotate on this computer. */
export class PeopleFile {
  readonly #file: OwnFile<Table>
  readonly #newId: () => string

  constructor(folder: string, newId: () => string, log: (error: unknown) => void) {
    const fallback: Table = { current: null, people: [], apart: [] }
    this.#file = new OwnFile({ folder, name: 'people.json', schema, fallback, log })
    this.#newId = newId
  }

  /** Who works in the window; null: nobody gave a name yet. */
  async current(): Promise<Person | null> {
    return currentOf(await this.#file.read())
  }

  /** Gives the person in the window a name. The id stays; at first it is the one known here for that name. */
  async nameCurrent(name: string): Promise<Person> {
    const table = await this.#file.update((before) => {
      const current = currentOf(before)
      if (current !== null) return withPerson(before, { ...current, name })
      const person = named(before, name) ?? this.#fresh(name)
      return { ...withPerson(before, person), current: person.id }
    })
    return currentOf(table) ?? this.#fresh(name)
  }

  /** Who is known here by exactly that name; null: nobody. */
  async knownAs(name: string): Promise<Person | null> {
    return named(await this.#file.read(), name) ?? null
  }

  /** The id known here for exactly that name, else a new one. Does not change who works in the window. */
  async idFor(name: string): Promise<Person> {
    const known = named(await this.#file.read(), name)
    if (known !== undefined) return known
    const table = await this.#file.update((before) => {
      const person = named(before, name) ?? this.#fresh(name)
      return withPerson(before, person)
    })
    return named(table, name) ?? this.#fresh(name)
  }

  /** Annotators who are known not to be asked about. */
  async apart(): Promise<readonly AnnotatorId[]> {
    return (await this.#file.read()).apart
  }

  async keepApart(other: AnnotatorId): Promise<void> {
    await this.#file.update((before) => ({ ...before, apart: union(before.apart, other) }))
  }

  /** From now on the person in the window has this id; the old one is not asked about again. */
  async adopt(other: AnnotatorId): Promise<Person | null> {
    const table = await this.#file.update((before) => {
      const current = currentOf(before)
      if (current === null || current.id === other) return before
      const people = before.people.filter((person) => person.id !== current.id && person.id !== other)
      return {
        ...before,
        current: other,
        people: [{ id: other, name: current.name }, ...people],
        apart: union(
          before.apart.filter((one) => one !== other),
          current.id,
        ),
      }
    })
    return currentOf(table)
  }

  #fresh(name: string): Person {
    return { id: this.#newId() as AnnotatorId, name }
  }
}

function currentOf(table: Table): Person | null {
  const found = table.people.find((person) => person.id === table.current)
  return found === undefined ? null : { id: found.id, name: found.name }
}

/** Of two with one name the person in the window comes first. */
function named(table: Table, name: string): Person | undefined {
  const same = table.people.filter((person) => person.name === name)
  const found = same.find((person) => person.id === table.current) ?? same[0]
  return found === undefined ? undefined : { id: found.id, name: found.name }
}

function withPerson(table: Table, { id, name }: Person): Table {
  const known = table.people.some((person) => person.id === id)
  const people = known
    ? table.people.map((person) => (person.id === id ? { ...person, name } : person))
    : [...table.people, { id, name }]
  return { ...table, people }
}

function union(ids: readonly AnnotatorId[], id: AnnotatorId): AnnotatorId[] {
  return [...new Set([...ids, id])]
}
