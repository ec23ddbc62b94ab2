import { useMemo, useState } from 'react'
import type { Tag } from '../../../shared/tags.ts'
import { useTools } from '../tools.ts'
import { keepDrafts, keptDrafts } from './kept-drafts.ts'
import { checkDrafts, draftsOf, type TagDraft } from './tag-drafts.ts'
import { useSettled } from './use-settled.ts'

export interface OwnTags {
  readonly drafts: readonly TagDraft[]
  /** Sentences by path of what is wrong; nothing is saved until it is empty. */
  readonly faults: ReadonlyMap<string, string>
  edit(drafts: readonly TagDraft[]): void
  /** Back to what is saved. */
  discard(): void
}

/**
 * A person's own tags while they are edited. What is right is saved a moment later; what is wrong is kept, see
 * `kept-drafts.ts`, and what was saved before stays in force.
 */
export function useOwnTags(saved: readonly Tag[]): OwnTags {
  const { actions } = useTools()
  const [drafts, setDrafts] = useState(() => keptDrafts() ?? draftsOf(saved))
  const settled = useSettled((tags: readonly Tag[]) => void actions.changeSettings({ tags }))
  const { faults } = useMemo(() => checkDrafts(drafts), [drafts])
  return {
    drafts,
    faults,
    edit(next) {
      setDrafts(next)
      const { tags } = checkDrafts(next)
      keepDrafts(tags === null ? next : null)
      if (tags !== null) settled.later(tags)
    },
    discard() {
      keepDrafts(null)
      setDrafts(draftsOf(saved))
    },
  }
}
