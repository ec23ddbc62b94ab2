import { useMemo } from 'react'
import type { TagCount } from '../../state/selectors.ts'
import { useNumbers } from '../numbers/use-numbers.ts'
import { useTags } from '../use-tags.ts'

export interface LiveCount extends Omit<TagCount, 'count'> {
  /** Of the visible layers; null: not yet counted. */
  readonly count: number | null
}

/** Every tag of the scheme in this person's colours, then unknown tags in use, with how often each stands here. */
export function useTagCounts(): readonly LiveCount[] {
  const tags = useTags()
  const counted = useNumbers()?.tags
  return useMemo(() => {
    const known = tags.map((tag) => ({
      tag,
      count: counted?.find((one) => one.tag.id === tag.id)?.count ?? null,
    }))
    const unknown = counted?.filter(({ tag }) => !tags.some(({ id }) => id === tag.id)) ?? []
    return [...known, ...unknown]
  }, [tags, counted])
}
