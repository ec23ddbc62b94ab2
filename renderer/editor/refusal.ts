import { isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { fixedPhrase } from '../../shared/messages/text.ts'
import type { FixedKind } from '../../shared/story/edited.ts'
import { annotationKey } from './annotation-state.ts'
import { attrsOf } from './schema.ts'
import { storyStateOf } from './story-state.ts'

/** While another text is brought onto the screen. */
export const busy = 'The story is being brought up to date; try again in a moment'

/** While the annotations come in after the text. */
export const stillReading = 'The annotations are still being read; try again in a moment'

/**
 * Why the text may not be changed so, as a sentence to say; empty: nothing to say, null: it may. Undo and redo
 * pass in both modes: what was done can always be taken back.
 */
export function refusal(state: EditorState, tr: Transaction): string | null {
  if (tr.steps.length === 0 || tr.doc === tr.before || tr.doc.eq(tr.before)) return null
  if (isFollowing(tr)) return null
  const { mode, following } = storyStateOf(state)
  if (following) return busy
  if (isHistoryTransaction(tr)) return null
  if (mode === 'annotate') return ''
  const fixed = touchedFixed(tr)
  return fixed && fixedSentence(fixed)
}

export function fixedSentence(what: FixedKind): string {
  return `This is ${fixedPhrase(what)}, which can only be read here`
}

/** The reason why the block at a position can only be read; null: it can be edited. */
export function fixedAt(doc: Node, from: number, to: number): FixedKind | null {
  let found: FixedKind | null = null
  doc.nodesBetween(from, to, (node) => {
    if (node.isTextblock) found ??= attrsOf(node).fixed
    return !node.isTextblock
  })
  return found
}

/** A slice of another text that is being shown. */
export function isFollowing(tr: Transaction): boolean {
  return tr.getMeta(annotationKey)?.follow !== undefined
}

function touchedFixed(tr: Transaction): FixedKind | null {
  for (const [i, map] of tr.mapping.maps.entries()) {
    const before = tr.docs[i]
    if (before === undefined || before === (tr.docs[i + 1] ?? tr.doc)) continue
    let found: FixedKind | null = null
    map.forEach((from, to) => {
      found ??= fixedAt(before, from, to)
    })
    if (found !== null) return found
  }
  return null
}
