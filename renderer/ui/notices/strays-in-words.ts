import type { Stray } from '../../../shared/desk/contract.ts'

/** What lies in the folder of one story that is no longer there. */
interface StrayGroup {
  readonly storyName: string
  /** "12 by you, 30 by M. Okafor (38 of 42 found)". */
  readonly words: string
}

/** Stray sidecars by the story they were written for, in the order in which the desk names them. */
export function strayGroups(strays: readonly Stray[]): readonly StrayGroup[] {
  const names = new Set(strays.map(({ storyName }) => storyName))
  return [...names].map((storyName) => ({
    storyName,
    words: inWords(strays.filter((stray) => stray.storyName === storyName)),
  }))
}

function inWords(strays: readonly Stray[]): string {
  const people = new Map<string, { readonly who: string; readonly count: number }>()
  for (const { annotator, mine, count } of strays) {
    // One's own are one layer, on whichever computer they were made.
    const key = mine ? 'mine' : annotator.id
    const before = people.get(key)?.count ?? 0
    people.set(key, { who: mine ? 'you' : annotator.name, count: before + count })
  }
  const parts = [...people.values()].map(({ who, count }) => `${count.toLocaleString()} by ${who}`)
  const count = strays.reduce((sum, stray) => sum + stray.count, 0)
  const found = strays.reduce((sum, stray) => sum + stray.found, 0)
  const share = found === count ? 'all found' : `${found.toLocaleString()} of ${count.toLocaleString()} found`
  return `${parts.join(', ')} (${share})`
}
