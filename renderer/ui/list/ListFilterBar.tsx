import { useEffect, useRef } from 'react'
import { isFiltering } from '../../../shared/annotation/filter.ts'
import { type FocusWish, grant } from '../editor-context.ts'
import { useNumbers } from '../numbers/use-numbers.ts'
import { Button } from '../parts/Button.tsx'
import { TagSwatch } from '../parts/TagSwatch.tsx'
import { useDesk, useTools } from '../tools.ts'
import { FilterChip } from './FilterChip.tsx'
import { toggled } from './filter-words.ts'
import { ListOrderSelect } from './ListOrderSelect.tsx'
import styles from './ListPanel.module.css'
import { useTagCounts } from './use-tag-counts.ts'

interface ListFilterBarProps {
  /** One for the filter brings the focus to the first chip. */
  readonly wish: FocusWish | null
  /** How many annotations the list shows, of how many. */
  readonly shown: number
  readonly all: number
  readonly onShowAll: () => void
}

/** Which annotations are shown, by tag, person, note and what is to be checked; and in which order. */
export function ListFilterBar({ wish, shown, all, onShowAll }: ListFilterBarProps) {
  const { actions } = useTools()
  const filter = useDesk((state) => state.filter)
  const counts = useNumbers()
  const tags = useTagCounts()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wish?.part !== 'filter' || !grant(wish)) return
    // A sheet that opens for it first remembers where the focus was, to bring it back there.
    requestAnimationFrame(() => bar.current?.querySelector('button')?.focus())
  }, [wish])

  const people = counts?.annotators ?? []
  const notes = [
    ['with', 'With note', counts?.withNote],
    ['without', 'Without note', counts && counts.all - counts.withNote],
  ] as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div ref={bar} className={styles.filter} role="group" aria-label="Which annotations">
      <div className={styles.groups}>
        <div className={styles.chips}>
          {tags.map(({ tag, count }) => (
            <FilterChip
              key={tag.id}
              on={filter.tags?.has(tag.id) ?? false}
              count={count}
              onToggle={() => actions.setFilter({ tags: toggled(filter.tags, tag.id) })}
            >
              <TagSwatch tag={tag} />
              <bdi>{tag.shortLabel}</bdi>
            </FilterChip>
          ))}
        </div>
        {people.length > 1 && (
          <div className={styles.chips}>
            {people.map(({ annotator, name, mine, count }) => (
              <FilterChip
                key={annotator}
                on={filter.annotators?.has(annotator) ?? false}
                count={count}
                onToggle={() => actions.setFilter({ annotators: toggled(filter.annotators, annotator) })}
              >
                {mine ? 'You' : <bdi>{name}</bdi>}
              </FilterChip>
            ))}
          </div>
        )}
        <div className={styles.chips}>
          {notes.map(([note, label, count]) => (
            <FilterChip
              key={note}
              on={filter.note === note}
              count={count ?? null}
              onToggle={() => actions.setFilter({ note: filter.note === note ? null : note })}
            >
              {label}
            </FilterChip>
          ))}
          <FilterChip
            on={filter.attention}
            count={counts?.attention ?? null}
            onToggle={() => actions.setFilter({ attention: !filter.attention })}
          >
            To check
          </FilterChip>
        </div>
      </div>
      <div className={styles.under}>
        <span className={styles.showing}>
          {isFiltering(filter) ? (
            <>
              Showing {shown.toLocaleString()} of {all.toLocaleString()}
              <Button kind="quiet" small onClick={onShowAll}>
                Show all
              </Button>
            </>
          ) : (
            `${all.toLocaleString()} ${all === 1 ? 'annotation' : 'annotations'}`
          )}
        </span>
        {!filter.attention && <ListOrderSelect />}
      </div>
    </div>
  )
}
