import { align } from './align.ts'

/**
 * Gives a text the line ends of the file it was read from, line by line: a line that is still there, moved or
 * changed, keeps its own end. A line that came in takes the end of the line before it, else of the line after it,
 * else the most frequent one of the file, else `\n`.
 * @param raw the file before, with its line ends
 * @param text with `\n` only
 */
export function restoreLineEnds(raw: string, text: string): string {
  if (!raw.includes('\r')) return text
  const before = cut(raw, /\r\n|\r|\n/g)
  const lines = text.split('\n')
  const kept = align(before.lines, lines)
  pairMoved(before.lines, lines, kept)
  pairChanged(before.lines.length, kept)
  const own = lines.map((_, index) => before.ends[kept[index] ?? -1])
  const ends = withoutFalsePairs(lines, endsFor(own, mostFrequent(before.ends)))
  return lines.map((line, index) => line + (ends[index] ?? '')).join('')
}

/** The line end of each line but the last, which nothing follows. */
function endsFor(own: readonly (string | undefined)[], usual: string): string[] {
  const ends: string[] = []
  for (let index = 0; index < own.length - 1; index++) {
    ends.push(own[index] ?? ends[index - 1] ?? own[index + 1] ?? usual)
  }
  return ends
}

/**
 * A lone CR before an empty line that ends with LF would be read as one CR LF: that CR becomes LF. From the end, as
 * it may itself follow a CR.
 */
function withoutFalsePairs(lines: readonly string[], ends: string[]): readonly string[] {
  for (let index = ends.length - 2; index >= 0; index--) {
    if (ends[index] === '\r' && lines[index + 1] === '' && ends[index + 1] === '\n') ends[index] = '\n'
  }
  return ends
}

/** Lines with words that stood elsewhere. */
function pairMoved(before: readonly string[], lines: readonly string[], kept: Int32Array): void {
  const taken = new Set(kept)
  const free = new Map<string, number[]>()
  before.forEach((line, index) => {
    if (taken.has(index) || line.trim() === '') return
    const others = free.get(line)
    if (others === undefined) free.set(line, [index])
    else others.push(index)
  })
  kept.forEach((at, index) => {
    if (at < 0) kept[index] = free.get(lines[index] ?? '')?.shift() ?? -1
  })
}

/** As many lines between two that stayed as before: they are the same ones, changed. */
function pairChanged(count: number, kept: Int32Array): void {
  for (let from = 0; from < kept.length; from++) {
    if ((kept[from] ?? 0) >= 0) continue
    let end = from
    while (end < kept.length && (kept[end] ?? 0) < 0) end++
    const before = from === 0 ? -1 : (kept[from - 1] ?? -1)
    const after = kept[end] ?? count
    if (after - before - 1 === end - from) {
      for (let at = from; at < end; at++) kept[at] = before + 1 + at - from
    }
    from = end
  }
}

function cut(
  raw: string,
  ends: RegExp,
): { readonly lines: readonly string[]; readonly ends: readonly string[] } {
  return { lines: raw.split(ends), ends: raw.match(ends) ?? [] }
}

function mostFrequent(ends: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['\n', 0] as [string, number])[0]
}
