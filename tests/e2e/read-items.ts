import { sha256 } from '../../electron/storage/hash.ts'
import { marksIn } from '../../shared/annotation/item.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import { codePoint, type Sha256 } from '../../shared/units.ts'

interface ReadItem {
  /** The words at the stored position, if it was made on this very text. */
  readonly words: string | null
  readonly revision: number
}

/** Marks of a sidecar by their confirmed words. */
export function readSidecarItems(sidecar: Sidecar, text: string): Readonly<Record<string, ReadItem>> {
  const index = new CodePointIndex(text)
  const today: Sha256 = sha256(text)
  return Object.fromEntries(
    marksIn(sidecar).map((item) => {
      const [, { start, end }] = item.target.selector
      const [from, to] = [start, end].map((each) => index.toTextOffset(codePoint(each)))
      const words = item.target['galley:text'] === today ? text.slice(from, to) : null
      return [item['galley:confirmed']['galley:exact'], { words, revision: item['galley:revision'] }]
    }),
  )
}
