import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The story files that a command line names, absolute, in order. What isn't a story is left in: opening it says
 * why it can't be opened.
 *
 * - Switches are dropped: Chromium, Electron and test drivers add some of their own.
 * - Unpackaged, the first word after the program is the app's own folder.
 * - Linux launchers pass `file://` URLs (the `%U` of a desktop entry).
 *
 * @param cwd folder that relative paths start from; absolute
 */
export function filesFromArgv(argv: readonly string[], cwd: string, packaged: boolean): string[] {
  return argv
    .slice(1)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .slice(packaged ? 0 : 1)
    .flatMap((word) => {
      if (!word.startsWith('file:')) return [path.resolve(cwd, word)]
      try {
        return [fileURLToPath(word)]
      } catch {
        return []
      }
    })
}

/** Paths handed over by a second start of the program. That is another process, so it is checked like any input. */
export function filesFromMessage(message: unknown): string[] {
  if (typeof message !== 'object' || message === null || !('files' in message)) return []
  if (!Array.isArray(message.files)) return []
  return message.files.filter(
    (file: unknown): file is string =>
      typeof file === 'string' && file.length <= 4096 && path.isAbsolute(file),
  )
}
