import { type Annotation, needsPerson } from '../../../shared/annotation/annotation.ts'
import { findTag } from '../../../shared/tags.ts'
import { useTags } from '../use-tags.ts'
import styles from './Card.module.css'
import { CardFields } from './CardFields.tsx'
import { CardNote } from './CardNote.tsx'
import { FieldChips } from './FieldChips.tsx'
import type { CardEdits } from './use-card-edits.ts'

interface CardBodyProps {
  readonly annotation: Annotation
  /** null: only to be read. */
  readonly edits: CardEdits | null
  /** A new object moves the focus into the note. */
  readonly focusNote: object | null
}

/** Note and fields, to be read or to be written. */
export function CardBody({ annotation, edits, focusNote }: CardBodyProps) {
  const { note, fields } = annotation
  const tag = findTag(useTags(), annotation.tag)
  const doubtful = needsPerson(annotation)
  if (edits === null) {
    return (
      <>
        {note !== '' && (
          <p className={styles.note} dir="auto">
            {note}
          </p>
        )}
        <FieldChips tag={tag} fields={fields} doubtful={doubtful} />
      </>
    )
  }
  return (
    <>
      <CardNote
        note={note}
        commit={(next) => edits.change({ note: next })}
        leave={edits.leave}
        focus={focusNote}
      />
      {tag !== undefined && (
        <CardFields
          tag={tag}
          fields={fields}
          doubtful={doubtful}
          commit={edits.setField}
          leave={edits.leave}
        />
      )}
    </>
  )
}
