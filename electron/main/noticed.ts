import type { Settings } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'

/** What a window's own calls tell the shell around it. Absent: this call says nothing about it. */
export interface Noticed {
  /** First call of a page: from now on it listens. */
  readonly began?: true
  readonly theme?: Settings['theme']
  /** File name of the story that the window now shows; null: none. */
  readonly story?: string | null
}

/**
 * Reads an answer on its way out, so that title, menu and theme of the native window follow the page without
 * calls of their own.
 */
export function noticed(method: string, reply: Result<unknown, Failure>): Noticed {
  if (!reply.ok) return {}
  switch (method) {
    case 'begin':
      return { began: true, story: null, ...themeIn(member(reply.value, 'settings')) }
    case 'changeSettings':
      return themeIn(reply.value)
    case 'openStory':
    case 'openSample':
    case 'openDropped':
      return storyIn(reply.value)
    case 'closeStory':
      return { story: null }
    default:
      return {}
  }
}

function themeIn(settings: unknown): Noticed {
  const theme = member(settings, 'theme')
  return theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}
}

function storyIn(opened: unknown): Noticed {
  const name = member(member(opened, 'story'), 'name')
  return typeof name === 'string' ? { story: name } : {}
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}
