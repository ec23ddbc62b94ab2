import { sameWords } from '../../shared/anchor/same-words.ts'
import type { Drift, PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../shared/units.ts'
import { type AnnotationSet, settle } from './annotation-set.ts'
import type { Replaced } from './positions.ts'

/** Drift of a mark whose words read `words`, or that did so when its sentence was last looked at. */
export function driftOf(set: AnnotationSet, { id, quote }: PlacedAnnotation, words: string): Drift {
  if (!sameWords(quote, words)) return 'words'
  return set.sentences.has(id) ? 'sentence' : 'none'
}

/**
 * Says of every mark that an edit touched whether its words are still the confirmed ones. Whether the sentence
 * around them is, the desk says when the text is saved.
 * @param text the story text after the edit
 * @param replaced the piece of the text that was edited; null: none
 * @param named annotations that were placed by name
 */
export function deriveDrift(
  set: AnnotationSet,
  text: string,
  replaced: Replaced | null,
  named: readonly AnnotationId[],
): AnnotationSet {
  const touched = new Set(named)
  if (replaced !== null) {
    // A mark that ends or begins at the edit lost words to it, perhaps.
    const from = Math.max(0, replaced.at - 1)
    for (const { id } of set.placed.range(from, replaced.at + replaced.inserted + 1)) touched.add(id)
  }
  const places = [...touched].flatMap((id) => {
    const known = set.byId.get(id)
    if (known === undefined || known.span === null) return []
    const words = text.slice(known.span.start, known.span.end)
    const drift = driftOf(set, { ...known, span: known.span }, words)
    return drift === known.drift ? [] : [{ id, span: known.span, drift }]
  })
  return settle(set, places)
}
