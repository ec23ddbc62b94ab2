import path from 'node:path'
import { directTransport } from '../../electron/desk/direct.ts'
import type { Exported } from '../../shared/desk/contract-export.ts'
import { ok } from '../../shared/result.ts'
import type { StoryId } from '../../shared/units.ts'
import { quietHost } from './desk-deps.ts'
import { ask, DeskWorld, type TestWindow } from './desk-world.ts'

/** A folder of two stories, and a desk of which all is written down that leaves it by another way than a file. */
export async function newsroom() {
  const world = new DeskWorld(async (desk) => {
    const { transport, client } = directTransport(desk)
    return { transport, close: () => client.close() }
  })
  world.write('ferry.md', '# Ferry to stop\n\nThe last ferry sails on Sunday, the harbour board said.\n')
  const left: string[] = []
  const host = quietHost({
    chooseExportFolder: async () => path.join(world.folder, 'out'),
    printPdf: async (html) => {
      left.push(html)
      return ok(new TextEncoder().encode(html))
    },
  })
  const desk = await world.desk({ host, log: (error) => left.push(JSON.stringify(error), String(error)) })
  return { world, desk, left }
}

/** What an export hands over. */
export function contentOf(made: Exported | null): string | Uint8Array {
  if (made?.kind !== 'download') throw new Error('nothing was made')
  return made.content
}

/** Takes a file of annotations into a layer of that name, after a try. @returns all that Galley said on the way */
export async function takeIn(
  window: TestWindow,
  story: StoryId,
  [name, content]: readonly [string, string | Uint8Array],
  as: string,
) {
  const file = { name, base64: Buffer.from(content).toString('base64') }
  const preview = await ask(window, 'readImport', { story, file })
  if (preview === null) throw new Error('nothing was read')
  const authors = preview.authors.map(({ author }) => ({ author, name: as, own: true }))
  const wanted = { story, token: preview.token, authors, tags: [] }
  const dry = await ask(window, 'importMarks', { ...wanted, dry: true })
  return JSON.stringify([preview, dry, await ask(window, 'importMarks', wanted)])
}
