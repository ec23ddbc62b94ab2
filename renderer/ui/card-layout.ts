import type { AnnotationId } from '../../shared/units.ts'
import { packCards } from './pack-cards.ts'

// Between two cards, in pixels.
const GAP = 10
// Over the first card, where the story begins.
const EDGE = 10

/** What is needed of the page. */
export interface MarkPlaces {
  /** Viewport rectangle of a mark's first line; null: not drawn. */
  rectOf(id: AnnotationId): DOMRect | null
  readonly active: AnnotationId | null
  /** How far the story is scrolled, in pixels. */
  readonly scrolled: number
}

/**
 * Moves the cards of one list to their places. Each item of the list carries its annotation's id in `data-id`.
 * Cards have places in the text, and the list as a whole moves along with it: while only scrolling, one element
 * is moved. Heights come from a `ResizeObserver`, so that the browser need not lay out in between; all places are
 * read before the first is written.
 */
export class CardLayout {
  /** Called, before it is painted, when a card has another height. */
  onResize: () => void = () => {}
  private readonly heights = new WeakMap<Element, number>()
  private readonly tops = new WeakMap<Element, number>()
  private observer: ResizeObserver | null = null

  /** Follows the height of an item of the list. Returns how to stop. */
  watch(item: Element): () => void {
    this.observer ??= new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const height = borderBoxSize[0]?.blockSize
        if (height !== undefined) this.heights.set(target, height)
      }
      this.onResize()
    })
    const { observer } = this
    observer.observe(item)
    return () => observer.unobserve(item)
  }

  /** `frame`: what the list stands in and moves behind; its top is level with the top of the page. */
  place(frame: HTMLElement, list: HTMLElement, { rectOf, active, scrolled }: MarkPlaces): void {
    const base = frame.getBoundingClientRect().top - scrolled
    const items = [...list.children].filter((item) => item instanceof HTMLElement)
    const wanted = items.map((item) => {
      const id = item.dataset.id as AnnotationId
      const rect = rectOf(id)
      // Not drawn any more, but still typed into: it stays where it was.
      const top = rect === null ? (this.tops.get(item) ?? 0) : rect.top - base
      return { top, height: this.heights.get(item) ?? item.offsetHeight, fixed: id === active }
    })
    const tops = packCards(wanted, GAP, EDGE)
    list.style.transform = `translateY(${-Math.round(scrolled)}px)`
    for (const [index, item] of items.entries()) {
      const top = tops[index] ?? 0
      if (this.tops.get(item) === top) continue
      this.tops.set(item, top)
      item.style.transform = `translateY(${top}px)`
    }
  }
}
