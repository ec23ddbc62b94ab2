import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Io, print, say, type WrongUse } from './io.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Config<O extends Options> = { options: O; allowPositionals: true; strict: true }

/** What was given on the command line: options by name, and the other words in order. */
export type Given<O extends Options> = ReturnType<typeof parseArgs<Config<O>>>

/** A command of `galley`, as its description sees it. */
export interface CommandText {
  readonly name: string
  /** What stands after `galley`, e.g. `text STORY`. */
  readonly usage: string
  /** One line that says what it does. */
  readonly summary: string
  /** The rest of its help: options and rules. */
  readonly help: string
}

export interface Command extends CommandText {
  /** Runs it on the words after its name; returns the exit code. */
  start(words: readonly string[], io: Io): Promise<number>
}

/** Makes a command: its options are checked, `--help` answered and wrong use explained before it runs. */
export function command<const O extends Options>(
  text: CommandText & {
    readonly options: O
    run(given: Given<O>, io: Io): Promise<number | WrongUse>
  },
): Command {
  return {
    ...text,
    async start(words, io) {
      if (asksForHelp(words)) {
        print(io, `Usage: galley ${text.usage}\n\n${text.summary}\n\n${text.help}`)
        return 0
      }
      const given = parse(text.options, words)
      const outcome = 'wrongUse' in given ? given : await text.run(given, io)
      return typeof outcome === 'number' ? outcome : wrongUse(io, text, outcome)
    },
  }
}

function parse<O extends Options>(options: O, words: readonly string[]): Given<O> | WrongUse {
  try {
    const config: Config<O> = { options, allowPositionals: true, strict: true }
    return parseArgs({ ...config, args: [...words] })
  } catch (error) {
    // Node's own words for an unknown option or a missing value are plain enough.
    return { wrongUse: error instanceof Error ? error.message : String(error) }
  }
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  const before = end === -1 ? words : words.slice(0, end)
  return before.includes('--help') || before.includes('-h')
}

function wrongUse(io: Io, { name, usage }: CommandText, { wrongUse: why }: WrongUse): number {
  say(io, why)
  io.stderr.write(`Usage: galley ${usage}\n“galley ${name} --help” tells more.\n`)
  return 2
}
