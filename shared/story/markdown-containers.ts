import type { Blockquote, List, ListItem } from 'mdast'

/** A list item or a quotation, in the source or about to be written. */
export interface Container {
  readonly type: 'item' | 'quote'
  /** What stands before its first line and before each further one, from the margin. */
  readonly first: string
  readonly rest: string
  /** Where it begins in the source; −1: not yet there. */
  readonly start: number
  /** Only for items. */
  readonly list: ListFacts | null
}

/** How the items of a list are written. */
export interface ListFacts {
  readonly ordered: boolean
  /** A blank line stands between its items. */
  readonly loose: boolean
  /** Margin of the item's sign; the sign itself; how far its text stands from the start of the sign. */
  readonly lead: string
  readonly sign: string
  readonly width: number
}

/** Makes containers of the nodes of a source. */
export interface Containers {
  quote(node: Blockquote): Container
  item(node: ListItem, list: List): Container
}

export function containersOf(source: string): Containers {
  const lead = (start: number) => {
    const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
    return start === 0 ? '' : blankOut(line)
  }
  return {
    quote(node: Blockquote): Container {
      const start = node.position?.start.offset ?? 0
      const prefix = `${lead(start)}> `
      return { type: 'quote', first: prefix, rest: prefix, start, list: null }
    },
    item(node: ListItem, list: List): Container {
      const start = node.position?.start.offset ?? 0
      const [, sign = '-', blanks = ''] =
        /^([-*+]|\d{1,9}[.)])([ \t]*)/.exec(source.slice(start, start + 20)) ?? []
      const columns = blanks.includes('\t') || blanks.length > 4 || blanks.length === 0 ? 1 : blanks.length
      const facts = {
        ordered: list.ordered === true,
        loose: list.spread === true || list.children.some((item) => item.spread === true),
        lead: lead(start),
        sign,
        width: sign.length + columns,
      }
      return { ...itemPrefixes(facts), start }
    },
  }
}

/** A quotation inside of `parent`. */
export function newQuote(parent: Container | null): Container {
  const prefix = `${parent?.rest ?? ''}> `
  return { type: 'quote', first: prefix, rest: prefix, start: -1, list: null }
}

/**
 * An item inside of `parent`, written as `sibling` is if there is one.
 * @param comesAfter its number is the next one; else it takes the number of its sibling, which follows
 */
export function newItem(
  parent: Container | null,
  sibling: Container | null,
  ordered: boolean,
  comesAfter = true,
): Container {
  const like = sibling?.list?.ordered === ordered ? sibling.list : null
  const first = ordered ? '1.' : '-'
  const sign = like === null ? first : comesAfter ? nextSign(like.sign) : like.sign
  const margin = like?.width ?? 0
  const facts: ListFacts = {
    ordered,
    loose: like?.loose ?? false,
    lead: like?.lead ?? parent?.rest ?? '',
    sign,
    width: Math.max(margin, sign.length + 1),
  }
  return { ...itemPrefixes(facts), start: -1 }
}

function itemPrefixes(facts: ListFacts): Omit<Container, 'start'> {
  return {
    type: 'item',
    first: facts.lead + facts.sign.padEnd(facts.width),
    rest: facts.lead + ' '.repeat(facts.width),
    list: facts,
  }
}

function nextSign(sign: string): string {
  const number = /^\d+/.exec(sign)?.[0]
  return number === undefined ? sign : `${Number(number) + 1}${sign.slice(number.length)}`
}

/** The signs of quotations and tabs stay, those of lists become blanks. */
function blankOut(line: string): string {
  return line.replace(/[^>\t]/g, ' ')
}
