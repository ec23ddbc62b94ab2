import { type Ref, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../shared/units.ts'
import { Card } from './Card.tsx'
import { CardLayout } from './card-layout.ts'
import { wordsNow } from './doubts.ts'
import { EmptyMargin } from './EmptyMargin.tsx'
import { type FocusWish, useEditor } from './editor-context.ts'
import styles from './MarginCards.module.css'
import { STORY_SCROLL } from './Page.tsx'
import { useDesk, useTools } from './tools.ts'
import { useDrawn } from './use-drawn.ts'
import { useShown, useVisible } from './use-shown.ts'
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
  const someVisible = useVisible().length > 0
  const active = useDesk((state) => state.open?.editor.active ?? null)
  const story = useDesk((state) => state.open?.editor.story)
  const marksHidden = useDesk((state) => state.open?.marksHidden ?? false)
  const who = useWho()
  const drawn = useDrawn(editor)
  const cards = useMemo(() => pickDrawn(annotations, drawn), [annotations, drawn])
  // The marks point to their cards, for screen readers, as long as these are in the page.
  useEffect(() => {
    editor?.cardsShown(true)
    return () => editor?.cardsShown(false)
  }, [editor])
  const { frame, list, watch } = useCardLayout(cards, inFlow)

  if (annotations.length === 0 && !someVisible) return <EmptyMargin />
  if (cards.length === 0) {
    const why = marksHidden ? 'The marks are hidden.' : 'No annotations in this part of the story.'
    return <p className={styles.none}>{why}</p>
  }
  return (
    <div ref={frame} className={styles.frame} data-flow={inFlow || undefined}>
      <ul ref={list} className={styles.cards} aria-label="Annotations in view">
        {cards.map((annotation) => (
          <li
            key={annotation.id}
            ref={watch}
            data-id={annotation.id}
            data-active={annotation.id === active || undefined}
            className={styles.place}
          >
            <Card
              annotation={annotation}
              today={wordsNow(annotation, story)}
              {...who(annotation)}
              active={annotation.id === active}
              stay={inFlow}
              wish={wish?.id === annotation.id ? wish : null}
            />
          </li>
        ))}
      </ul>
    </div>
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
  const frame = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [layout] = useState(() => new CardLayout())

  const place = useCallback(() => {
    if (frame.current === null || list.current === null || editor === null || inFlow) return
    layout.place(frame.current, list.current, {
      rectOf: (id) => editor.rectOf(id),
      active: store.get().open?.editor.active ?? null,
      scrolled: document.getElementById(STORY_SCROLL)?.scrollTop ?? 0,
    })
  }, [layout, editor, store, inFlow])

  useLayoutEffect(() => {
    layout.onResize = place
    return editor?.onLayout(place)
  }, [layout, editor, place])
  // A card that went makes room, and says nothing. In the next frame, which lays the page out anyway.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are what asks for it
  useLayoutEffect(() => {
    const next = requestAnimationFrame(place)
    return () => cancelAnimationFrame(next)
  }, [place, cards])
  const watch: Ref<HTMLLIElement> = useCallback(
    (item: HTMLLIElement | null) => (item === null ? undefined : layout.watch(item)),
    [layout],
  )
  return { frame, list, watch }
}
