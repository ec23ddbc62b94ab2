import { FORMATS_IN_WORDS } from '../../shared/story/formats.ts'
import { GALLEY_VERSION } from '../desk/version.ts'
import { check } from './check.ts'
import { exportReports } from './export.ts'
import { importMarks } from './import.ts'
import { type Io, print, say } from './io.ts'
import { list } from './list.ts'
import { serve } from './serve.ts'
import { tag } from './tag.ts'
import { tags } from './tags.ts'
import { text } from './text.ts'

const commands = [text, tags, tag, list, check, exportReports, importMarks, serve]

/**
 * The `galley` command. Data goes to standard output, sentences to standard error.
 *
 * @param argv the words after `galley`
 * @returns the exit code: 0, 1 (something needs a person), 2 (wrong use)
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [word, ...rest] = argv
  if (word === '--version' || word === '-V') {
    print(io, `${GALLEY_VERSION}\n`)
    return 0
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    const asked = commands.find(({ name }) => name === rest[0])
    if (asked !== undefined) return asked.start(['--help'], io)
    print(io, overview())
    return 0
  }
  const found = commands.find(({ name }) => name === word)
  if (found !== undefined) return found.start(rest, io)
  say(io, word === undefined ? 'Name a command.' : `There is no command “${word}”.`)
  io.stderr.write(overview())
  return 2
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage: galley COMMAND …

${lines.join('\n')}

“galley COMMAND --help” tells how to call it, “galley --version” which Galley this is.
STORY is a file of one of these: ${FORMATS_IN_WORDS}. Exit codes: 0, 1 (something needs a person), 2 (wrong use).
`
}
