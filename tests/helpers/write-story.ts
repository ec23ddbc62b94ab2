import { writeFileSync } from 'node:fs'
import path from 'node:path'

const paragraph =
  'The port authority opened the harbour tunnel at 5 a.m. on Friday, eleven weeks after the flood, and said ' +
  'that all pumps had been replaced. “Nobody has to queue for the ferry any more,” the mayor said.'

/** A plain story of some paragraphs. @returns its path. */
export function writeStory(folder: string, name = 'harbour-tunnel.txt', paragraphs = 12): string {
  const file = path.join(folder, name)
  const body = Array.from({ length: paragraphs }, (_, n) => `${n + 1}. ${paragraph}`)
  writeFileSync(file, ['Harbour tunnel opens', ...body, ''].join('\n\n'))
  return file
}
