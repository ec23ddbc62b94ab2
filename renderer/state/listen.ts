import type { CommandId } from '../../shared/desk/commands.ts'
import type { DeskEvents } from '../../shared/desk/contract.ts'
import type { StoryProblem } from '../../shared/desk/contract-text.ts'
import type { StoryId } from '../../shared/units.ts'
import type { Connection } from './connection.ts'
import type { Session } from './session.ts'

interface Hearing {
  readonly connection: Connection
  session(): Session | null
  problem(problem: StoryProblem | null): void
  open(story: StoryId): void
  command(command: CommandId): void
  exporting(at: DeskEvents['export-progress']): void
  flush(): Promise<boolean>
}

/** Passes on what the desk tells unasked, each to the story it is about. Returns how to stop. */
export function listenToDesk({ connection, session, ...hearing }: Hearing): () => void {
  const about = (story: StoryId): Session | null => {
    const open = session()
    return open?.opened.id === story ? open : null
  }
  const stops = [
    connection.on('story-changed', (news) => void about(news.story)?.changedElsewhere(news)),
    connection.on('story-text', (news) => about(news.story)?.textElsewhere(news)),
    connection.on('story-tags', ({ story, scheme }) => about(story)?.tagsChanged(scheme)),
    connection.on('save-state', ({ story, save }) => about(story)?.saveChanged(save)),
    connection.on('story-problem', ({ story, problem }) => {
      if (about(story) !== null) hearing.problem(problem)
    }),
    connection.on('open-story', ({ story }) => hearing.open(story)),
    connection.on('command', ({ command }) => hearing.command(command)),
    connection.on('export-progress', (at) => hearing.exporting(at)),
    connection.on('flush', async ({ token }) => {
      const all = await hearing.flush()
      await connection.desk.flushed(all ? { token } : { token, left: true })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
