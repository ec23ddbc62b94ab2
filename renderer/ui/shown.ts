import type { Annotation } from '../../shared/annotation/annotation.ts'
import { isFiltering, type MarkFilter, passes } from '../../shared/annotation/filter.ts'
import type { AnnotationId, AnnotatorId } from '../../shared/units.ts'

type Annotations = readonly Annotation[]

/**
 * Remembers the last answer for each array of annotations: many parts of the window ask the same after each change,
 * and the answer must be the same array for all of them, or each would be drawn again.
 */
function rememberLast<Key>(work: (annotations: Annotations, key: Key) => Annotations) {
  const last = new WeakMap<Annotations, { readonly key: Key; readonly answer: Annotations }>()
  return (annotations: Annotations, key: Key): Annotations => {
    const known = last.get(annotations)
    if (known !== undefined && Object.is(known.key, key)) return known.answer
    const answer = work(annotations, key)
    last.set(annotations, { key, answer })
    return answer
  }
}

const notHidden = rememberLast((annotations, hidden: ReadonlySet<AnnotatorId>) =>
  annotations.filter(({ creator }) => !hidden.has(creator)),
)

const passing = rememberLast((annotations, filter: MarkFilter) =>
  annotations.filter((annotation) => passes(filter, annotation)),
)

/** Of layers that are switched on, in the order given; the same array for the same question. */
export function visibleOf(annotations: Annotations, hidden: ReadonlySet<AnnotatorId>): Annotations {
  return hidden.size === 0 ? annotations : notHidden(annotations, hidden)
}

/**
 * What the filter lets through. The active one stays, as it does in the page: what is being worked on does not go
 * away when it is given another tag.
 */
export function filteredOf(
  visible: Annotations,
  filter: MarkFilter,
  active: AnnotationId | null,
): Annotations {
  if (!isFiltering(filter)) return visible
  const through = passing(visible, filter)
  if (active === null) return through
  const at = visible.findIndex(({ id }) => id === active)
  const kept = visible[at]
  if (kept === undefined || passes(filter, kept)) return through
  return withKept(through, at, visible, kept)
}

const keeping = new WeakMap<Annotations, { readonly kept: Annotation; readonly answer: Annotations }>()

/** Puts it in where it stands in reading order. */
function withKept(through: Annotations, at: number, visible: Annotations, kept: Annotation): Annotations {
  const known = keeping.get(through)
  if (known?.kept === kept) return known.answer
  const before = new Set(visible.slice(0, at))
  const place = through.findIndex((annotation) => !before.has(annotation))
  const answer = through.toSpliced(place < 0 ? through.length : place, 0, kept)
  keeping.set(through, { kept, answer })
  return answer
}
