import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { anchorOf, type CardTop } from './card-anchor.ts'
import { cardsNear } from './cards-near.ts'
import { type CardPlace, packCards } from './pack-cards.ts'

// Between two cards, in pixels.
const GAP = 10
// Over the first card, where the story begins.
const EDGE = 10
// Of a card that was never measured: one line of words, not unfolded.
const USUAL = 66

/** What is needed of the page. */
export interface MarkPlaces {
  /** Marks that are drawn, in reading order. The same array: nothing was drawn anew. */
  readonly marks: readonly PlacedAnnotation[]
  /** Tops of the marks' first lines, in pixels of the window; null: not drawn. */
  topsOf(marks: readonly PlacedAnnotation[]): readonly (number | null)[]
  readonly active: AnnotationId | null
  /** Somebody is in the midst of choosing words: even where the text begins the cards stay as they were. */
  readonly choosing: boolean
  /** How far the story is scrolled and how long it is, in pixels. */
  readonly scrolled: number
  readonly length: number
}

/**
 * Finds places for the cards of all drawn marks, and says which of them can be seen: only those need to be there.
 * Cards have places in the text, and the list as a whole moves along with it: while only scrolling, one element
 * is moved and no mark is asked for its place. Heights come from a `ResizeObserver`, so that the browser need not
 * lay out in between; all places are read before the first is written.
 */
export class CardLayout {
  /** Called, before it is painted, when a card has another height. */
  onResize: () => void = () => {}
  private readonly heights = new Map<string, number>()
  /** Wanted and given tops of the drawn marks, in their order. */
  private wanted: readonly number[] = []
  private tops: readonly number[] = []
  private topOf: ReadonlyMap<string, number> = new Map()
  private known: Pick<MarkPlaces, 'marks' | 'scrolled' | 'length'> | null = null
  private readonly written = new WeakMap<Element, number>()
  private observer: ResizeObserver | null = null
  /** The card that was level with its mark the last time. */
  private anchor: CardTop | null = null

  /** Puts an item of the list in its place and follows its height. Returns how to stop. */
  watch(item: HTMLElement): () => void {
    this.observer ??= new ResizeObserver((entries) => {
      let changed = false
      for (const { target, borderBoxSize } of entries) {
        const height = borderBoxSize[0]?.blockSize
        const { id = '' } = (target as HTMLElement).dataset
        if (height === undefined || this.heights.get(id) === height) continue
        this.heights.set(id, height)
        changed = true
      }
      if (changed) this.onResize()
    })
    const { observer } = this
    observer.observe(item)
    this.write(item)
    return () => observer.unobserve(item)
  }

  /**
   * Where everything is now. Returns the cards that should be there, some more than can be seen; `shown`: those that
   * are there, returned again as long as they will do. Writes nothing.
   * @param frame what the list stands in and moves behind; its top is level with the top of the page
   */
  read(
    frame: HTMLElement,
    places: MarkPlaces,
    shown: readonly PlacedAnnotation[],
  ): readonly PlacedAnnotation[] {
    const { marks, active, scrolled } = places
    if (!this.onlyScrolled(places)) {
      const base = frame.getBoundingClientRect().top - scrolled
      // Not drawn any more, but still typed into: it stays where it was.
      const tops = places.topsOf(marks)
      this.wanted = marks.map(({ id }, index) => {
        const top = tops[index] ?? null
        return top === null ? (this.topOf.get(id) ?? 0) : top - base
      })
    }
    this.known = places
    const sight = { start: scrolled, end: scrolled + frame.clientHeight }
    const cards = this.wantedPlaces(places, sight.end - GAP)
    this.tops = packCards(cards, GAP, EDGE)
    this.topOf = new Map(marks.map(({ id }, index) => [id, this.tops[index] ?? 0]))
    const placed = marks.map((mark, index) => ({
      mark,
      top: this.tops[index] ?? 0,
      height: cards[index]?.height ?? 0,
    }))
    return cardsNear(placed, sight, shown, active)
  }

  /** Where each card wants to stand; one in sight, if any, exactly there. @param lowest end of what can be seen */
  private wantedPlaces({ marks, active, scrolled, choosing }: MarkPlaces, lowest: number): CardPlace[] {
    const tops = marks.map(({ id }, index) => ({ id, top: this.wanted[index] ?? 0 }))
    const before = choosing || scrolled > 0 ? this.anchor : null
    this.anchor = anchorOf(tops, { from: scrolled, to: lowest }, active, before)
    return tops.map(({ id, top }) => {
      const height = this.heights.get(id) ?? USUAL
      if (id !== this.anchor?.id) return { top, height, fixed: false }
      // The one that is worked in is seen whole.
      const whole = id === active ? Math.max(scrolled + EDGE, Math.min(top, lowest - height)) : top
      return { top: Math.min(top, whole), height, fixed: true }
    })
  }

  /** Moves the list, and the cards that have other places than before. Reads nothing. */
  move(list: HTMLElement, scrolled: number): void {
    list.style.transform = `translateY(${-Math.round(scrolled)}px)`
    for (const item of list.children) if (item instanceof HTMLElement) this.write(item)
  }

  private write(item: HTMLElement): void {
    const top = this.topOf.get(item.dataset.id ?? '')
    if (top === undefined || this.written.get(item) === top) return
    this.written.set(item, top)
    item.style.transform = `translateY(${top}px)`
  }

  private onlyScrolled({ marks, scrolled, length }: MarkPlaces): boolean {
    const { known } = this
    return known?.marks === marks && known.length === length && known.scrolled !== scrolled
  }
}
