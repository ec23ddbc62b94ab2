/** A run of the two wordings: in both, only in the confirmed one, only in today's. */
export interface WordingRun {
  readonly kind: 'both' | 'out' | 'in'
  readonly text: string
}

// Beyond so many pairs of words the middle is shown as replaced in one piece: such wordings have little in common,
// and a card must not keep the window waiting. 150 words, with the gaps between them, against 150 take some milliseconds.
const MOST_PAIRS = 90_000

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * What changed from the confirmed words of a mark to today's, in whole words: the longest common subsequence of
 * what `Intl.Segmenter` calls words, so that scripts without spaces are cut where their words end. White space,
 * typographic quotes and dashes, and Unicode form are no difference. The texts of `both` and `out` together are
 * `before`, except that what is in both reads as it does in `after`.
 */
export function compareWordings(before: string, after: string): readonly WordingRun[] {
  const keys = new Map<string, number>()
  const old = piecesOf(before, keys)
  const now = piecesOf(after, keys)
  let head = 0
  while (head < old.length && head < now.length && same(old[head], now[head])) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    same(old[old.length - 1 - tail], now[now.length - 1 - tail])
  ) {
    tail++
  }
  const both = (pieces: readonly Piece[]) => pieces.map(({ text }) => ({ kind: 'both', text }) as const)
  const middle = middleRuns(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const runs = [...both(now.slice(0, head)), ...middle, ...both(now.slice(now.length - tail))]
  return joined(withoutGaps(joined(runs)))
}

interface Piece {
  readonly text: string
  /** The same number for the same word: numbers are compared faster. */
  readonly key: number
}

function piecesOf(text: string, keys: Map<string, number>): readonly Piece[] {
  return Array.from(segmenter.segment(text), ({ segment }) => {
    const word = keyOf(segment)
    const key = keys.get(word) ?? keys.size
    keys.set(word, key)
    return { text: segment, key }
  })
}

function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[‐‑‒–—―]/gu, '-')
    .replace(/\s+/gu, ' ')
}

function same(a: Piece | undefined, b: Piece | undefined): boolean {
  return a !== undefined && a.key === b?.key
}

function middleRuns(old: readonly Piece[], now: readonly Piece[]): readonly WordingRun[] {
  const out = (pieces: readonly Piece[]) => pieces.map(({ text }) => ({ kind: 'out', text }) as const)
  const added = (pieces: readonly Piece[]) => pieces.map(({ text }) => ({ kind: 'in', text }) as const)
  if (old.length * now.length > MOST_PAIRS) return [...out(old), ...added(now)]

  // lengths[i][j]: of the longest common subsequence of old from i and now from j.
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] = same(old[i], now[j])
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  const runs: WordingRun[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < now.length) {
    if (same(old[i], now[j])) {
      runs.push({ kind: 'both', text: now[j]?.text ?? '' })
      i++
      j++
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      runs.push({ kind: 'out', text: old[i++]?.text ?? '' })
    } else {
      runs.push({ kind: 'in', text: now[j++]?.text ?? '' })
    }
  }
  return [...runs, ...out(old.slice(i)), ...added(now.slice(j))]
}

/** Space that stayed between two changes is no landmark: "two new" for "three old" is one change, not two. */
function withoutGaps(runs: readonly WordingRun[]): readonly WordingRun[] {
  return runs.flatMap((run, index): readonly WordingRun[] => {
    if (run.kind !== 'both' || run.text.trim() !== '') return [run]
    const before = changeAround(runs, index, -1)
    const after = changeAround(runs, index, 1)
    const kinds = new Set([...before, ...after])
    const isGap = before.length > 0 && after.length > 0 && kinds.size === 2
    return isGap
      ? [
          { ...run, kind: 'out' },
          { ...run, kind: 'in' },
        ]
      : [run]
  })
}

/** Kinds of the runs from one that is in both to the next one in that direction. */
function changeAround(
  runs: readonly WordingRun[],
  index: number,
  step: 1 | -1,
): readonly WordingRun['kind'][] {
  const kinds: WordingRun['kind'][] = []
  for (let at = index + step; runs[at] !== undefined && runs[at]?.kind !== 'both'; at += step) {
    kinds.push(runs[at]?.kind ?? 'both')
  }
  return kinds
}

/** Neighbours of one kind as one run; within a change what went comes before what came. */
function joined(runs: readonly WordingRun[]): readonly WordingRun[] {
  const result: WordingRun[] = []
  let out = ''
  let added = ''
  const flush = () => {
    if (out !== '') result.push({ kind: 'out', text: out })
    if (added !== '') result.push({ kind: 'in', text: added })
    out = ''
    added = ''
  }
  for (const { kind, text } of runs) {
    if (kind === 'out') out += text
    else if (kind === 'in') added += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'both') result[result.length - 1] = { kind, text: last.text + text }
      else result.push({ kind, text })
    }
  }
  flush()
  return result
}
