import type { StoryFailure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { decodeStory } from './decode-story.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** Text of a web page or an XML file. */
export interface DecodedMarkup {
  /** Without the byte order mark, line ends as they are. */
  readonly raw: string
  /** By the name that the Encoding standard has for it, or Galley's own for those that plain text is read in. */
  readonly encoding: string
}

// Bytes in which a page has to say its encoding are 1024; saved pages often have a comment before.
// Source: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
const HEAD = 4096

/**
 * Bytes of markup to text. What is UTF-8 is read so whatever it says: saved pages often keep the label of the
 * encoding that they had on the server. Else the label counts where the bytes fit it, and plain text's rules where
 * there is none.
 * @param file the file's name, for the failure.
 */
export function decodeMarkup(bytes: Uint8Array, file: string): Result<DecodedMarkup, StoryFailure> {
  const label = labelIn(bytes)
  // Written in ASCII's bytes alone, it would look like UTF-8.
  if (label === 'iso-2022-jp' && bytes.includes(0x1b))
    return labelled(bytes, label) ?? decodeStory(bytes, file)
  const decoded = decodeStory(bytes, file)
  const isSure = decoded.ok
    ? decoded.value.encoding !== 'Windows-1252'
    : decoded.error.kind !== 'broken-text' && decoded.error.kind !== 'binary'
  if (isSure || label === null || bytes.includes(0)) return decoded
  return labelled(bytes, label) ?? decoded
}

/** null: the label is unknown, or the bytes don't fit it. */
function labelled(bytes: Uint8Array, label: string): Result<DecodedMarkup, StoryFailure> | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    const { encoding } = decoder
    const raw = encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes)
    return { ok: true, value: { raw, encoding: encoding === 'windows-1252' ? 'Windows-1252' : encoding } }
  } catch {
    return null
  }
}

/** The encoding that markup says it has, lower case; null: it says none. */
function labelIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const declared =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head) ??
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return declared?.[1]?.toLowerCase() ?? null
}
