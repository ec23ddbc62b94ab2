import { isFiltering, type MarkFilter, noFilter } from '../../shared/annotation/filter.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import type { DeskState, ListOrder, OpenState, Panel } from './model.ts'
import type { Session } from './session.ts'
import { createSignal } from './signal.ts'
import type { Store } from './store.ts'

/** What of the story is shown, and how. Nothing here changes an annotation. */
export interface ViewActions {
  showDialog(dialog: DeskState['dialog']): void
  showPanel(panel: Panel): void
  /** Narrows down which annotations are shown, in the page, the margin and the list; what is not named stays. */
  setFilter(change: Partial<MarkFilter>): void
  clearFilter(): void
  orderList(order: ListOrder): void
  /** Opens the bar to find words, or closes it and forgets the hits. */
  showFind(open: boolean): void
  /** All marks out of sight, or back. */
  hideMarks(hidden: boolean): void
  /** Switches a layer's marks on or off. */
  showLayer(annotator: AnnotatorId, shown: boolean): void
  /** `F` was pressed: the filter wants the focus. */
  readonly onFilter: (listener: () => unknown) => () => void
  /** Opens the list and asks for the focus on its filter. */
  askFilter(): void
  /** The bar to find words is asked for, be it open already. */
  readonly onFind: (listener: () => unknown) => () => void
}

interface ViewDeps {
  readonly store: Store<DeskState>
  session(): Session | null
}

export function createViewActions({ store, session }: ViewDeps): ViewActions {
  const filters = createSignal<undefined>()
  const finds = createSignal<undefined>()
  const patch = (change: Partial<DeskState>) => store.update((state) => ({ ...state, ...change }))
  const patchOpen = (change: Partial<OpenState>) =>
    store.update((state) => (state.open === null ? state : { ...state, open: { ...state.open, ...change } }))
  const filterBy = (filter: MarkFilter) => {
    patch({ filter })
    session()?.shownChanged()
  }
  return {
    showDialog: (dialog) => patch({ dialog }),
    showPanel: (panel) => patch({ panel }),
    setFilter: (change) => filterBy({ ...store.get().filter, ...change }),
    clearFilter() {
      if (isFiltering(store.get().filter)) filterBy(noFilter)
    },
    orderList: (listOrder) => patch({ listOrder }),
    showFind(open) {
      patch({ finding: open })
      if (open) finds.emit(undefined)
      else session()?.editor()?.find(null)
    },
    hideMarks(marksHidden) {
      patchOpen({ marksHidden })
      patch({ announcement: { text: marksHidden ? 'Marks hidden' : 'Marks shown' } })
      session()?.shownChanged()
    },
    showLayer(annotator, shown) {
      const hidden = new Set(store.get().open?.hidden)
      if (shown) hidden.delete(annotator)
      else hidden.add(annotator)
      patchOpen({ hidden })
      session()?.shownChanged()
    },
    onFilter: filters.on,
    askFilter() {
      patch({ panel: 'list' })
      filters.emit(undefined)
    },
    onFind: finds.on,
  }
}
