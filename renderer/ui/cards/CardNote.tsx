import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { grant } from '../editor-context.ts'
import styles from './Card.module.css'
import lock from './PrivateLock.module.css'
import { PrivateLock } from './PrivateLock.tsx'
import { useDraft } from './use-draft.ts'

interface CardNoteProps {
  readonly note: string
  /** Only this person reads it. */
  readonly own?: boolean
  readonly commit: (note: string) => void
  readonly leave: () => void
  /** A new object moves the focus here. */
  readonly focus: object | null
}

// As much as the desk takes; longer pastes are cut by the field itself.
const LONGEST_NOTE = 100_000

/**
 * The note of an own annotation. It becomes one change when the field is left or at Ctrl/Cmd+Enter; until then
 * undo is the field's own. What is typed survives whatever happens to the card.
 */
export function CardNote({ note, own = false, commit, leave, focus }: CardNoteProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(note, commit)

  useEffect(() => {
    if (focus === null || !grant(focus)) return
    const { current } = field
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [focus])

  const onKeyDown = (event: KeyboardEvent) => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!done || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    draft.save()
    leave()
  }
  return (
    <>
      <label className="hidden-text" htmlFor={id}>
        {own ? 'Private note' : 'Note'}
      </label>
      <div className={lock.noteLine} data-private={own || undefined}>
        {own && <PrivateLock silent />}
        <textarea
          id={id}
          ref={field}
          className={styles.noteField}
          value={draft.shown}
          placeholder={own ? 'Add a note that only you can read' : 'Add a note'}
          maxLength={LONGEST_NOTE}
          rows={1}
          dir="auto"
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.save}
          onKeyDown={onKeyDown}
        />
      </div>
    </>
  )
}
