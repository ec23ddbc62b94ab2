import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { findTag, tagLabel } from '../../../shared/tags.ts'
import { DoubtBadge } from '../cards/DoubtBadge.tsx'
import { isStale } from '../cards/field-tone.ts'
import { NoteText } from '../cards/NoteText.tsx'
import { StaleValue } from '../cards/StaleValue.tsx'
import { doubtOf } from '../doubts.ts'
import swatch from '../parts/TagSwatch.module.css'
import { tagStyle } from '../tag-style.ts'
import { useTags } from '../use-tags.ts'
import { fullWhen, timeOfDay } from '../when.ts'
import styles from './ListPanel.module.css'

interface ListRowButtonProps {
  readonly annotation: Annotation
  readonly who: string
  readonly active: boolean
  readonly showTime: boolean
  /** In the list only one row is a stop of the Tab key; the arrows walk the others. */
  readonly tabIndex: 0 | -1
  readonly onChoose: () => void
}

/** One annotation in the list: tag, words, whose, when, and the beginning of the note. */
export function ListRowButton(props: ListRowButtonProps) {
  const { annotation, who, active, showTime, tabIndex, onChoose } = props
  const tags = useTags()
  const tag = findTag(tags, annotation.tag)
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
        <span className={styles.tag}>
          <bdi>{tagLabel(tags, annotation.tag)}</bdi>
        </span>
        {doubt !== null && <DoubtBadge doubt={doubt} />}
        <span className={styles.who}>
          <bdi>{who}</bdi>
          {showTime && (
            <time dateTime={annotation.modified} title={fullWhen(annotation.modified)}>
              {' · '}
              {timeOfDay(annotation.modified)}
            </time>
          )}
        </span>
      </span>
      <span className={styles.quote} dir="auto">
        {annotation.quote}
      </span>
      <NoteText annotation={annotation} className={styles.note} as="span" />
      {status !== undefined && isStale('status', status, doubt !== null) && (
        <span className={styles.stale}>
          <StaleValue value={status} />
        </span>
      )}
    </button>
  )
}
