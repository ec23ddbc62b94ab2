import { readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateAnchoring } from './anchoring.ts'
import { evaluateEdits } from './edits.ts'
import { evaluateOffice } from './office.ts'

const usage = `Use: npm run evaluate -- anchoring [FILE…]
     npm run evaluate -- edits [--words N] [--marks N] [--seed N]
     npm run evaluate -- office [--keep DIR]`

/** 0: nothing to complain of; 1: a false anchor, or a loss; 2: wrong use or a file that can't be read. */
async function run(args: readonly string[]): Promise<number> {
  const [program, ...rest] = args
  if (program === 'anchoring') return anchoring(rest)
  if (program === 'edits') return edits(rest)
  if (program === 'office') return office(rest)
  return wrongUse(program === undefined ? 'Say what to evaluate.' : `There is no evaluation ‘${program}’.`)
}

/** Without a file: the project's own cases, whose folder the starter names. */
function anchoring(args: readonly string[]): number {
  const unknown = args.find((arg) => arg.startsWith('--'))
  if (unknown !== undefined) return wrongUse(`There is no option ${unknown}.`)
  const files = args.length > 0 ? args : ownCases(process.env.GALLEY_EVALUATE_CASES ?? '')
  return evaluateAnchoring(files, { out: console.log, error: console.error })
}

const ownCases = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name))

function edits(args: string[]): number {
  const options = { words: { type: 'string' }, marks: { type: 'string' }, seed: { type: 'string' } } as const
  try {
    const { values } = parseArgs({ args, options })
    const words = whole('words', values.words)
    const marks = whole('marks', values.marks)
    evaluateEdits(
      {
        seed: whole('seed', values.seed) ?? 1,
        ...(words === undefined ? {} : { words }),
        ...(marks === undefined ? {} : { marks }),
      },
      console.log,
    )
    return 0
  } catch (error) {
    if (error instanceof WrongUse || isParseError(error)) return wrongUse(error.message)
    throw error
  }
}

/** With `--keep` what was written stays in that folder, to be looked at. */
async function office(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { keep: { type: 'string' } } })
    const root = path.resolve(process.env.GALLEY_EVALUATE_CASES ?? '', '../../..')
    const keep = values.keep === undefined ? null : path.resolve(values.keep)
    return await evaluateOffice(root, keep, { out: console.log, error: console.error })
  } catch (error) {
    if (isParseError(error)) return wrongUse(error.message)
    throw error
  }
}

class WrongUse extends Error {}

function whole(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new WrongUse(`--${name} takes a whole number above 0, not ‘${value}’.`)
  return Number(value)
}

const isParseError = (error: unknown): error is TypeError =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

function wrongUse(reason: string): number {
  console.error(`${reason}\n${usage}`)
  return 2
}

process.exitCode = await run(process.argv.slice(2))
