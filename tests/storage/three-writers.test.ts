import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startChild } from '../helpers/child.ts'
import { readMarks } from '../helpers/read-marks.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { writeStory } from '../helpers/write-story.ts'

type Way = 'window' | 'command'

interface Tally {
  readonly acknowledged: number
  readonly lost: number
}

/** Several processes of the same person tag the same story at once. */
async function tagAtOnce(program: string, ways: readonly Way[], changes: number): Promise<Tally> {
  const folder = tempFolder()
  const story = writeStory(folder)
  const dataFolder = path.join(folder, 'data')
  const localFolder = path.join(folder, 'local')
  const job = { story, dataFolder, localFolder, person: 'Jane Doe', mixed: false }
  // The first start makes the person and the device.
  await startChild(program, { ...job, changes: 0, as: 'window' }).ended
  const acknowledged = new Set<string>()
  const onLine = (line: string) => {
    const [word, id] = line.split(' ')
    if (word === 'ACK' && id !== undefined) acknowledged.add(id)
  }
  const writers = ways.map((as) => startChild(program, { ...job, changes, as }, { onLine }))
  for (const { ended } of writers) expect(await ended).toEqual({ code: 0, errors: '' })
  const { live } = readMarks(story, dataFolder)
  return { acknowledged: acknowledged.size, lost: [...acknowledged].filter((id) => !live.has(id)).length }
}

/**
 * The same without the lock, until something is lost: what is left of the check before each rename misses only
 * what another process writes in that very moment. Commands only, since a window writes again what it lost.
 */
async function tagWithoutLock(rounds: number): Promise<Tally> {
  let acknowledged = 0
  for (let round = 0; round < rounds; round++) {
    const tally = await tagAtOnce('tagger-without-lock', ['command', 'command', 'command', 'command'], 25)
    acknowledged += tally.acknowledged
    if (tally.lost > 0) return { acknowledged, lost: tally.lost }
  }
  return { acknowledged, lost: 0 }
}

describe('a window and two commands tagging one story at once', () => {
  it('lose nothing, and without the lock do', async () => {
    const { acknowledged, lost } = await tagAtOnce('tagger', ['window', 'command', 'command'], 100)
    const control = await tagWithoutLock(8)
    console.log(
      `three writers: marks=${acknowledged} lost=${lost}; ` +
        `control without the lock: marks=${control.acknowledged} lost=${control.lost}`,
    )
    expect({ acknowledged, lost }).toEqual({ acknowledged: 300, lost: 0 })
    expect(control.lost).toBeGreaterThan(0)
  }, 240_000)
})
