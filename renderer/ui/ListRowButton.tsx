import type { Annotation } from '../../shared/annotation/annotation.ts'
import { builtInTags, findTag, tagLabel } from '../../shared/tags.ts'
import styles from './ListPanel.module.css'
import swatch from './parts/TagSwatch.module.css'
import { tagStyle } from './tag-style.ts'

interface ListRowButtonProps {
  readonly annotation: Annotation
  readonly who: string
  readonly active: boolean
  /** In the list only one row is a stop of the Tab key; the arrows walk the others. */
  readonly tabIndex: 0 | -1
  readonly onChoose: () => void
  readonly onFocus: () => void
}

/** One annotation in the list: tag, words, whose, and the beginning of the note. */
export function ListRowButton({ annotation, who, active, tabIndex, onChoose, onFocus }: ListRowButtonProps) {
  const tag = findTag(builtInTags, annotation.tag)
  return (
    <button
      type="button"
      className={styles.row}
      style={tagStyle(tag)}
      tabIndex={tabIndex}
      aria-current={active || undefined}
      onClick={onChoose}
      onFocus={onFocus}
    >
      <span className={styles.head}>
        <span className={swatch.dot} aria-hidden="true" />
        <span className={styles.tag}>{tagLabel(builtInTags, annotation.tag)}</span>
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
    </button>
  )
}
