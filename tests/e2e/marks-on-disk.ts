import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentOfBody } from '../../shared/annotation/body.ts'
import { marksIn } from '../../shared/annotation/item.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'

/** A mark as its sidecar has it. */
interface StoredMark {
  readonly tag: string
  readonly words: string
  readonly note: string
  readonly fields: Readonly<Record<string, string>>
}

/** The marks of a sidecar in the order in which they stand in the story. */
export function storedMarks(sidecar: Sidecar | undefined): readonly StoredMark[] {
  return (sidecar === undefined ? [] : marksIn(sidecar)).map(({ body, target }) => {
    const { tag, note, fields } = contentOfBody(body)
    return { tag, words: target.selector[0].exact, note, fields: { ...fields } }
  })
}

/** The same, each in one line: `fact: left on time`. */
export function marksInWords(sidecar: Sidecar | undefined): readonly string[] {
  return storedMarks(sidecar).map(({ tag, words }) => `${tag}: ${words}`)
}

/** The sidecars of a person beside a story. */
export async function sidecarsBeside(folder: string, story: string, annotator: string): Promise<Sidecar[]> {
  const names = (await readdir(folder)).filter(
    (name) => name.startsWith(`${story}.`) && name.endsWith('.json'),
  )
  const read = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
  )
  return read.filter((sidecar: Sidecar) => sidecar.creator?.name === annotator)
}

/** The sidecar of the sample story, which lies in the data folder. */
export async function sampleSidecarIn(dataFolder: string): Promise<Sidecar> {
  const entries = await readdir(dataFolder, { recursive: true })
  const name = entries.find((entry) => entry.includes('sample') && entry.endsWith('.annotations.json'))
  if (name === undefined) throw new Error('the sample story has no sidecar')
  return JSON.parse(await readFile(path.join(dataFolder, name), 'utf8'))
}
