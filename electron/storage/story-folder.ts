import fsp from 'node:fs/promises'
import path from 'node:path'
import { storyExtensions } from './story-file.ts'

/** Where Galley keeps, beside the stories of a folder, the texts that marks were made on. */
export function textsFolder(storyFolder: string): string {
  return path.join(storyFolder, '.galley', 'texts')
}

/** Names of the files of a folder that may be stories, by name, `2` before `10`. @throws the system's error. */
export async function storyNamesIn(folder: string): Promise<readonly string[]> {
  const names = await fsp.readdir(folder)
  return names
    .filter((name) => !name.startsWith('.') && storyExtensions.includes(path.extname(name).toLowerCase()))
    .sort(new Intl.Collator('en', { numeric: true }).compare)
}
