/** A name or a passage in a sentence. */
export function quoted(text: string): string {
  return `“${text}”`
}

const MEGABYTE = 1_000_000

/** The size is rounded up and the limit down, so that the two never read the same. */
export function sizes(found: { readonly bytes: number; readonly limit: number }): string {
  const limit = found.limit / MEGABYTE
  const few = limit < 10
  const size = few ? Math.ceil((found.bytes / MEGABYTE) * 10) / 10 : Math.ceil(found.bytes / MEGABYTE)
  const most = few ? Math.floor(limit * 10) / 10 : Math.floor(limit)
  return `it has ${size} MB, and Galley opens at most ${most} MB`
}
