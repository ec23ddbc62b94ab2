import type { Beginning, OpenedStory } from '../../shared/desk/contract.ts'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Tag } from '../../shared/tags.ts'

/** What a window's own calls tell the shell around it. Absent: this call says nothing about it. */
export interface Noticed {
  /** First call of a page: from now on it listens. */
  readonly began?: true
  readonly theme?: Settings['theme']
  /** The person's own keys. */
  readonly keys?: Settings['keys']
  /** File name of the story that the window now shows; null: none. */
  readonly story?: string | null
  /** The tags of that story. */
  readonly tags?: readonly Tag[]
}

/**
 * Reads an answer on its way out, so that title, menu and theme of the native window follow the page without
 * calls of their own. The desk made the answer for that method, so its form is known.
 */
export function noticed(method: string, reply: Result<unknown, Failure>): Noticed {
  if (!reply.ok || typeof reply.value !== 'object') return {}
  switch (method) {
    case 'begin':
      return { began: true, story: null, ...inSettings((reply.value as Beginning).settings) }
    case 'changeSettings':
      return inSettings(reply.value as Settings)
    case 'openStory':
    case 'openSample':
    case 'openDropped':
      return inStory(reply.value as OpenedStory | null)
    case 'closeStory':
      return { story: null }
    default:
      return {}
  }
}

function inSettings({ theme, keys }: Settings): Noticed {
  return { theme, keys }
}

function inStory(opened: OpenedStory | null): Noticed {
  return opened === null ? {} : { story: opened.story.name, tags: opened.scheme.tags }
}
