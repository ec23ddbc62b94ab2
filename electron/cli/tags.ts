import fsp from 'node:fs/promises'
import path from 'node:path'
import type { StoryFailure } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/messages.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { SCHEME_FILE, type TagScheme } from '../../shared/tags.ts'
import { schemeOf } from '../desk/scheme.ts'
import { dataFolder } from '../storage/data-folder.ts'
import { codeOf, isMissing } from '../storage/io-error.ts'
import { SettingsFile } from '../storage/settings.ts'
import { command } from './command.ts'
import { DONE, fail, NEEDS_A_PERSON, print, say, type WrongUse } from './io.ts'
import { sayProblem, schemeInWords } from './scheme-words.ts'

export const tags = command({
  name: 'tags',
  usage: 'tags [STORY|FOLDER] [--json]',
  summary: 'Prints the tags for the stories of a folder, and checks its file of tags.',
  help: `They come from the file ${SCHEME_FILE} in the folder of the story; without one they are those of the
settings, else the built-in ones. Without STORY or FOLDER: of the working folder.

  --json  an object: source ("folder", "settings" or "built-in"), problem (null, or what is wrong with the file, with
          its sentence), tags (in the order of their keys, each with id, label, shortLabel, description, key, line,
          light, dark, fields)

Exit code 0: printed; 1: the file of tags has a fault, which is told with its line, or there is no such story or
folder; 2: wrong use.
`,
  options: { json: { type: 'boolean', default: false } },
  async run({ values, positionals }, io) {
    const where = oneOrNone(positionals)
    if (typeof where !== 'string') return where
    const folder = await folderOf(path.resolve(io.cwd, where))
    if (!folder.ok) return fail(io, folder.error)
    const settings = new SettingsFile(dataFolder(io.env, io.platform, io.home), (error) =>
      say(io, String(error)),
    )
    const scheme = await schemeOf(folder.value, (await settings.read()).tags)
    print(io, values.json ? inJson(scheme) : schemeInWords(scheme, io))
    sayProblem(scheme, io)
    return scheme.problem === null ? DONE : NEEDS_A_PERSON
  },
})

function oneOrNone([where, ...more]: readonly string[]): string | WrongUse {
  if (more.length > 0) return { wrongUse: `One story or folder at a time, not also ${more.join(', ')}.` }
  return where ?? '.'
}

/** The folder itself, or the one in which a story really lies; a file of tags counts where it is named. */
async function folderOf(file: string): Promise<Result<string, StoryFailure>> {
  const name = path.basename(file)
  if (name === SCHEME_FILE) return folderOf(path.dirname(file))
  try {
    const real = await fsp.realpath(file)
    return ok((await fsp.stat(real)).isDirectory() ? real : path.dirname(real))
  } catch (error) {
    return err(
      isMissing(error)
        ? { kind: 'not-found', file: name }
        : { kind: 'unreadable', file: name, code: codeOf(error) },
    )
  }
}

function inJson({ source, problem, tags: found }: TagScheme): string {
  const said = problem === null ? null : { ...problem, sentence: sentenceFor(problem) }
  return `${JSON.stringify({ source, problem: said, tags: found }, null, 2)}\n`
}
