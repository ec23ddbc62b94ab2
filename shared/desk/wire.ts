/**
 * How an answer of the desk goes over a wire that knows text only. Without bytes it is JSON. With bytes, which only
 * stand in `value.content` of a good answer, it is the JSON without them on one line, then the bytes as they are: a
 * picture of them in text would be a third larger and be made, sent and read in one piece.
 */

/** Media type of an answer with bytes. */
export const WITH_BYTES = 'application/x-galley-answer'

const LINE_FEED = 10

/** JSON writes every line feed inside it as `\n`, so the first one in the answer ends it. */
export function split(answer: unknown): { readonly json: string; readonly bytes: Uint8Array | null } {
  if (!hasBytes(answer)) return { json: JSON.stringify(answer), bytes: null }
  const { content, ...value } = answer.value
  return { json: JSON.stringify({ ...answer, value }), bytes: content }
}

/** @throws SyntaxError: no such answer. */
export function join(bytes: Uint8Array): unknown {
  const end = bytes.indexOf(LINE_FEED)
  const answer = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
  return { ...answer, value: { ...answer.value, content: bytes.subarray(end + 1) } }
}

interface WithBytes {
  readonly value: { readonly content: Uint8Array }
}

function hasBytes(answer: unknown): answer is WithBytes {
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) return false
  const { value } = answer
  if (typeof value !== 'object' || value === null || !('content' in value)) return false
  return value.content instanceof Uint8Array
}
