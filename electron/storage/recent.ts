import * as z from 'zod'
import { OwnFile } from './own-file.ts'

// What fits on the welcome page; a story older than that is found by its folder.
const LONGEST = 20

const schema = z.looseObject({ stories: z.array(z.looseObject({ path: z.string() })) })

/** Stories opened last, latest first, as real paths. */
export class RecentFile {
  readonly #file: OwnFile<z.infer<typeof schema>>

  constructor(folder: string, log: (error: unknown) => void) {
    this.#file = new OwnFile({ folder, name: 'recent.json', schema, fallback: { stories: [] }, log })
  }

  async list(): Promise<readonly string[]> {
    return (await this.#file.read()).stories.map((story) => story.path)
  }

  async add(path: string): Promise<void> {
    await this.#file.update((file) => ({
      ...file,
      stories: [{ path }, ...file.stories.filter((story) => story.path !== path)].slice(0, LONGEST),
    }))
  }
}
