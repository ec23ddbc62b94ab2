import { percent } from '../../../shared/report/plain-words.ts'
import { toggled } from '../list/filter-words.ts'
import type { LiveCount } from '../list/use-tag-counts.ts'
import { TagSwatch } from '../parts/TagSwatch.tsx'
import { useDesk, useTools } from '../tools.ts'
import bars from './Bars.module.css'
import styles from './Numbers.module.css'
import { StackedBar } from './StackedBar.tsx'

interface TagFiguresProps {
  readonly tags: readonly LiveCount[]
  /** Annotations in all; at least one. */
  readonly all: number
}

/** How often each tag was used, and its share. Pressing one shows only its marks. */
export function TagFigures({ tags, all }: TagFiguresProps) {
  const { actions } = useTools()
  const chosen = useDesk((state) => state.filter.tags)
  const parts = tags.map(({ tag, count }) => ({ tag, count: count ?? 0 }))
  const most = Math.max(1, ...parts.map(({ count }) => count))
  return (
    <section className={styles.section} aria-label="Tags">
      <h3 className={styles.heading}>Tags</h3>
      <StackedBar parts={parts} of={all} />
      <ul className={bars.rows}>
        {parts.map(({ tag, count }) => (
          <li key={tag.id}>
            <button
              type="button"
              className={bars.row}
              aria-pressed={chosen?.has(tag.id) ?? false}
              onClick={() => actions.setFilter({ tags: toggled(chosen, tag.id) })}
            >
              <TagSwatch tag={tag} />
              <bdi className={bars.name}>{tag.label}</bdi>
              <span className={bars.number}>
                <b>{count.toLocaleString()}</b>
                <span className={bars.part}>{percent(count / all)}</span>
              </span>
              <StackedBar parts={[{ tag, count }]} of={most} />
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>Choose a tag to see only its marks.</p>
    </section>
  )
}
