import { type Annotation, needsPerson, standingOf } from '../../shared/annotation/annotation.ts'
import type { Story } from '../../shared/story/story.ts'

/** Why an annotation waits for a person: its words changed, only the sentence around them did, it was not found. */
export type Doubt = 'changed' | 'sentence' | 'orphan'

export type DoubtCounts = Readonly<Record<Doubt, number>>

/** On badges, in headings and in the status bar. */
export const doubtLabels: Readonly<Record<Doubt, string>> = {
  changed: 'Changed',
  sentence: 'Sentence changed',
  orphan: 'Not found',
}

/** null: it stands in the text as it was confirmed. */
export function doubtOf(annotation: Pick<Annotation, 'span' | 'drift'>): Doubt | null {
  if (!needsPerson(annotation)) return null
  const standing = standingOf(annotation)
  return standing === 'placed' ? 'sentence' : standing
}

const counted = new WeakMap<readonly Annotation[], DoubtCounts>()

/** Counted once for each array: notice, status bar and menu ask the same. */
export function countDoubts(annotations: readonly Annotation[]): DoubtCounts {
  const known = counted.get(annotations)
  if (known !== undefined) return known
  const counts = { changed: 0, sentence: 0, orphan: 0 }
  for (const annotation of annotations) {
    const doubt = doubtOf(annotation)
    if (doubt !== null) counts[doubt]++
  }
  counted.set(annotations, counts)
  return counts
}

/** How many wait for a person in all. */
export function doubtTotal({ changed, sentence, orphan }: DoubtCounts): number {
  return changed + sentence + orphan
}

/** "3 changed, 1 not found, 2 with another sentence around them"; what there is none of is left out. */
export function doubtsInWords({ changed, sentence, orphan }: DoubtCounts): string {
  const around = sentence === 1 ? 'around it' : 'around them'
  return [
    changed > 0 ? [`${changed.toLocaleString()} changed`] : [],
    orphan > 0 ? [`${orphan.toLocaleString()} not found`] : [],
    sentence > 0 ? [`${sentence.toLocaleString()} with another sentence ${around}`] : [],
  ]
    .flat()
    .join(', ')
}

/**
 * What comes before {@link doubtsInWords}. The text may be another one because it changed here, or because other
 * people marked another version and their marks were imported: it can't be told which, so the words hold for both.
 */
export function reasonForDoubts({ changed, sentence }: DoubtCounts): string {
  return changed + sentence === 0
    ? 'Not every mark has its place in this text'
    : 'The text is not as it was marked'
}

/** How a mark's words read where they differ from the confirmed ones; null: they don't, or were not found. */
export function wordsNow({ span, drift }: Annotation, story: Story | undefined): string | null {
  return span === null || drift !== 'words' || story === undefined
    ? null
    : story.text.slice(span.start, span.end)
}
