import { Trash2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { builtInTags, findTag, tagLabel } from '../../shared/tags.ts'
import styles from './Card.module.css'
import { CardFields, FieldChips } from './CardFields.tsx'
import { CardNote } from './CardNote.tsx'
import { CardVersions } from './CardVersions.tsx'
import { type FocusWish, useEditor } from './editor-context.ts'
import { Button } from './parts/Button.tsx'
import { Tip } from './parts/Tip.tsx'
import { TagMenu } from './TagMenu.tsx'
import { tagStyle } from './tag-style.ts'
import { fullWhen, shortWhen } from './when.ts'

export interface CardProps {
  readonly annotation: Annotation
  /** Whose it is: "you" or a name. */
  readonly who: string
  readonly mine: boolean
  /** Unfolded: note and fields can be written, if it is one's own. */
  readonly active: boolean
  /** The text is out of sight, so a click stays on the card instead of going on in the story. */
  readonly stay?: boolean
  /** Set when this card wants the focus. */
  readonly wish: FocusWish | null
}

/** One annotation: tag, who, when, the marked words, note and fields. */
export const Card = memo(function Card({ annotation, who, mine, active, stay = false, wish }: CardProps) {
  const editor = useEditor()
  const card = useRef<HTMLElement>(null)
  const { id, tag: tagId, note, fields, quote, modified, span } = annotation
  const tag = findTag(builtInTags, tagId)
  const label = tagLabel(builtInTags, tagId)

  useEffect(() => {
    if (wish?.part === 'card') card.current?.querySelector('button')?.focus()
  }, [wish])

  const leave = () => editor?.activate(id, { focus: true })
  const pick = (event: MouseEvent) => {
    // A click with the mouse goes on in the story, where the keys are; from the keyboard the card stays.
    editor?.activate(id, { scroll: true, focus: event.detail > 0 && span !== null && !stay })
  }
  const remove = () => {
    editor?.remove(id)
    editor?.focus()
  }
  const change = (part: Partial<Annotation>) => editor?.change(id, { tag: tagId, note, fields, ...part })
  const onKeyDown = (event: KeyboardEvent) => {
    // React also brings what happens in the card's menus, which stand elsewhere on the page.
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (event.key !== 'Escape' || event.defaultPrevented || !inside) return
    event.stopPropagation()
    leave()
  }
  const editable = active && mine
  return (
    <article
      ref={card}
      id={`card-${id}`}
      className={styles.card}
      style={tagStyle(tag)}
      data-active={active || undefined}
      aria-label={`${label}, ${who}`}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h3 className={styles.tag}>
          {editable ? (
            <TagMenu tag={tagId} onChange={(next) => change({ tag: next })} />
          ) : (
            <button type="button" className={styles.pick} aria-pressed={active} onClick={pick}>
              {label}
              <span className="hidden-text">: {quote}</span>
            </button>
          )}
        </h3>
        <small className={styles.who}>
          <bdi>{who}</bdi>
          {' · '}
          <time dateTime={modified} title={fullWhen(modified)}>
            {shortWhen(modified, new Date())}
          </time>
        </small>
        {editable && (
          <Tip text="Delete the annotation">
            <Button kind="quiet" small icon aria-label="Delete the annotation" onClick={remove}>
              <Trash2 size={14} aria-hidden="true" />
            </Button>
          </Tip>
        )}
      </header>
      <q className={styles.quote} dir="auto">
        {quote}
      </q>
      {editable ? (
        <>
          <CardNote
            note={note}
            commit={(next) => change({ note: next })}
            leave={leave}
            focus={wish?.part === 'note' ? wish : null}
          />
          {tag !== undefined && (
            <CardFields tag={tag} fields={fields} commit={(next) => change({ fields: next })} leave={leave} />
          )}
        </>
      ) : (
        <>
          {note !== '' && (
            <p className={styles.note} dir="auto">
              {note}
            </p>
          )}
          <FieldChips tag={tag} fields={fields} />
        </>
      )}
      <CardVersions annotation={annotation} choose={mine ? change : null} />
    </article>
  )
})
