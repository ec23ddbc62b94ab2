import * as z from 'zod'
import { OwnFile } from './own-file.ts'

// Far more web pages than anybody works on at a time; an older one is known by its marks.
const LONGEST = 200

const schema = z.looseObject({
  stories: z.array(z.looseObject({ path: z.string(), whole: z.boolean() })),
})

/** Which web pages this person wants to see whole, or as the article alone; latest choice first. */
export class PageChoicesFile {
  readonly #file: OwnFile<z.infer<typeof schema>>

  constructor(folder: string, log: (error: unknown) => void) {
    this.#file = new OwnFile({ folder, name: 'web-pages.json', schema, fallback: { stories: [] }, log })
  }

  /** @param path real path of the story. @returns null: nothing was chosen. */
  async choiceFor(path: string): Promise<boolean | null> {
    return (await this.#file.read()).stories.find((story) => story.path === path)?.whole ?? null
  }

  async remember(path: string, whole: boolean): Promise<void> {
    await this.#file.update((file) => ({
      ...file,
      stories: [{ path, whole }, ...file.stories.filter((story) => story.path !== path)].slice(0, LONGEST),
    }))
  }
}
