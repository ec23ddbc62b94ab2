import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'

/** Half-open range; its unit is said by the member that holds it. */
const range = z.looseObject({ start: z.number(), end: z.number() })

/**
 * One case: a quote with what is known of it, a text to find it in, and where it should be found. Unknown members
 * are ignored. Ranges are UTF-16 units of `text` unless the name says code points.
 */
const anchoringCase = z.looseObject({
  name: z.string(),
  group: z.string().nullish(),
  text: z.string(),
  quote: z.looseObject({
    exact: z.string(),
    prefix: z.string().nullish(),
    suffix: z.string().nullish(),
  }),
  /** Where the quote stood in the text that it was made on. */
  position: range.nullish(),
  positionCodePoints: range.nullish(),
  /** Null: it must not be found. */
  expected: range.nullable(),
  expectedCodePoints: range.nullish(),
  /** How the words found compare with the quote: `exact`, `normalized`, `fuzzy`, `none`. For the reader. */
  match: z.string().nullish(),
  /** Other places that are as right; null among them: not finding it is too. */
  alsoAccept: z
    .union([range, z.array(range.nullable())])
    .nullish()
    .transform((value) =>
      value === undefined || value === null ? [] : Array.isArray(value) ? value : [value],
    ),
  /** Not finding it is as right. */
  nullAlsoAccepted: z.boolean().nullish(),
  /** The whole text that the quote was made on, if it is known. */
  oldText: z.string().nullish(),
})

const caseFile = z.union([
  z.array(anchoringCase),
  z.looseObject({ cases: z.array(anchoringCase) }).transform(({ cases }) => cases),
])

export type AnchoringCase = z.infer<typeof anchoringCase>

/** Reads the cases of a file. The error is a sentence that names the file. */
export function readCases(file: string): Result<readonly AnchoringCase[], string> {
  let bytes: string
  try {
    bytes = readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return err(code === 'ENOENT' ? `${file} does not exist.` : `${file} can’t be read (${code}).`)
  }
  let data: unknown
  try {
    data = JSON.parse(bytes.replace(/^\ufeff/, ''))
  } catch (error) {
    return err(`${file} is not JSON: ${error instanceof Error ? error.message : 'unknown reason'}.`)
  }
  const parsed = caseFile.safeParse(data)
  return parsed.success
    ? ok(parsed.data)
    : err(`${file} does not hold anchoring cases: ${firstProblem(data)}.`)
}

/** Which case is wrong, and where in it. */
function firstProblem(data: unknown): string {
  const list = typeof data === 'object' && data !== null && 'cases' in data ? data.cases : data
  if (!Array.isArray(list)) return 'it is neither a list nor an object with a list ‘cases’'
  for (const [index, item] of list.entries()) {
    const issue = anchoringCase.safeParse(item).error?.issues[0]
    if (issue !== undefined) return `case ${index + 1}, ‘${issue.path.join('.')}’: ${issue.message}`
  }
  return 'no case in it is wrong, but the file is'
}
