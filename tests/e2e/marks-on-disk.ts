import { contentOfBody } from '../../shared/annotation/body.ts'
import { marksIn } from '../../shared/annotation/item.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'

/** A mark as its sidecar has it. */
interface StoredMark {
  readonly tag: string
  readonly words: string
  readonly note: string
  readonly fields: Readonly<Record<string, string>>
}

/** The marks of a sidecar in the order in which they stand in the story. */
export function storedMarks(sidecar: Sidecar | undefined): readonly StoredMark[] {
  return (sidecar === undefined ? [] : marksIn(sidecar)).map(({ body, target }) => {
    const { tag, note, fields } = contentOfBody(body)
    return { tag, words: target.selector[0].exact, note, fields: { ...fields } }
  })
}

/** The same, each in one line: `fact: left on time`. */
export function marksInWords(sidecar: Sidecar | undefined): readonly string[] {
  return storedMarks(sidecar).map(({ tag, words }) => `${tag}: ${words}`)
}
