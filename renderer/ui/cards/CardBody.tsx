import { type Annotation, needsPerson } from '../../../shared/annotation/annotation.ts'
import { NOTHING_PRIVATE } from '../../../shared/annotation/private-part.ts'
import { findTag } from '../../../shared/tags.ts'
import { useTags } from '../use-tags.ts'
import styles from './Card.module.css'
import { CardFields } from './CardFields.tsx'
import { CardNote } from './CardNote.tsx'
import { FieldChips } from './FieldChips.tsx'
import { NoteText } from './NoteText.tsx'
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
  const { note, fields, private: own = NOTHING_PRIVATE } = annotation
  const tag = findTag(useTags(), annotation.tag)
  const doubtful = needsPerson(annotation)
  if (edits === null) {
    return (
      <>
        <NoteText annotation={annotation} className={styles.note} />
        <FieldChips tag={tag} fields={fields} doubtful={doubtful} />
        <FieldChips tag={tag} fields={own.fields} doubtful={doubtful} own />
      </>
    )
  }
  return (
    <>
      {(own.note === null || note !== '') && (
        <CardNote
          note={note}
          commit={(next) => edits.change({ note: next })}
          leave={edits.leave}
          focus={own.note === null ? focusNote : null}
        />
      )}
      {own.note !== null && (
        <CardNote
          note={own.note}
          own
          commit={(next) => edits.write({ kind: 'note' }, next)}
          leave={edits.leave}
          focus={focusNote}
        />
      )}
      {tag !== undefined && (
        <CardFields
          tag={tag}
          fields={fields}
          own={own.fields}
          doubtful={doubtful}
          commit={(field, value) => edits.write({ kind: 'field', field }, value)}
          leave={edits.leave}
        />
      )}
    </>
  )
}
