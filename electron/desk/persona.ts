import type { Person } from '../../shared/desk/contract.ts'
import type { AnnotatorId, DeviceId } from '../../shared/units.ts'
import type { PeopleFile } from '../storage/people.ts'
import type { Writer } from '../storage/sidecar-file.ts'
import type { Session } from './session.ts'

/** Who annotates at this desk: the person of the window, or the one that a command was told to act as. */
export class Persona {
  readonly #people: PeopleFile
  readonly #device: DeviceId
  /** Exact name of the person that a command acts as; undefined: the person of the window. */
  readonly #actingAs: string | undefined

  constructor(people: PeopleFile, device: DeviceId, actingAs: string | undefined) {
    this.#people = people
    this.#device = device
    this.#actingAs = actingAs
  }

  /** null: nobody gave a name yet. */
  async person(): Promise<Person | null> {
    if (this.#actingAs !== undefined) return this.#people.idFor(this.#actingAs)
    return this.#people.current()
  }

  async writer(): Promise<Writer | null> {
    const person = await this.person()
    return person === null ? null : { annotator: person.id, name: person.name, device: this.#device }
  }

  /**
   * Who writes under a name that stands in a file, as an import does: the annotator known here by exactly that name,
   * else the person, where it is their own name but for case and blanks. null: nobody is known by it yet.
   */
  async writerKnownAs(name: string): Promise<Writer | null> {
    const me = await this.person()
    const exact = await this.#people.knownAs(name)
    const person = exact ?? (me !== null && isSameName(me.name, name) ? me : null)
    return person === null ? null : { annotator: person.id, name: person.name, device: this.#device }
  }

  /** As {@link writerKnownAs}, and made known if nobody is. */
  async writerNamed(name: string): Promise<Writer> {
    const known = await this.writerKnownAs(name)
    if (known !== null) return known
    const person = await this.#people.idFor(name)
    return { annotator: person.id, name: person.name, device: this.#device }
  }

  /** A command never changes who works in the window. */
  async name(name: string): Promise<Person> {
    return this.#actingAs === undefined ? this.#people.nameCurrent(name) : this.#people.idFor(name)
  }

  /** Annotators beside a story who may be this person on another computer, and of whom nobody has said yet. */
  async sameName(session: Session): Promise<readonly Person[]> {
    const me = session.me
    if (me === null || this.#actingAs !== undefined) return []
    const apart = new Set<AnnotatorId>([me.id, ...(await this.#people.apart())])
    const found = new Map<AnnotatorId, Person>()
    for (const { sidecar } of session.sidecars.sources()) {
      const id = sidecar.creator.id as AnnotatorId
      const { name } = sidecar.creator
      if (!apart.has(id) && isSameName(name, me.name)) found.set(id, { id, name })
    }
    return [...found.values()]
  }

  /** Adopts the other's id, or remembers that it is somebody else. */
  async answer(other: AnnotatorId, same: boolean): Promise<void> {
    if (same) await this.#people.adopt(other)
    else await this.#people.keepApart(other)
  }
}

/** One name to a reader: case and white space make no difference. */
export function isSameName(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
