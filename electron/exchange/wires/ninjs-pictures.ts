import type { RootContent } from 'hast'
import { oneLine, pictureAddress } from './assemble.ts'
import { type Fields, firstText, namedObjects, textOf } from './json-value.ts'
import { textsOf } from './ninjs-texts.ts'
import { wireHtml } from './wire-html.ts'

/** A picture that belongs to a story. */
export interface WirePicture {
  /** By any of these the body may refer to it: name, uri, addresses of its renditions. */
  readonly names: ReadonlySet<string>
  /** Address of the rendition to show; empty: none that may be shown. */
  readonly source: string
  readonly alternative: string
  readonly caption: string
  /** Photographer, else who holds the rights. */
  readonly credit: string
}

/** What belongs to a story and is shown, or is counted. */
export interface Associations {
  readonly pictures: readonly WirePicture[]
  /** Kinds (`video`, `audio`, …) of the others, other texts not counted. */
  readonly others: readonly string[]
}

/** Galleries hold pictures; what lies deeper is no story. */
const DEEPEST = 5

/** Pictures of an item in the order of the file, those of galleries too. */
export function associationsOf(item: Fields, level = 0): Associations {
  const pictures: WirePicture[] = []
  const others: string[] = []
  if (level < DEEPEST) {
    for (const association of namedObjects(item.associations)) {
      const type = textOf(association.type)
      if (type === 'picture' || type === 'graphic') pictures.push(pictureOf(association))
      else if (type !== 'text' && type !== 'composite') others.push(type === '' ? 'file' : type)
      const inner = associationsOf(association, level + 1)
      pictures.push(...inner.pictures)
      others.push(...inner.others)
    }
  }
  return { pictures, others }
}

/** An item of the type `picture`, inside another or on its own. */
export function pictureOf(item: Fields): WirePicture {
  const renditions = namedObjects(item.renditions)
  const addresses = renditions.map(({ href }) => textOf(href)).filter((href) => href !== '')
  const descriptions = textsOf(item, 'description', 'descriptions')
  const description = descriptions.find(({ isMarkup }) => !isMarkup) ?? descriptions[0]
  const caption =
    description === undefined ? '' : description.isMarkup ? withoutTags(description.value) : description.value
  const headline = textsOf(item, 'headline', 'headlines')[0]?.value ?? ''
  return {
    names: new Set(
      [firstText(item, 'name'), firstText(item, 'uri'), ...addresses].filter((name) => name !== ''),
    ),
    source: pictureAddress(textOf(shown(renditions)?.href)),
    alternative: firstText(item, 'altText', 'alttext') || headline,
    caption: oneLine(caption),
    credit: firstText(item, 'by', 'byline', 'creditLine', 'creditline', 'copyrightHolder', 'copyrightholder'),
  }
}

/** The one that the wire calls main, else the widest that is not of print size, else the first. */
function shown(renditions: readonly Fields[]): Fields | undefined {
  const main = renditions.find(({ name }) => name === 'main' || name === 'preview')
  const widths = renditions
    .filter(({ width }) => typeof width === 'number' && width <= WIDEST)
    .toSorted((a, b) => Number(b.width) - Number(a.width))
  return main ?? widths[0] ?? renditions[0]
}

/** Pixels; wider renditions are for print. */
const WIDEST = 2400

function withoutTags(html: string): string {
  const read = (nodes: readonly RootContent[]): string =>
    nodes
      .map((node) =>
        node.type === 'text' ? node.value : node.type === 'element' ? ` ${read(node.children)} ` : '',
      )
      .join('')
  return read(wireHtml(html)?.nodes ?? [])
}
