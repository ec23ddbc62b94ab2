import type { Tag } from '../../shared/tags.ts'
import { tagsIn } from '../state/selectors.ts'
import { useDesk } from './tools.ts'

/** The tags to work with, in this person's colours: drawn again when they change, the same array until then. */
export function useTags(): readonly Tag[] {
  return useDesk(tagsIn)
}
