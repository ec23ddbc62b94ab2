import type { StoryEntry } from '../../shared/desk/contract.ts'
import type { Client } from '../desk/host.ts'
import type { RecentStory } from './menu.ts'

/** The recent stories for the menu, by id and name; the paths stay behind the desk. */
export async function recentStories(client: Pick<Client, 'answer'>): Promise<readonly RecentStory[]> {
  const reply = await client.answer('listStories', {}, 'page')
  if (!reply.ok || !Array.isArray(reply.value)) return []
  return reply.value.filter(isEntry).filter((entry) => entry.group === 'recent')
}

function isEntry(value: unknown): value is StoryEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'story' in value &&
    typeof value.story === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'group' in value
  )
}
