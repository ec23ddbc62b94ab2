import { Trash2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react'
import type { Annotation, PublicContent } from '../../../shared/annotation/annotation.ts'
import { findTag } from '../../../shared/tags.ts'
import { contentOf } from '../../editor/content.ts'
import { doubtLabels, doubtOf } from '../doubts.ts'
import { type FocusWish, grant, useEditor } from '../editor-context.ts'
import { Button } from '../parts/Button.tsx'
import { Tip } from '../parts/Tip.tsx'
import { tagName } from '../tag-name.ts'
import { tagStyle } from '../tag-style.ts'
import { useTags } from '../use-tags.ts'
import { fullWhen, shortWhen } from '../when.ts'
import styles from './Card.module.css'
import { CardBody } from './CardBody.tsx'
import { CardDoubt } from './CardDoubt.tsx'
import { CardVersions } from './CardVersions.tsx'
import { CardWords } from './CardWords.tsx'
import { DoubtBadge } from './DoubtBadge.tsx'
import { PrivateMenu } from './PrivateMenu.tsx'
import { TagMenu } from './TagMenu.tsx'
import { useCardEdits } from './use-card-edits.ts'

export interface CardProps {
  readonly annotation: Annotation
  /** The words at the mark today where they differ from the confirmed ones; null elsewhere. */
  readonly today: string | null
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

/** One annotation: tag, who, when, the marked words, note and fields; and what to do where the text changed. */
export const Card = memo(function Card(props: CardProps) {
  const { annotation, today, who, mine, active, stay = false, wish } = props
  const editor = useEditor()
  const edits = useCardEdits(annotation)
  const card = useRef<HTMLElement>(null)
  const keepFocus = useRef(false)
  const { id, tag, quote, modified, span } = annotation
  const tags = useTags()
  const known = findTag(tags, tag)
  const label = tagName(tags, tag)
  const doubt = doubtOf(annotation)
  const editable = active && mine

  useEffect(() => {
    if (wish?.part === 'card' && grant(wish)) card.current?.querySelector('button')?.focus()
  }, [wish])
  useEffect(() => {
    // The button that was pressed gave way to others, in the unfolded card or where nothing is in doubt any more.
    if ((editable || doubt === null) && keepFocus.current) card.current?.querySelector('button')?.focus()
    keepFocus.current = false
  }, [editable, doubt])

  const pick = (event: MouseEvent) => {
    // A click with the mouse goes on in the story, where the keys are; from the keyboard the card stays.
    const goOn = event.detail > 0 && span !== null && !stay
    keepFocus.current = !goOn && mine
    editor?.activate(id, { scroll: true, focus: goOn })
  }
  const accept = () => {
    keepFocus.current = edits.accept()
  }
  const settle = (version: PublicContent) => {
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
      style={tagStyle(known)}
      data-active={active || undefined}
      aria-label={`${label}, ${who}`}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h3 className={styles.tag}>
          {editable ? (
            <TagMenu tags={tags} tag={tag} onChange={(next) => edits.change({ tag: next })} />
          ) : (
            <button
              type="button"
              className={styles.pick}
              aria-label={`${label}: ${quote}${doubt === null ? '' : ` (${doubtLabels[doubt]})`}`}
              aria-pressed={active}
              onClick={pick}
            >
              <bdi className={styles.tagName} title={known?.description}>
                {label}
              </bdi>
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
        {editable && <PrivateMenu content={contentOf(annotation)} tag={known} commit={edits.replace} />}
        {editable && (
          <Tip text="Delete the annotation">
            <Button kind="quiet" small icon aria-label="Delete the annotation" onClick={edits.remove}>
              <Trash2 size={14} aria-hidden="true" />
            </Button>
          </Tip>
        )}
      </header>
      {doubt !== null && <DoubtBadge doubt={doubt} />}
      <CardWords annotation={annotation} today={today} />
      {doubt !== null && <CardDoubt doubt={doubt} who={who} acts={mine ? { ...edits, accept } : null} />}
      <CardBody
        annotation={annotation}
        edits={editable ? edits : null}
        focusNote={wish?.part === 'note' ? wish : null}
      />
      <CardVersions annotation={annotation} choose={mine ? settle : null} />
    </article>
  )
}, showsTheSame)

/** A card shows the mark's words, not where they stand: typing before them draws none again. */
function showsTheSame(before: CardProps, after: CardProps): boolean {
  const isPlaced = before.annotation.span !== null
  return (
    sameMembers(before, after, 'annotation') &&
    sameMembers(before.annotation, after.annotation, 'span') &&
    isPlaced === (after.annotation.span !== null)
  )
}

/** Of two objects with the same members, all but one are the same. */
function sameMembers(a: object, b: object, but: string): boolean {
  const others = b as Readonly<Record<string, unknown>>
  const own = Object.entries(a)
  const same = own.every(([name, value]) => name === but || Object.is(value, others[name]))
  return a === b || (same && own.length === Object.keys(b).length)
}
