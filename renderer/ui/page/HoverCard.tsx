import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isPlaced, needsPerson } from '../../../shared/annotation/annotation.ts'
import { findTag, tagLabel } from '../../../shared/tags.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { DoubtBadge } from '../cards/DoubtBadge.tsx'
import { FieldChips } from '../cards/FieldChips.tsx'
import { NoteText } from '../cards/NoteText.tsx'
import { doubtOf } from '../doubts.ts'
import { useEditor } from '../editor-context.ts'
import { Kbd } from '../parts/Kbd.tsx'
import { shorten } from '../shorten.ts'
import { tagStyle } from '../tag-style.ts'
import { type Tools, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import { useTags } from '../use-tags.ts'
import { useWho } from '../use-who.ts'
import { shortWhen } from '../when.ts'
import styles from './HoverCard.module.css'
import { STORY_SCROLL } from './Page.tsx'
import { type Hovered, pickHovered } from './pick-hovered.ts'
import { type Box, type Point, placePopover } from './place-popover.ts'
import { watchHover } from './watch-hover.ts'

// More of a note is read on the margin card.
const NOTE_LETTERS = 280

interface Shown extends Hovered {
  /** The line of the mark under the pointer. */
  readonly line: Box
  readonly at: Point
}

/** A small card for the mark that the pointer rests on, where its margin card is not in sight. */
export function HoverCard() {
  const editor = useEditor()
  const tools = useTools()
  const card = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const scroller = document.getElementById(STORY_SCROLL)
    if (editor === null || scroller === null) return
    return watchHover(scroller, () => card.current, {
      rest(piece, at) {
        const found = lookAt(piece, at, tools)
        setShown(found)
        return found !== null
      },
      leave: () => setShown(null),
    })
  }, [editor, tools])
  useLayoutEffect(() => {
    const element = card.current
    const stage = document.getElementById(STORY_SCROLL)?.getBoundingClientRect()
    if (shown === null || element === null || stage === undefined) return
    const size = { width: element.offsetWidth, height: element.offsetHeight }
    const { line, at } = shown
    const place = placePopover({ first: line, last: line }, stage, size, { pointer: at, side: 'under' })
    element.hidden = place === null
    if (place !== null) element.style.translate = `${place.left - stage.left}px ${place.top - stage.top}px`
  }, [shown])
  if (shown === null) return null
  return (
    <div ref={card} className={styles.card} data-testid="hover-card">
      <Content {...shown} />
    </div>
  )
}

/** What lies under the pointer: read once, when it rests. null: it needs no card here. */
function lookAt(piece: HTMLElement, at: Point, { store }: Tools): Shown | null {
  const { open, panel } = store.get()
  // What is selected while the story has the focus is being worked on, and has a popover of its own.
  const isSelecting =
    (document.activeElement?.closest('.story') ?? null) !== null && open?.editor.selection !== null
  if (open === null || isSelecting) return null
  const ids = new Set<string>()
  for (let each: Element | null = piece; each !== null; each = parentMark(each)) {
    if (each instanceof HTMLElement) ids.add(each.dataset.annotationId ?? '')
  }
  const here = open.editor.annotations.filter(({ id }) => ids.has(id)).filter(isPlaced)
  const hovered = pickHovered(here, open.editor.active)
  if (hovered === null || (panel === 'margin' && isCardInSight(hovered.annotation.id))) return null
  const lines = [...piece.getClientRects()]
  const line = lines.find(({ top, bottom }) => top <= at.y && at.y <= bottom) ?? lines[0]
  return line === undefined ? null : { ...hovered, line, at }
}

function parentMark(piece: Element): Element | null {
  return piece.parentElement?.closest('[data-annotation-id]') ?? null
}

/** Its margin card, wholly or in part. */
function isCardInSight(id: AnnotationId): boolean {
  const rect = document.getElementById(`card-${id}`)?.getBoundingClientRect()
  const stage = document.getElementById(STORY_SCROLL)?.getBoundingClientRect()
  if (rect === undefined || stage === undefined || rect.height === 0) return false
  return rect.top < stage.bottom - rect.height / 2 && rect.bottom > stage.top + rect.height / 2
}

function Content({ annotation, turn, of }: Hovered) {
  const tags = useTags()
  const who = useWho()
  const keys = useKeyboard().label('cycle-overlap')
  const { tag, fields, private: own, modified } = annotation
  const known = findTag(tags, tag)
  const doubt = doubtOf(annotation)
  return (
    <div className={styles.content} style={tagStyle(known)}>
      <div className={styles.head}>
        <strong className={styles.tag}>
          <bdi>{tagLabel(tags, tag)}</bdi>
        </strong>
        <small className={styles.who}>
          <bdi>{who(annotation).who}</bdi> · {shortWhen(modified, new Date())}
        </small>
      </div>
      {doubt !== null && <DoubtBadge doubt={doubt} />}
      <NoteText
        annotation={annotation}
        className={styles.note}
        cut={(words) => shorten(words, NOTE_LETTERS)}
      />
      <FieldChips tag={known} fields={fields} doubtful={needsPerson(annotation)} />
      <FieldChips tag={known} fields={own?.fields ?? {}} doubtful={needsPerson(annotation)} own />
      {of > 1 && (
        <p className={styles.turn}>
          {turn} of {of} here
          {keys !== undefined && (
            <>
              <Kbd>{keys}</Kbd> for the next
            </>
          )}
        </p>
      )}
    </div>
  )
}
