import type { Element, Root } from 'hast'
import { counted } from './counted.ts'

/** What a page can hold that a story has no place for. */
export type Untold = 'frame' | 'video' | 'sound' | 'drawing' | 'formula' | 'field' | 'hidden'

/** Name of the empty element that stands where something was left out; nothing is read from it. */
const PLACEHOLDER = 'galley-left-out'

/** Takes the place of what was left out, so that only what lies in the part that is read is counted. */
export function placeholder(what: Untold): Element {
  return { type: 'element', tagName: PLACEHOLDER, properties: { what }, children: [] }
}

export function isPlaceholder(element: Element): boolean {
  return element.tagName === PLACEHOLDER
}

/** In the order in which they are told. */
const sentences: readonly (readonly [Untold, (count: number) => string])[] = [
  [
    'frame',
    (count) =>
      `${counted(count, 'embedded page', 'embedded pages')} left out, such as a post, a map or a player.`,
  ],
  ['video', (count) => `${counted(count, 'video', 'videos')} left out.`],
  ['sound', (count) => `${counted(count, 'sound', 'sounds')} left out.`],
  ['drawing', (count) => `${counted(count, 'drawing', 'drawings')} left out, such as a chart.`],
  ['formula', (count) => `${counted(count, 'formula', 'formulas')} left out.`],
  ['field', (count) => `${counted(count, 'form field or button', 'form fields and buttons')} left out.`],
  ['hidden', (count) => `${counted(count, 'hidden passage', 'hidden passages')} left out.`],
]

/** One sentence for each kind of thing that was left out of a tree. */
export function untold(tree: Root): readonly string[] {
  const counts = new Map<unknown, number>()
  const open: (Root['children'][number] | Root)[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue
    if (node.type === 'element' && isPlaceholder(node)) {
      const { what } = node.properties
      counts.set(what, (counts.get(what) ?? 0) + 1)
    }
    for (const child of node.children) open.push(child)
  }
  return sentences.flatMap(([what, sentence]) => {
    const count = counts.get(what) ?? 0
    return count === 0 ? [] : [sentence(count)]
  })
}
