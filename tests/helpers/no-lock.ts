/** Stands in for `electron/storage/lock.ts` in a control that must fail: everybody gets in at once. */
export class Busy extends Error {}

export async function withLock<T>(_folder: string, _subject: string, work: () => Promise<T>): Promise<T> {
  return work()
}
