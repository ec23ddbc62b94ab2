import type { AnnotatorId, TagId } from '../../../shared/units.ts'
import { toggled } from '../list/filter-words.ts'
import type { LiveCount } from '../list/use-tag-counts.ts'
import { useDesk, useTools } from '../tools.ts'
import bars from './Bars.module.css'
import styles from './Numbers.module.css'
import { StackedBar } from './StackedBar.tsx'
import type { Numbers } from './use-numbers.ts'

interface AnnotatorFiguresProps {
  readonly numbers: Numbers
  readonly byAnnotator: ReadonlyMap<AnnotatorId, ReadonlyMap<TagId, number>>
  readonly tags: readonly LiveCount[]
}

/** How much each person marked, by tag. Pressing one shows only their marks. */
export function AnnotatorFigures({ numbers: { annotators }, byAnnotator, tags }: AnnotatorFiguresProps) {
  const { actions } = useTools()
  const chosen = useDesk((state) => state.filter.annotators)
  const most = Math.max(1, ...annotators.map(({ count }) => count))
  return (
    <section className={styles.section} aria-label="Annotators">
      <h3 className={styles.heading}>Annotators</h3>
      <ul className={bars.rows}>
        {annotators.map(({ annotator, name, mine, count }) => {
          const own = byAnnotator.get(annotator)
          const parts = tags.map(({ tag }) => ({ tag, count: own?.get(tag.id) ?? 0 }))
          const used = parts.filter((part) => part.count > 0)
          return (
            <li key={annotator}>
              <button
                type="button"
                className={bars.row}
                aria-pressed={chosen?.has(annotator) ?? false}
                onClick={() => actions.setFilter({ annotators: toggled(chosen, annotator) })}
              >
                <bdi className={bars.name}>{mine ? `${name} (you)` : name}</bdi>
                <span className={bars.number}>
                  <b>{count.toLocaleString()}</b>
                </span>
                <span className="hidden-text">
                  {used.map((part) => `${part.tag.label} ${part.count.toLocaleString()}`).join(', ')}
                </span>
                <StackedBar parts={parts} of={most} />
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
