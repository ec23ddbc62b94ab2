import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'
import { floorRun } from './floor-run.ts'
import { galleyRun } from './galley-run.ts'
import { writeMadeSidecar } from './made-sidecar.ts'
import { makeMarks, makeStory } from './make-story.ts'
import { scriptBytes } from './page-start.ts'
import type { GalleyRun, Run } from './run.ts'
import { serveFloor } from './serve-floor.ts'
import { growthOf, tableOf } from './table.ts'

/** Pairs of runs that count; fewer for a quick look. */
const RUNS = Number(process.env.GALLEY_BENCH_RUNS ?? 5)

const sizes = [
  { words: 1000, marks: 50 },
  { words: 10_000, marks: 500 },
  { words: 100_000, marks: 500 },
  { words: 100_000, marks: 5000 },
  { words: 100_000, marks: 20_000 },
]

/** Runs of the longest story by its number of marks, for the comparison at the end. */
const long = new Map<number, readonly GalleyRun[]>()

for (const { words, marks } of sizes) {
  test(`${words.toLocaleString('en')} words × ${marks.toLocaleString('en')} marks`, async ({ browser }) => {
    test.setTimeout(1_800_000)
    const folder = await mkdtemp(path.join(tmpdir(), 'galley-bench-'))
    const text = makeStory(words)
    const story = path.join(folder, 'measured.txt')
    await writeFile(story, text)
    await writeFile(path.join(folder, 'other.txt'), 'Another story\n\nIt is short.\n')
    const known = await writeMadeSidecar(story, text, makeMarks(text, marks))
    const floor = await serveFloor(() => text)
    const floors: Run[] = []
    const ours: GalleyRun[] = []
    // In turns, so that a slow minute of the machine meets both; the first pair only warms up.
    for (let run = 0; run <= RUNS; run += 1) {
      // A run types into the story and leaves marks beside it.
      const copy = `${folder}-${run}`
      await cp(folder, copy, { recursive: true })
      const bare = await floorRun(browser, floor.origin)
      const galley = await galleyRun(browser, path.join(copy, 'measured.txt'), known)
      await rm(copy, { recursive: true, force: true })
      if (run === 0) continue
      floors.push(bare)
      ours.push(galley)
    }
    floor.close()
    await rm(folder, { recursive: true, force: true })
    if (words === 100_000) long.set(marks, ours)
    print(`${test.info().title}, median of ${RUNS} runs each`, tableOf(ours, floors, words >= 100_000))
    const { plain, gzip } = await scriptBytes()
    console.log(
      `  the page’s scripts: ${plain.toLocaleString('en')} bytes, ${gzip.toLocaleString('en')} with gzip`,
    )
  })
}

test.afterAll(() => {
  const [few, many] = [long.get(500), long.get(20_000)]
  if (few === undefined || many === undefined) return
  print('100,000 words: 20,000 marks against 500', growthOf(few, many))
})

function print(title: string, lines: readonly string[]): void {
  console.log([`\n${title}`, ...lines].join('\n'))
}
