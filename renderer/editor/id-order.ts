// Entries put in or taken out since the whole was last looked through; walked at each question.
const MOST_SPLICES = 64

/** One entry went, or one came, at a place in the list. */
interface Splice {
  readonly at: number
  readonly gone: string | null
  readonly put: string | null
}

/** A list of which it is known, from the first question on, where each id stands. */
interface Whole {
  readonly items: readonly { readonly id: string }[]
  places: ReadonlyMap<string, number> | null
}

/**
 * Where in a list each id stands. Never changed: putting in and taking out give a new one that shares the table of all
 * ids with the old, so that neither a key press nor a new mark looks at all of them.
 */
export class IdOrder {
  private readonly whole: Whole
  private readonly splices: readonly Splice[]

  private constructor(whole: Whole, splices: readonly Splice[]) {
    this.whole = whole
    this.splices = splices
  }

  /** Of a list that does not change; nothing is looked at before the first question. */
  static of(items: readonly { readonly id: string }[]): IdOrder {
    return new IdOrder({ items, places: null }, [])
  }

  /** -1: it is not in the list. */
  placeOf(id: string): number {
    let place = this.table().get(id) ?? -1
    for (const { at, gone, put } of this.splices) {
      if (gone !== null && place >= at) place = gone === id ? -1 : place - 1
      if (put !== null && place >= at) place++
      if (put === id) place = at
    }
    return place
  }

  /** @param items the list as it is then */
  splice(splice: Splice, items: readonly { readonly id: string }[]): IdOrder {
    return this.splices.length < MOST_SPLICES
      ? new IdOrder(this.whole, [...this.splices, splice])
      : IdOrder.of(items)
  }

  private table(): ReadonlyMap<string, number> {
    this.whole.places ??= new Map(this.whole.items.map(({ id }, place) => [id, place]))
    return this.whole.places
  }
}
