// Entries of one bucket are copied at a change; with 512 a map of 20,000 copies about 40.
const BUCKETS = 512

/**
 * A map by id that is never changed: setting and deleting give a new one that shares nearly everything with the
 * old, so that a state with 20,000 annotations can be replaced at each key press.
 */
export class PersistentMap<V> {
  readonly size: number
  private readonly buckets: readonly (ReadonlyMap<string, V> | undefined)[]

  private constructor(buckets: readonly (ReadonlyMap<string, V> | undefined)[], size: number) {
    this.buckets = buckets
    this.size = size
  }

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>(new Array<undefined>(BUCKETS).fill(undefined), 0)
  }

  static from<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const buckets = new Array<Map<string, V> | undefined>(BUCKETS).fill(undefined)
    let size = 0
    for (const [key, value] of entries) {
      const at = bucketOf(key)
      const bucket = buckets[at] ?? new Map<string, V>()
      buckets[at] = bucket
      if (!bucket.has(key)) size++
      bucket.set(key, value)
    }
    return new PersistentMap(buckets, size)
  }

  get(key: string): V | undefined {
    return this.buckets[bucketOf(key)]?.get(key)
  }

  set(key: string, value: V): PersistentMap<V> {
    const at = bucketOf(key)
    const bucket = this.buckets[at]
    const grown = bucket?.has(key) ? 0 : 1
    return this.replace(at, new Map(bucket).set(key, value), grown)
  }

  /** The map itself if the key is not in it. */
  delete(key: string): PersistentMap<V> {
    const at = bucketOf(key)
    const bucket = new Map(this.buckets[at])
    return bucket.delete(key) ? this.replace(at, bucket, -1) : this
  }

  *values(): Generator<V> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket.values()
  }

  private replace(at: number, bucket: ReadonlyMap<string, V>, grown: number): PersistentMap<V> {
    const buckets = this.buckets.slice()
    buckets[at] = bucket
    return new PersistentMap(buckets, this.size + grown)
  }
}

// The last characters of a UUID are random enough, and hashing all 45 of an id would be felt at 20,000.
const HASHED = 8

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over the last UTF-16 units, folded to a bucket. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = Math.max(0, key.length - HASHED); i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1)
}
