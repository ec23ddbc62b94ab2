import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startChild } from '../helpers/child.ts'
import { readMarks } from '../helpers/read-marks.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { writeStory } from '../helpers/write-story.ts'

const EACH = 100
// Enough to lose some every time; a control that takes as long as the test would only cost patience.
const EACH_IN_CONTROL = 40

/** A window and two commands of the same person tag the same story at once. */
async function tagAtOnce(program: string, changes: number): Promise<{ acknowledged: number; lost: number }> {
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
  const writers = (['window', 'command', 'command'] as const).map((as) =>
    startChild(program, { ...job, changes, as }, { onLine }),
  )
  for (const { ended } of writers) expect(await ended).toEqual({ code: 0, errors: '' })
  const { live } = readMarks(story, dataFolder)
  return { acknowledged: acknowledged.size, lost: [...acknowledged].filter((id) => !live.has(id)).length }
}

describe('a window and two commands tagging one story at once', () => {
  it('lose nothing, and without the lock do', async () => {
    const { acknowledged, lost } = await tagAtOnce('tagger', EACH)
    const control = await tagAtOnce('tagger-without-lock', EACH_IN_CONTROL)
    console.log(
      `three writers: marks=${acknowledged} lost=${lost}; control without the lock: marks=${control.acknowledged} lost=${control.lost}`,
    )
    expect({ acknowledged, lost }).toEqual({ acknowledged: 3 * EACH, lost: 0 })
    expect(control.lost).toBeGreaterThan(0)
  }, 120_000)
})
