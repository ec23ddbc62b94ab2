import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../shared/units.ts'
import { Card } from './Card.tsx'
import { CardLayout } from './card-layout.ts'
import { EmptyMargin } from './EmptyMargin.tsx'
import { type FocusWish, useEditor } from './editor-context.ts'
import styles from './MarginCards.module.css'
import { STORY_SCROLL } from './Page.tsx'
import { useDesk, useTools } from './tools.ts'
import { useDrawn } from './use-drawn.ts'
import { useShown } from './use-shown.ts'
import { useWho } from './use-who.ts'

interface MarginCardsProps {
  readonly wish: FocusWish | null
  /** One under the other, in a sheet, instead of level with the text. */
  readonly inFlow?: boolean
}

/** Cards of the marks that are drawn, each as level with its mark as its neighbours allow. */
export function MarginCards({ wish, inFlow = false }: MarginCardsProps) {
  const editor = useEditor()
  const annotations = useShown()
  const active = useDesk((state) => state.open?.editor.active ?? null)
  const who = useWho()
  const drawn = useDrawn(editor)
  const cards = useMemo(() => pickDrawn(annotations, drawn), [annotations, drawn])
  const list = useCardLayout(cards, inFlow)

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

/** Places the cards after each redraw of the story and whenever one of them grows or shrinks. */
function useCardLayout(cards: readonly Annotation[], inFlow: boolean) {
  const editor = useEditor()
  const { store } = useTools()
  const list = useRef<HTMLUListElement>(null)
  const layout = useRef(new CardLayout())

  const place = useCallback(() => {
    if (list.current === null || editor === null || inFlow) return
    layout.current.place(list.current, {
      rectOf: (id) => editor.rectOf(id),
      active: store.get().open?.editor.active ?? null,
      scrolled: document.getElementById(STORY_SCROLL)?.scrollTop ?? 0,
    })
  }, [editor, store, inFlow])

  useEffect(() => editor?.onLayout(place), [editor, place])
  // A new observer reports every card once, in the frame that first shows it and before it is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are other elements to watch
  useLayoutEffect(() => {
    if (list.current === null) return
    const observer = new ResizeObserver((entries) => {
      layout.current.measured(entries)
      place()
    })
    for (const item of list.current.children) observer.observe(item)
    return () => observer.disconnect()
  }, [place, cards])
  return list
}
