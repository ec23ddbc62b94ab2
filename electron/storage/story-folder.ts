import path from 'node:path'

/** Where Galley keeps, beside the stories of a folder, the texts that marks were made on. */
export function textsFolder(storyFolder: string): string {
  return path.join(storyFolder, '.galley', 'texts')
}
