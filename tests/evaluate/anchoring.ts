import { type AnchoringCase, readCases } from './cases.ts'
import { type Judged, judge, type Verdict } from './verdict.ts'

/** Where lines go: results, and complaints about the use. */
export interface Printer {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
}

/**
 * Anchors the cases of the files, prints each failing one and a line of counts.
 *
 * @returns the exit code: 1 if a quote was found that must not be found, 2 if a file can't be read, else 0.
 */
export function evaluateAnchoring(files: readonly string[], print: Printer): number {
  const counts: Record<Verdict, number> = {
    pass: 0,
    'false-anchor': 0,
    'wrong-place': 0,
    missed: 0,
    misreported: 0,
  }
  let all = 0
  for (const file of files) {
    const cases = readCases(file)
    if (!cases.ok) {
      print.error(cases.error)
      return 2
    }
    for (const anchoring of cases.value) {
      const judged = judge(anchoring)
      counts[judged.verdict]++
      all++
      if (judged.verdict !== 'pass') for (const line of failure(anchoring, judged)) print.out(line)
    }
  }
  const { pass, missed, misreported } = counts
  const parts = [
    `${pass} of ${all} pass`,
    `${counts['false-anchor']} false anchors`,
    `${counts['wrong-place']} wrong places`,
    `${missed} missed`,
    ...(misreported === 0 ? [] : [`${misreported} misreported`]),
  ]
  print.out(parts.join(', '))
  return counts['false-anchor'] > 0 ? 1 : 0
}

function failure(anchoring: AnchoringCase, { verdict, found, reason }: Judged): readonly string[] {
  const { name, group, text, quote, expected } = anchoring
  const place = (range: { start: number; end: number } | null): string =>
    range === null ? 'nothing' : `${range.start}–${range.end} ${shown(text.slice(range.start, range.end))}`
  const others = anchoring.alsoAccept.map((other) => ` or ${place(other)}`).join('')
  return [
    `${verdict}: ${name} (${group ?? 'no group'})`,
    `  quote    ${shown(quote.prefix ?? '')} [${shown(quote.exact)}] ${shown(quote.suffix ?? '')}`,
    `  expected ${place(expected)}${others}${anchoring.nullAlsoAccepted === true ? ' or nothing' : ''}`,
    `  got      ${place(found?.span ?? null)}${found === null ? '' : `, ${found.match}`}`,
    ...(reason === '' ? [] : [`  but      ${reason}`]),
  ]
}

const LONGEST_SHOWN = 100

/** On one line, what is not seen escaped, the middle of long words left out. */
function shown(words: string): string {
  const half = LONGEST_SHOWN / 2
  const short = words.length <= LONGEST_SHOWN ? words : `${words.slice(0, half)} … ${words.slice(-half)}`
  return JSON.stringify(short).replace(/[^\P{C}\n]|[^\P{Z} ]/gu, escaped)
}

const escaped = (sign: string): string => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`
