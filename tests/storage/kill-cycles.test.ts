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
    // After so many acknowledgements, whatever the speed of the machine, and a moment that no clock decides.
    const enough = said.count + Math.ceil(Math.random() * 8)
    let reached = () => {}
    const isReached = new Promise<void>((resolve) => {
      reached = resolve
    })
    const onLine = (line: string) => {
      said.hear(line)
      if (said.count >= enough) reached()
    }
    const child = startChild('tagger', job, { onLine, unprivileged: readOnly })
    // One in eight dies while it starts, the others while they tag.
    if (tally.cycles % 8 === 7) await wait(Math.random() * 250)
    else {
      await Promise.race([isReached, child.ended])
      await wait(Math.random() * 15)
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

// Three of four beside the story, the others in a folder that can't be written to. GALLEY_KILLS=10000 for a night.
const CYCLES = Number(process.env.GALLEY_KILLS ?? 200)
const READ_ONLY_CYCLES = Math.round(CYCLES / 4)
// Each lane has a story of its own, so that it stays small; two lanes at a time keep two processors busy.
const LANE = 25

async function inLanes(cycles: number, readOnly: boolean): Promise<Tally> {
  const total: Tally = { cycles: 0, acknowledged: 0, kept: 0, lost: 0, unreadable: 0 }
  while (total.cycles < cycles) {
    const length = Math.min(LANE, Math.ceil((cycles - total.cycles) / 2))
    const lanes = [killAgainAndAgain(length, readOnly), killAgainAndAgain(length, readOnly)]
    for (const tally of await Promise.all(lanes)) {
      total.cycles += tally.cycles
      total.acknowledged += tally.acknowledged
      total.kept += tally.kept
      total.lost += tally.lost
      total.unreadable += tally.unreadable
    }
  }
  return total
}

describe('a Galley that is killed while somebody tags', () => {
  it(`has everything it acknowledged on the disk, ${CYCLES} times`, async () => {
    const writable = await inLanes(CYCLES - READ_ONLY_CYCLES, false)
    const readOnly = await inLanes(READ_ONLY_CYCLES, true)
    const line = (name: string, { cycles, acknowledged, kept, lost, unreadable }: Tally) =>
      `${name}: cycles=${cycles} acknowledged=${acknowledged} kept=${kept} lost=${lost} unreadable=${unreadable}`
    console.log(`kill -9, ${line('beside the story', writable)}; ${line('read-only folder', readOnly)}`)
    expect(writable).toEqual({ ...writable, kept: 0, lost: 0, unreadable: 0 })
    expect(readOnly).toEqual({ ...readOnly, kept: readOnly.acknowledged, lost: 0, unreadable: 0 })
    expect(writable.cycles + readOnly.cycles).toBeGreaterThanOrEqual(CYCLES)
    expect(writable.acknowledged).toBeGreaterThan(writable.cycles)
    expect(readOnly.acknowledged).toBeGreaterThan(readOnly.cycles)
  }, 600_000)
})
