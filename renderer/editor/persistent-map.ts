// Changes since the whole was last put together; copied at each change.
const MOST_CHANGES = 64

const gone = Symbol('gone')

/**
 * A map by id that is never changed: setting and deleting give a new one that shares nearly everything with the
 * old, so that a state with 20,000 annotations can be replaced at each key press. A whole map stays as it is, and
 * a small one beside it holds what was changed since.
 */
export class PersistentMap<V> {
  readonly size: number
  private readonly whole: ReadonlyMap<string, V>
  private readonly changes: ReadonlyMap<string, V | typeof gone>

  private constructor(
    whole: ReadonlyMap<string, V>,
    changes: ReadonlyMap<string, V | typeof gone>,
    size: number,
  ) {
    this.whole = whole
    this.changes = changes
    this.size = size
  }

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>(new Map(), new Map(), 0)
  }

  static from<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const whole = new Map(entries)
    return new PersistentMap(whole, new Map(), whole.size)
  }

  get(key: string): V | undefined {
    const changed = this.changes.get(key)
    if (changed === undefined) return this.whole.get(key)
    return changed === gone ? undefined : changed
  }

  set(key: string, value: V): PersistentMap<V> {
    return this.replace(key, value, this.has(key) ? 0 : 1)
  }

  /** The map itself if the key is not in it. */
  delete(key: string): PersistentMap<V> {
    return this.has(key) ? this.replace(key, gone, -1) : this
  }

  *values(): Generator<V> {
    yield* this.together().values()
  }

  private has(key: string): boolean {
    const changed = this.changes.get(key)
    return changed === undefined ? this.whole.has(key) : changed !== gone
  }

  private replace(key: string, value: V | typeof gone, grown: number): PersistentMap<V> {
    const changes = new Map(this.changes).set(key, value)
    const next = new PersistentMap(this.whole, changes, this.size + grown)
    return changes.size < MOST_CHANGES ? next : new PersistentMap(next.together(), new Map(), next.size)
  }

  private together(): Map<string, V> {
    const whole = new Map(this.whole)
    for (const [key, value] of this.changes) {
      if (value === gone) whole.delete(key)
      else whole.set(key, value)
    }
    return whole
  }
}
