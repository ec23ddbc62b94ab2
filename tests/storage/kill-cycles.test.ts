import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Acknowledged } from '../helpers/acknowledged.ts'
import { NOBODY, startChild } from '../helpers/child.ts'
import { readMarks } from '../helpers/read-marks.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { writeStory } from '../helpers/write-story.ts'

interface Tally {
  cycles: number
  acknowledged: number
  kept: number
  lost: number
  unreadable: number
}

/**
 * Starts a tagger, kills it at a random moment, looks at the disk; again and again on the same story.
 * @param readOnly the story's folder can't be written to by the user who runs the tagger.
 */
async function killAgainAndAgain(cycles: number, readOnly: boolean): Promise<Tally> {
  const folder = tempFolder()
  const stories = path.join(folder, 'stories')
  const dataFolder = path.join(folder, 'data')
  mkdirSync(stories)
  mkdirSync(dataFolder)
  const story = writeStory(stories)
  if (readOnly) {
    chmodSync(folder, 0o755)
    if (process.getuid?.() === 0) chownSync(dataFolder, NOBODY, NOBODY)
    chmodSync(stories, 0o555)
  }
  const localFolder = path.join(dataFolder, 'local')
  const job = { story, dataFolder, localFolder, person: 'Jane Doe', changes: null, as: 'window', mixed: true }
  const said = new Acknowledged()
  const tally: Tally = { cycles: 0, acknowledged: 0, kept: 0, lost: 0, unreadable: 0 }
  for (; tally.cycles < cycles; tally.cycles++) {
    let ready = () => {}
    const isReady = new Promise<void>((resolve) => {
      ready = resolve
    })
    const onLine = (line: string) => {
      if (line === 'READY') ready()
      said.hear(line)
    }
    const child = startChild('tagger', job, { onLine, unprivileged: readOnly })
    // One in eight dies while it starts, the others while they tag.
    if (tally.cycles % 8 === 7) await wait(Math.random() * 250)
    else {
      await Promise.race([isReady, child.ended])
      await wait(Math.random() * 60)
    }
    child.process.kill('SIGKILL')
    const { code, errors } = await child.ended
    expect({ code, errors }).toEqual({ code: null, errors: '' })
    const marks = readMarks(story, dataFolder)
    tally.lost += said.lostFrom(marks).length
    tally.unreadable += marks.unreadable.length
  }
  if (readOnly) chmodSync(stories, 0o755)
  return { ...tally, acknowledged: said.count, kept: said.kept }
}

describe('a Galley that is killed while somebody tags', () => {
  it('has everything it acknowledged on the disk, 200 times', async () => {
    const writable = await killAgainAndAgain(150, false)
    const readOnly = await killAgainAndAgain(50, true)
    const line = (name: string, { cycles, acknowledged, kept, lost, unreadable }: Tally) =>
      `${name}: cycles=${cycles} acknowledged=${acknowledged} kept=${kept} lost=${lost} unreadable=${unreadable}`
    console.log(`kill -9, ${line('beside the story', writable)}; ${line('read-only folder', readOnly)}`)
    expect(writable).toEqual({ ...writable, cycles: 150, kept: 0, lost: 0, unreadable: 0 })
    expect(readOnly).toEqual({ ...readOnly, cycles: 50, kept: readOnly.acknowledged, lost: 0, unreadable: 0 })
    expect(writable.acknowledged).toBeGreaterThan(150)
    expect(readOnly.acknowledged).toBeGreaterThan(50)
  }, 240_000)
})
