import { type Ref, startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { wordsNow } from '../doubts.ts'
import { type FocusWish, useEditor } from '../editor-context.ts'
import { followScroll } from '../follow-scroll.ts'
import { STORY_SCROLL } from '../page/Page.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useVisible } from '../use-shown.ts'
import { useWho } from '../use-who.ts'
import { Card } from './Card.tsx'
import { CardLayout } from './card-layout.ts'
import { EmptyMargin } from './EmptyMargin.tsx'
import styles from './MarginCards.module.css'
import { useDrawn } from './use-drawn.ts'

interface MarginCardsProps {
  readonly wish: FocusWish | null
  /** One under the other, in a sheet, instead of level with the text. */
  readonly inFlow?: boolean
}

/** Cards of the marks in sight, each as level with its mark as its neighbours allow. */
export function MarginCards({ wish, inFlow = false }: MarginCardsProps) {
  const editor = useEditor()
  const hasAny = useVisible().length > 0
  // The active mark points to its card, for screen readers, as long as the cards are in the page.
  useEffect(() => {
    editor?.cardsShown(true)
    return () => editor?.cardsShown(false)
  }, [editor])
  if (!hasAny) return <EmptyMargin />
  return inFlow ? <CardsInFlow wish={wish} /> : <CardsInPlace wish={wish} />
}

type CardsProps = Pick<MarginCardsProps, 'wish'>

/** All that are drawn, one under the other. */
function CardsInFlow({ wish }: CardsProps) {
  const drawn = useDrawn(useEditor())
  if (drawn === null) return null
  if (drawn.length === 0) return <NoneHere />
  return (
    <div className={styles.frame} data-flow>
      <Cards cards={drawn} wish={wish} stay />
    </div>
  )
}

function CardsInPlace({ wish }: CardsProps) {
  const { cards, frame, list, watch } = useCardsInSight()
  return (
    <div ref={frame} className={styles.frame}>
      {cards?.length === 0 && <NoneHere />}
      {cards !== null && cards.length > 0 && <Cards cards={cards} wish={wish} list={list} watch={watch} />}
    </div>
  )
}

function NoneHere() {
  const marksHidden = useDesk((state) => state.open?.marksHidden ?? false)
  const reading = useDesk((state) => state.open?.reading === 'now')
  const none = reading ? 'Reading the annotations…' : 'No annotations in this part of the story.'
  const why = marksHidden ? 'The marks are hidden.' : none
  return <p className={styles.none}>{why}</p>
}

interface ListProps extends CardsProps {
  readonly cards: readonly PlacedAnnotation[]
  readonly list?: Ref<HTMLUListElement>
  readonly watch?: Ref<HTMLLIElement>
  readonly stay?: boolean
}

function Cards({ cards, wish, list, watch, stay = false }: ListProps) {
  const active = useDesk((state) => state.open?.editor.active ?? null)
  const story = useDesk((state) => state.open?.editor.story)
  const who = useWho()
  return (
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
            stay={stay}
            wish={wish?.id === annotation.id ? wish : null}
          />
        </li>
      ))}
    </ul>
  )
}

/** Places the cards after each redraw of the story and whenever one of them grows or shrinks. */
function useCardsInSight() {
  const editor = useEditor()
  const { store } = useTools()
  const frame = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [layout] = useState(() => new CardLayout())
  const [cards, setCards] = useState<readonly PlacedAnnotation[] | null>(null)
  const wanted = useRef<readonly PlacedAnnotation[]>([])

  const place = useCallback(() => {
    const page = document.getElementById(STORY_SCROLL)
    if (frame.current === null || editor === null || page === null) return
    const scrolled = page.scrollTop
    const now = store.get().open?.editor
    const next = layout.read(
      frame.current,
      {
        marks: editor.drawnMarks(),
        topsOf: (marks) => editor.topsOf(marks),
        active: now?.active ?? null,
        choosing: (now?.selection ?? null) !== null,
        scrolled,
        length: page.scrollHeight,
      },
      wanted.current,
    )
    if (list.current !== null) layout.move(list.current, scrolled)
    wanted.current = next
    // Cards are made in slices; a key that comes meanwhile goes first.
    startTransition(() => setCards(next))
  }, [layout, editor, store])

  useLayoutEffect(() => {
    layout.onResize = place
    place()
    if (editor === null) return
    const move = (scrolled: number) => {
      if (list.current !== null) layout.move(list.current, scrolled)
    }
    const { follow, stop } = followScroll(place, move, editor.atRest)
    const stopFollowing = editor.onLayout(follow)
    return () => {
      stop()
      stopFollowing()
    }
  }, [layout, editor, place])
  // The list is there only now: it has to be where the story is scrolled to before it is painted.
  const isThere = cards !== null && cards.length > 0
  useLayoutEffect(() => {
    if (isThere) place()
  }, [isThere, place])
  const watch = useCallback(
    (item: HTMLLIElement | null) => (item === null ? undefined : layout.watch(item)),
    [layout],
  )
  return { cards, frame, list, watch }
}
