import type { TextFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { TEXT_LIMIT } from '../../shared/story/formats.ts'
import { decodeStory } from './decode-story.ts'
import type { StoryFile } from './story-file.ts'

/**
 * The bytes of an edited story, in the encoding that its file has. Only those that are read again as the same
 * text: half a surrogate pair, say, or a NUL would be lost, or make a file that nobody can open.
 */
export function encodeStory(
  { name, encoding }: Pick<StoryFile, 'name' | 'encoding'>,
  raw: string,
): Result<Buffer, TextFailure> {
  if (encoding !== 'UTF-8' && encoding !== 'UTF-8 with BOM') {
    return err({ kind: 'text-encoding', file: name, encoding })
  }
  if (raw.trim() === '') return err({ kind: 'text-empty', file: name })
  const bytes = Buffer.from(encoding === 'UTF-8' ? raw : `\ufeff${raw}`, 'utf8')
  if (bytes.length > TEXT_LIMIT) {
    const reason = { kind: 'save-io', file: name, code: 'EFBIG' } as const
    return err({ kind: 'text-not-written', file: name, reason })
  }
  const again = decodeStory(bytes, name)
  if (again.ok && again.value.encoding === encoding && again.value.raw === raw) return ok(bytes)
  return err({ kind: 'text-differs', file: name, words: wordsAtFault(raw, again.ok ? again.value.raw : raw) })
}

const MOST_WORDS = 60

/** How the line begins that can't be stored; what has no sign of its own shows as U+FFFD. */
function wordsAtFault(raw: string, again: string): string {
  let at = 0
  while (at < raw.length && raw[at] === again[at] && raw[at] !== '\0') at++
  const start = at === raw.length || at === 0 ? 0 : raw.lastIndexOf('\n', at - 1) + 1
  const [line = ''] = raw.slice(start).split(/[\r\n]/, 1)
  return line.replace(/[\p{Surrogate}\0]/gu, '\ufffd').slice(0, MOST_WORDS)
}
