import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import { readStory } from '../../shared/story/read-story.ts'
import { type CodePoint, type Span, span } from '../../shared/units.ts'
import { materialIfPresent } from '../helpers/material.ts'
import { DeskApp } from './desk-app.ts'
import { Annotator } from './keys-per-mark/annotator.ts'
import { type GoldKind, type GoldMark, goldMarks } from './keys-per-mark/gold.ts'
import { discard, root, ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

const SEED = 4

interface Source {
  readonly name: string
  readonly text: string
  /** Clauses as somebody else drew them; absent: our own. */
  readonly clauses?: (sentence: Span) => readonly Span[]
}

/** Source-and-cue clauses and their contents, as the annotators of the GUM corpus drew them. */
function peersClauses(text: string, attributions: string): (sentence: Span) => readonly Span[] {
  type Place = { readonly start: number; readonly end: number }
  const read: { attributions: { natural: { sourceCue: Place[]; contentCore: Place[] } }[] } =
    JSON.parse(attributions)
  const all = read.attributions.flatMap(({ natural }) => [...natural.sourceCue, ...natural.contentCore])
  return (sentence) =>
    all
      .filter(({ start, end }) => start < sentence.end && end > sentence.start)
      .map(({ start, end }) => trimmed(text, Math.max(start, sentence.start), Math.min(end, sentence.end)))
      .sort((a, b) => a.start - b.start)
}

/** Without outer blanks, the sign that ends the clause and a closing mark of what began before, as an editor marks it. */
function trimmed(text: string, start: number, end: number): Span {
  const inside = text.slice(start, end)
  const front = inside.length - inside.trimStart().length
  const isHalf = (inside.match(/"/g)?.length ?? 0) % 2 === 1
  const back = (isHalf ? /[\s.,;:"]*$/u : /[\s.,;:]*$/u).exec(inside)?.[0].length ?? 0
  return span(start + front, end - back)
}

async function sources(): Promise<readonly Source[]> {
  const fixture = async (name: string): Promise<Source> => ({
    name,
    text: await readFile(path.join(root, 'fixtures', name), 'utf8'),
  })
  const own = await Promise.all(['harbour-tunnel.txt', 'ridge-rescue.md'].map(fixture))
  const name = 'GUM_news_homeopathic.natural.txt'
  const text = materialIfPresent(`gum-wikinews/${name}`)
  const attributions = materialIfPresent('gum-wikinews/GUM_news_homeopathic.attributions.json')
  if (text === null || attributions === null) return own
  return [...own, { name, text, clauses: peersClauses(text, attributions) }]
}

const kinds: readonly GoldKind[] = ['sentence', 'clause', 'phrase']
const goals: Readonly<Record<GoldKind, number>> = { sentence: 1.3, clause: 3, phrase: 7 }

test('a scripted editor marks stories by keyboard, at one to three keys a mark', async ({ context }) => {
  test.setTimeout(300_000)
  const spent: Record<GoldKind, number[]> = { sentence: [], clause: [], phrase: [] }
  for (const { name, text, clauses } of await sources()) {
    const folder = await mkdtemp(path.join(tmpdir(), 'galley-keys-'))
    await writeFile(path.join(folder, name), text)
    const galley = await ServedGalley.start({ story: name, folder })
    const page = await context.newPage()
    await countPointers(page)
    const desk = new DeskApp(page, galley)
    await desk.start()
    await desk.opened()
    const story = readStory(name, text)
    const gold = goldMarks(story, SEED, clauses)
    const editor = new Annotator(desk, story)
    await desk.keys('Control+Home')
    let pass: 'first' | 'second' = 'first'
    for (const mark of gold) {
      // Both passes begin at the top.
      if (mark.kind === 'phrase' && pass === 'first') {
        pass = 'second'
        await desk.keys('Control+Home')
      }
      spent[mark.kind].push(await editor.mark(mark))
    }
    await desk.saved()
    expect(await marked(desk, name, story.text)).toEqual(wanted(gold))
    expect(desk.problems).toEqual([])
    expect(await page.evaluate(() => (window as { pointers?: number }).pointers)).toBe(0)
    await page.close()
    await galley.stop()
    await Promise.all([discard(folder), discard(galley.dataFolder)])
  }

  const all = kinds.flatMap((kind) => spent[kind])
  console.log(`keys per mark: ${all.length} marks, ${sum(all)} keys, ${mean(all).toFixed(2)} a mark`)
  for (const kind of kinds) {
    const costs = spent[kind]
    const share = Math.round((100 * costs.length) / all.length)
    console.log(
      `  ${kind.padEnd(8)} ${costs.length} (${share} %): mean ${mean(costs).toFixed(2)}, goal ≤ ${goals[kind]}; ${distribution(costs)}`,
    )
  }
  expect(all.length).toBeGreaterThanOrEqual(100)
  expect(spent.phrase.length / all.length).toBeGreaterThanOrEqual(0.3)
  for (const kind of kinds) expect(mean(spent[kind]), kind).toBeLessThanOrEqual(goals[kind])
})

/** Counts every use of a pointer, which there must be none of. */
async function countPointers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { pointers: 0 })
    const count = () => {
      const counter = window as { pointers?: number }
      counter.pointers = (counter.pointers ?? 0) + 1
    }
    for (const kind of ['pointerdown', 'mousedown', 'wheel']) addEventListener(kind, count, { capture: true })
  })
}

const tags = ['fact', 'assessment', 'attribution', 'photo-caption']
const wanted = (gold: readonly GoldMark[]): string[] =>
  [...new Set(gold.map(({ span, digit }) => `${span.start}-${span.end} ${tags[Number(digit) - 1]}`))].sort()

/** What the sidecar holds, in UTF-16 units. */
async function marked(desk: DeskApp, name: string, text: string): Promise<string[]> {
  const [sidecar] = await desk.sidecars(name)
  const index = new CodePointIndex(text)
  return (sidecar?.first.items ?? [])
    .map((item) => {
      const { selector } = item.target as { selector: { type: string; start?: number; end?: number }[] }
      const place = selector.find(({ type }) => type === 'TextPositionSelector')
      const tag = (item.body as { purpose: string; value: string }[]).find(
        ({ purpose }) => purpose === 'classifying',
      )
      const at = (point: number | undefined) => index.toTextOffset((point ?? 0) as CodePoint)
      return `${at(place?.start)}-${at(place?.end)} ${tag?.value}`
    })
    .sort()
}

const sum = (costs: readonly number[]): number => costs.reduce((all, one) => all + one, 0)
const mean = (costs: readonly number[]): number => sum(costs) / Math.max(1, costs.length)

/** "12 × 1, 3 × 2": how many marks took how many keys. */
function distribution(costs: readonly number[]): string {
  const counts = new Map<number, number>()
  for (const cost of costs) counts.set(cost, (counts.get(cost) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([keys, marks]) => `${marks} × ${keys}`)
    .join(', ')
}
