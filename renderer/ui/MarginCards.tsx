import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../shared/units.ts'
import { Card } from './Card.tsx'
import { EmptyMargin } from './EmptyMargin.tsx'
import { type FocusWish, useEditor } from './editor-context.ts'
import styles from './MarginCards.module.css'
import { STORY_SCROLL } from './Page.tsx'
import { packCards } from './pack-cards.ts'
import { useDesk } from './tools.ts'
import { useDrawn } from './use-drawn.ts'
import { useWho } from './use-who.ts'

// Between two cards, in pixels.
const GAP = 10
// Over the first card, where the story begins.
const EDGE = 10

interface MarginCardsProps {
  readonly wish: FocusWish | null
  /** One under the other, in a sheet, instead of level with the text. */
  readonly inFlow?: boolean
}

/** Cards of the marks that are drawn, each as level with its mark as its neighbours allow. */
export function MarginCards({ wish, inFlow = false }: MarginCardsProps) {
  const editor = useEditor()
  const annotations = useDesk((state) => state.open?.editor.annotations) ?? []
  const active = useDesk((state) => state.open?.editor.active ?? null)
  const drawn = useDrawn(editor)
  const who = useWho()
  const list = useRef<HTMLUListElement>(null)
  const cards = useMemo(() => pickDrawn(annotations, drawn), [annotations, drawn])

  const place = useCallback(() => {
    if (list.current === null || editor === null || inFlow) return
    placeCards(list.current, (id) => editor.rectOf(id), active)
  }, [editor, active, inFlow])

  // After each render, before it is painted; then with each scroll and each change of a card's height.
  useLayoutEffect(place)
  useEffect(() => editor?.onLayout(place), [editor, place])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are other elements to watch
  useEffect(() => {
    if (list.current === null) return
    const observer = new ResizeObserver(place)
    for (const item of list.current.children) observer.observe(item)
    return () => observer.disconnect()
  }, [place, cards])

  if (annotations.length === 0) return <EmptyMargin />
  if (cards.length === 0) return <p className={styles.none}>No annotations in this part of the story.</p>
  return (
    <ul ref={list} className={styles.cards} data-flow={inFlow || undefined} aria-label="Annotations in view">
      {cards.map((annotation) => (
        <li key={annotation.id} data-id={annotation.id} className={styles.place}>
          <Card
            annotation={annotation}
            {...who(annotation)}
            active={annotation.id === active}
            stay={inFlow}
            wish={wish?.id === annotation.id ? wish : null}
          />
        </li>
      ))}
    </ul>
  )
}

function pickDrawn(
  annotations: readonly Annotation[],
  drawn: readonly AnnotationId[],
): readonly Annotation[] {
  const wanted = new Set(drawn)
  return annotations.filter((annotation) => wanted.has(annotation.id))
}

/** Reads every place first and writes afterwards, so that the browser lays out once. */
function placeCards(
  list: HTMLUListElement,
  rectOf: (id: AnnotationId) => DOMRect | null,
  active: AnnotationId | null,
): void {
  const base = list.getBoundingClientRect().top
  const scrolled = document.getElementById(STORY_SCROLL)?.scrollTop ?? 0
  const items = [...list.children].filter((item) => item instanceof HTMLElement)
  const places = items.map((item) => {
    const id = item.dataset.id as AnnotationId
    const rect = rectOf(id)
    // Not drawn any more, but still typed into: it stays where it was.
    const top = rect === null ? Number(item.dataset.top ?? 0) : rect.top - base
    return { item, top, height: item.offsetHeight, fixed: id === active }
  })
  const tops = packCards(places, GAP, EDGE - scrolled)
  for (const [index, { item, top }] of places.entries()) {
    item.dataset.top = String(top)
    item.style.transform = `translateY(${tops[index] ?? top}px)`
  }
}
