/**
 * One line of a brat `.ann` file: id, TAB, type with what it is about, TAB, text.
 * Source: brat's "standoff format" (https://brat.nlplab.org/standoff.html) and what brat's server accepts.
 */
export interface AnnLine {
  /** Counted from 1. */
  readonly at: number
  /** The line as it is, without its end. */
  readonly text: string
  /** `T1`; `*` for an equivalence, which has none of its own. */
  readonly id: string
  readonly kind: AnnKind
  /** Between the first and the second tab. */
  readonly body: string
  /** Behind the second tab, further tabs included; null: there is no second tab. */
  readonly tail: string | null
}

/** T span, A attribute (M its old name), N normalisation, # note, R relation, E event, * equivalence. */
export type AnnKind = 'T' | 'A' | 'N' | '#' | 'R' | 'E' | '*' | 'other'

/** A line that is kept as it is: of an imported file, for an export to brat. */
export interface KeptLine {
  /** Its number in the file, counted from 1. */
  readonly at: number
  readonly text: string
}

// A letter or #, and a number somewhere behind: all that brat's server asks of an id.
const ID = /^(?:\*|[A-Za-z#][^\s\d]*\d\S*)$/

/** null: no line of a `.ann` file. */
export function readLine(text: string, at: number): AnnLine | null {
  const [id = '', body, ...rest] = text.split('\t')
  if (body === undefined || !ID.test(id)) return null
  const tail = rest.length === 0 ? null : rest.join('\t')
  return { at, text, id, kind: kindOf(id), body, tail }
}

function kindOf(id: string): AnnKind {
  const first = id[0]
  switch (first) {
    case 'T':
    case 'A':
    case 'N':
    case '#':
    case 'R':
    case 'E':
    case '*':
      return first
    case 'M':
      return 'A'
    default:
      return 'other'
  }
}

const FORMS: Readonly<Record<AnnKind, RegExp>> = {
  T: /^\S+ \d+ \d+(?:;\d+ \d+)*\s*$/,
  A: /^\S+ \S+(?: .+)?$/,
  N: /^\S+ \S+ \S+$/,
  '#': /^\S+ \S+\s*$/,
  R: /^\S+ [^\s:]+:\S+ [^\s:]+:\S+\s*$/,
  E: /^[^\s:]+:\S+(?: +[^\s:]+:\S+)*\s*$/,
  '*': /^\S+(?: +\S+)+\s*$/,
  other: /^/,
}

/** Is it written as lines of its kind are? */
export function isWellFormed({ kind, body }: AnnLine): boolean {
  return FORMS[kind].test(body)
}

/** The type: the first word, of an event without its trigger. */
export function typeOf({ body, kind }: AnnLine): string {
  const first = body.split(' ', 1)[0] ?? ''
  return kind === 'E' ? (first.split(':', 1)[0] ?? '') : first
}

/** Half-open, in code points of the text; in the order of the line. Only of a well-formed T. */
export function fragmentsOf({ body }: AnnLine): readonly { readonly start: number; readonly end: number }[] {
  return [...body.matchAll(/[ ;](\d+) (\d+)/g)].map(([, start, end]) => ({
    start: Number(start),
    end: Number(end),
  }))
}

/** Ids of the lines that it is about; an id of a T has none. */
export function refsOf(line: AnnLine): readonly string[] {
  const refs: string[] = []
  mapRefs(line, (ref) => {
    refs.push(ref)
    return ref
  })
  return refs
}

/** The line with other ids: its own, and those that it is about. */
export function renamed(line: AnnLine, nameOf: (id: string) => string): string {
  const own = line.kind === '*' ? line.id : nameOf(line.id)
  const tail = line.tail === null ? '' : `\t${line.tail}`
  return `${own}\t${mapRefs(line, nameOf)}${tail}`
}

/** The body with each id that it names given through `map`. */
function mapRefs({ kind, body }: AnnLine, map: (id: string) => string): string {
  switch (kind) {
    case 'A':
    case 'N':
    case '#':
      return body.replace(/^(\S+ )(\S+)/, (_, type: string, ref: string) => type + map(ref))
    case 'R':
    case 'E':
      return eachWord(body, (word) => {
        const colon = word.indexOf(':')
        return colon === -1 ? word : word.slice(0, colon + 1) + map(word.slice(colon + 1))
      })
    case '*':
      return eachWord(body, (word, index) => (index === 0 ? word : map(word)))
    case 'T':
    case 'other':
      return body
  }
}

/** The text with each of its words given through `map`; the white space between them stays. */
function eachWord(text: string, map: (word: string, index: number) => string): string {
  let index = 0
  return text
    .split(/(\s+)/)
    .map((part) => (part.trim() === '' ? part : map(part, index++)))
    .join('')
}
