import type { ImportedMark } from '../imported.ts'
import { type AnnLine, fragmentsOf, typeOf } from './ann-line.ts'
import { contentOfLines } from './content.ts'
import type { KeptMark } from './kept.ts'
import { type BratText, overLineEnds } from './over-line-ends.ts'

/**
 * The marks of a T: one for each fragment, or for several that only the ends of lines part.
 * @param about the lines about it alone. @param from names the file, see {@link KeptMark}. @param brat null: not known
 */
export function markFromLine(
  line: AnnLine,
  about: readonly AnnLine[],
  from: string,
  warnings: string[],
  brat: BratText | null,
): readonly ImportedMark[] {
  const fragments = fragmentsOf(line)
  const { quotes, tail } = quotesOf(line, warnings)
  const content = contentOfLines(about)
  const runs = overLineEnds(fragments, brat)
  let quoted = 0
  return runs.map((run, index): ImportedMark => {
    const isFirst = index === 0
    const [first = { start: 0, end: 0 }] = run
    const { start, end } = { start: first.start, end: run.at(-1)?.end ?? first.end }
    const exact = (quotes ?? []).slice(quoted, quoted + run.length).join('\n')
    quoted += run.length
    const kept: KeptMark = {
      from,
      id: line.id,
      type: typeOf(line),
      at: line.at,
      part: [index + 1, runs.length],
      ...(isFirst && tail !== '' ? { tail } : {}),
      ...(isFirst && about.length > 0 ? { lines: about.map(({ at, text }) => ({ at, text })) } : {}),
    }
    return {
      id: runs.length === 1 ? line.id : `${line.id}.${index + 1}`,
      author: null,
      created: null,
      modified: null,
      tag: typeOf(line),
      note: isFirst ? content.note : '',
      fields: isFirst ? content.fields : {},
      place: {
        quote: exact === '' ? null : { exact, prefix: '', suffix: '' },
        position: { start, end, unit: 'code-point' },
      },
      carried: { brat: kept },
    }
  })
}

interface Quotes {
  /** One for each fragment; null: the line doesn't tell them. */
  readonly quotes: readonly string[] | null
  /** What stands behind them. */
  readonly tail: string
}

/**
 * Cuts the quoted words at the lengths of the fragments, between which brat writes a space (older versions: nothing).
 * Words of another length than the offsets say stay as they are: they, not the numbers, say where the mark belongs.
 */
function quotesOf(line: AnnLine, warnings: string[]): Quotes {
  if (line.tail === null || line.tail.trim() === '') return { quotes: null, tail: '' }
  const words = [...line.tail]
  const lengths = fragmentsOf(line).map(({ start, end }) => end - start)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  for (const gap of [1, 0]) {
    const end = total + gap * (lengths.length - 1)
    const isWhole = words.length === end || (words.length > end && /^\s$/.test(words[end] ?? ''))
    const cut = cutAt(words, lengths, gap)
    if (isWhole && cut !== null) return { quotes: cut, tail: words.slice(end).join('') }
  }
  const text = line.tail.replace(/\t.*$/s, '')
  const isOne = lengths.length === 1
  const found = isOne ? 'it is looked for by its words' : 'it is looked for by its offsets'
  warnings.push(
    `Line ${line.at}: ${line.id} covers ${total} characters and quotes ${[...text].length}; ${found}.`,
  )
  return { quotes: isOne ? [text] : null, tail: '' }
}

/** null: something else than a space stands in a gap. */
function cutAt(words: readonly string[], lengths: readonly number[], gap: number): readonly string[] | null {
  const cut: string[] = []
  let at = 0
  for (const length of lengths) {
    if (gap === 1 && at > 0 && words[at++] !== ' ') return null
    cut.push(words.slice(at, at + length).join(''))
    at += length
  }
  return cut
}
