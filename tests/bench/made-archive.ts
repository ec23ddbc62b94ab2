import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeMadeSidecar } from './made-sidecar.ts'
import { makeMarks, makeStory } from './make-story.ts'

// As of an ordinary news story: some 800 words, a mark every forty.
const WORDS = 800
const MARKS = 20

/** A folder of made stories, each with a colleague's marks beside it. */
export async function makeArchive(folder: string, stories: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let number = 1; number <= stories; number += 1) {
    const text = makeStory(WORDS, number)
    const story = path.join(folder, `story-${number}.txt`)
    await writeFile(story, text)
    await writeMadeSidecar(story, text, makeMarks(text, MARKS, number))
  }
}
