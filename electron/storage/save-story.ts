import fsp from 'node:fs/promises'
import path from 'node:path'
import type { TextFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { copyName } from './copy-name.ts'
import { durableCreate, durableReplace } from './durable-replace.ts'
import { encodeStory } from './encode-story.ts'
import { explainSave } from './explain-save.ts'
import { sha256 } from './hash.ts'
import { saveFailure } from './io-error.ts'
import { withLock } from './lock.ts'
import type { StoryFile } from './story-file.ts'

/** Another program wrote the story since it was read. */
class Conflict extends Error {}

// A folder with more versions of one story is no place to look for another free name.
const MOST_COPIES = 999

/**
 * Writes an edited story in place of the file that was edited, durably, in its encoding and with its permissions.
 * Nothing is written if the file is not the one that was read any more, by its content, looked at just before the
 * new one takes its name; or if, read again, it would not be `raw`.
 * @param file the story as it was when it was read. @param raw as {@link StoryFile} has it: without the mark.
 * @returns the file as it is now.
 */
export async function saveStoryFile(
  file: StoryFile,
  raw: string,
  dataFolder: string,
  log: (error: unknown) => void = () => {},
): Promise<Result<StoryFile, TextFailure>> {
  const { name } = file
  const bytes = encodeStory(file, raw)
  if (!bytes.ok) return bytes
  const wanted = sha256(bytes.value)
  try {
    const tag = await withLock(path.join(dataFolder, 'locks'), file.path, () =>
      durableReplace(file.path, bytes.value, {
        newFileMode: 0o666,
        beforeRename: async (target) => {
          const there = sha256(await fsp.readFile(target))
          // The same text may stand there already, from a save that failed in its last step: it is made sure of.
          if (there !== file.sha256 && there !== wanted) throw new Conflict(name)
        },
      }),
    )
    const { encoding, path: where } = file
    return ok({ raw, encoding, path: where, name, sha256: wanted, tag })
  } catch (error) {
    if (error instanceof Conflict) return err({ kind: 'text-conflict', file: name })
    return err({ kind: 'text-not-written', file: name, reason: explainSave(error, name, log) })
  }
}

/**
 * Writes another version of a story beside it, durably and never over anything: `<stem> (<label>).ext`, or
 * `<stem> (<label> 2).ext` where that is taken.
 * @param content a text is written in the story's encoding, where that is written at all, else in UTF-8; bytes as
 * they are.
 * @param label for the person, such as "Jane Doe’s text"; what a file name can't hold is left out.
 * @returns the name of the new file.
 */
export async function keepCopy(
  file: Pick<StoryFile, 'path' | 'name' | 'encoding'>,
  content: string | Uint8Array,
  label: string,
): Promise<Result<string, TextFailure>> {
  const bytes =
    typeof content === 'string' ? encodeStory({ ...file, encoding: written(file) }, content) : ok(content)
  if (!bytes.ok) return bytes
  try {
    const mode = await fsp.stat(file.path).then(
      (stat) => stat.mode & 0o666,
      () => 0o666,
    )
    for (let number = 1; number <= MOST_COPIES; number++) {
      const name = copyName(file.name, label, number)
      if (await durableCreate(path.join(path.dirname(file.path), name), bytes.value, mode)) return ok(name)
    }
    throw Object.assign(new Error('no free name'), { code: 'EEXIST' })
  } catch (error) {
    return err({ kind: 'text-not-written', file: file.name, reason: saveFailure(error, file.name) })
  }
}

function written({ encoding }: Pick<StoryFile, 'encoding'>): StoryFile['encoding'] {
  return encoding === 'UTF-8 with BOM' ? encoding : 'UTF-8'
}
