import type { Annotation } from '../../shared/annotation/annotation.ts'
import { builtInTags, findTag, tagLabel } from '../../shared/tags.ts'
import { DoubtBadge } from './DoubtBadge.tsx'
import { doubtOf } from './doubts.ts'
import { isStale } from './field-tone.ts'
import styles from './ListPanel.module.css'
import swatch from './parts/TagSwatch.module.css'
import { StaleValue } from './StaleValue.tsx'
import { tagStyle } from './tag-style.ts'

interface ListRowButtonProps {
  readonly annotation: Annotation
  readonly who: string
  readonly active: boolean
  /** In the list only one row is a stop of the Tab key; the arrows walk the others. */
  readonly tabIndex: 0 | -1
  readonly onChoose: () => void
}

/** One annotation in the list: tag, words, whose, and the beginning of the note. */
export function ListRowButton({ annotation, who, active, tabIndex, onChoose }: ListRowButtonProps) {
  const tag = findTag(builtInTags, annotation.tag)
  const doubt = doubtOf(annotation)
  const { status } = annotation.fields
  return (
    <button
      type="button"
      className={styles.row}
      style={tagStyle(tag)}
      tabIndex={tabIndex}
      aria-current={active || undefined}
      onClick={onChoose}
    >
      <span className={styles.head}>
        <span className={swatch.dot} aria-hidden="true" />
        <span className={styles.tag}>{tagLabel(builtInTags, annotation.tag)}</span>
        {doubt !== null && <DoubtBadge doubt={doubt} />}
        <span className={styles.who}>
          <bdi>{who}</bdi>
        </span>
      </span>
      <span className={styles.quote} dir="auto">
        {annotation.quote}
      </span>
      {annotation.note !== '' && (
        <span className={styles.note} dir="auto">
          {annotation.note}
        </span>
      )}
      {status !== undefined && isStale('status', status, doubt !== null) && (
        <span className={styles.stale}>
          <StaleValue value={status} />
        </span>
      )}
    </button>
  )
}
