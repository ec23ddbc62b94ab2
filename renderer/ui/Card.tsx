import { Trash2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react'
import type { Annotation, Content } from '../../shared/annotation/annotation.ts'
import { builtInTags, findTag, tagLabel } from '../../shared/tags.ts'
import styles from './Card.module.css'
import { CardBody } from './CardBody.tsx'
import { CardVersions } from './CardVersions.tsx'
import { type FocusWish, useEditor } from './editor-context.ts'
import { Button } from './parts/Button.tsx'
import { Tip } from './parts/Tip.tsx'
import { TagMenu } from './TagMenu.tsx'
import { tagStyle } from './tag-style.ts'
import { useCardEdits } from './use-card-edits.ts'
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
  const edits = useCardEdits(annotation)
  const card = useRef<HTMLElement>(null)
  const keepFocus = useRef(false)
  const { id, tag, quote, modified, span } = annotation
  const label = tagLabel(builtInTags, tag)
  const editable = active && mine

  useEffect(() => {
    if (wish?.part === 'card') card.current?.querySelector('button')?.focus()
  }, [wish])
  useEffect(() => {
    // The button that was pressed gave way to those of the unfolded card.
    if (editable && keepFocus.current) card.current?.querySelector('button')?.focus()
    keepFocus.current = false
  }, [editable])

  const pick = (event: MouseEvent) => {
    // A click with the mouse goes on in the story, where the keys are; from the keyboard the card stays.
    const goOn = event.detail > 0 && span !== null && !stay
    keepFocus.current = !goOn
    editor?.activate(id, { scroll: true, focus: goOn })
  }
  const settle = (version: Content) => {
    edits.change(version)
    edits.leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // React also brings what happens in the card's menus, which stand elsewhere on the page.
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (event.key !== 'Escape' || event.defaultPrevented || !inside) return
    event.stopPropagation()
    edits.leave()
  }
  return (
    <article
      ref={card}
      id={`card-${id}`}
      className={styles.card}
      style={tagStyle(findTag(builtInTags, tag))}
      data-active={active || undefined}
      aria-label={`${label}, ${who}`}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h3 className={styles.tag}>
          {editable ? (
            <TagMenu tag={tag} onChange={(next) => edits.change({ tag: next })} />
          ) : (
            <button
              type="button"
              className={styles.pick}
              aria-label={`${label}: ${quote}`}
              aria-pressed={active}
              onClick={pick}
            >
              {label}
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
            <Button kind="quiet" small icon aria-label="Delete the annotation" onClick={edits.remove}>
              <Trash2 size={14} aria-hidden="true" />
            </Button>
          </Tip>
        )}
      </header>
      <q className={styles.quote} dir="auto">
        {quote}
      </q>
      <CardBody
        annotation={annotation}
        edits={editable ? edits : null}
        focusNote={wish?.part === 'note' ? wish : null}
      />
      <CardVersions annotation={annotation} choose={mine ? settle : null} />
    </article>
  )
})
