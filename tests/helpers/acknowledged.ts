import type { Marks } from './read-marks.ts'

/** What a tagger said about its changes, line by line, and whether the disk bears it out. */
export class Acknowledged {
  /** Acknowledgements so far; those of them that said "kept on this computer". */
  count = 0
  kept = 0
  /** Changes that were not acknowledged: refused by the disk. */
  refused = 0
  readonly #states = new Map<string, string>()
  /** Said to be under way: it may have reached the disk or not. */
  readonly #tried = new Map<string, string>()

  /** Reads one line of a tagger: `TRY id tag`, `ACK id tag saved|kept`, `NOT id reason`. */
  hear(line: string): void {
    const [word = '', id = '', what = '', how = ''] = line.split(' ')
    if (word === 'TRY') this.#tried.set(id, what)
    if (word === 'NOT') this.refused++
    if (word !== 'ACK') return
    this.count++
    if (how === 'kept') this.kept++
    this.#states.set(id, what)
    this.#tried.delete(id)
  }

  /** Ids whose acknowledged state the disk does not have, nor a later one that was under way. */
  lostFrom(marks: Marks): readonly string[] {
    return [...this.#states].flatMap(([id, state]) => {
      const found = marks.live.get(id) ?? (marks.deleted.has(id) ? 'deleted' : 'nothing')
      return found === state || found === this.#tried.get(id) ? [] : [`${id}: ${found} instead of ${state}`]
    })
  }
}
