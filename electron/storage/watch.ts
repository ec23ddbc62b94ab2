import { type FSWatcher, watch } from 'node:fs'

// Network shares report nothing: what is missed is found by looking.
const POLL_MS = 5000
// A replaced file is a handful of events.
const SETTLE_MS = 100

/**
 * Calls `look` soon after something happened to one of the relevant files of a folder, and every five seconds
 * anyway. The folder is watched, not the files: a watched file goes deaf when it is replaced.
 * @returns stops.
 */
export function watchFolder(
  folder: string,
  isRelevant: (name: string) => boolean,
  look: () => void,
): () => void {
  let settling: NodeJS.Timeout | null = null
  const soon = () => {
    if (settling !== null) return
    settling = setTimeout(() => {
      settling = null
      look()
    }, SETTLE_MS)
    settling.unref()
  }
  const watcher = start(folder, (name) => {
    if (name === null || isRelevant(name)) soon()
  })
  const poll = setInterval(look, POLL_MS)
  poll.unref()
  return () => {
    watcher?.close()
    clearInterval(poll)
    if (settling !== null) clearTimeout(settling)
  }
}

/** @returns null: this folder can't be watched (a share, too many watchers); polling has to do. */
function start(folder: string, onName: (name: string | null) => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => onName(name))
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null
  }
}
