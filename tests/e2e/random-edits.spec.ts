import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { seededRandom } from '../bench/random.ts'
import type { DeskApp } from './desk-app.ts'
import type { OnScreen } from './story-drawn.ts'
import { expect, test } from './test.ts'

const STEPS = 200
const SEED = 20_261_122

/** Text and marks as a plain model has them: a string, and ranges in it by name. */
interface Model {
  readonly text: string
  /** By number of creation; null: its words are gone. */
  readonly marks: ReadonlyMap<number, readonly [number, number] | null>
}

/** `from`–`to` gives way to `words`. What is put in at a border of a mark stays outside it. */
function replaced({ text, marks }: Model, from: number, to: number, words: string): Model {
  const moved = new Map<number, readonly [number, number] | null>()
  const grown = words.length - (to - from)
  for (const [name, range] of marks) {
    if (range === null) {
      moved.set(name, null)
      continue
    }
    const [start, end] = range
    // Typed over as a whole: the mark takes the words that stand there now.
    if (from === start && to === end && words !== '') moved.set(name, [from, from + words.length])
    else {
      const a = start >= to ? start + grown : start >= from ? from + words.length : start
      const b = end > to ? end + grown : end > from ? from : end
      moved.set(name, a < b ? [a, b] : null)
    }
  }
  return { text: text.slice(0, from) + words + text.slice(to), marks: moved }
}

/** Marks that lie in a range as a whole, counted from its start. */
function marksIn({ marks }: Model, from: number, to: number): ReadonlyMap<number, readonly [number, number]> {
  const inside = new Map<number, readonly [number, number]>()
  for (const [name, range] of marks) {
    if (range !== null && range[0] >= from && range[1] <= to) {
      inside.set(name, [range[0] - from, range[1] - from])
    }
  }
  return inside
}

const shape = ({ text, marks }: Model): string =>
  JSON.stringify([text, [...marks.values()].filter((range) => range !== null).toSorted(byRange)])
const shapeOnScreen = ({ text, marks }: OnScreen): string =>
  JSON.stringify([text, Object.values(marks).toSorted(byRange)])
const byRange = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0] || a[1] - b[1]

test.use({ story: 'brief.txt' })

test(`${STEPS} random edits, cuts, pastes and tags with undo and redo leave what a model says`, async ({
  desk,
  galley,
  page,
}) => {
  test.setTimeout(180_000)
  await desk.start()
  await desk.opened()
  const next = seededRandom(SEED)
  const below = (limit: number) => Math.floor(next() * limit)
  let model: Model = { text: await desk.text(), marks: new Map() }
  const start = shape(model)
  const past: Model[] = []
  const future: Model[] = []
  let clipboard: string | null = null
  let carried: ReadonlyMap<number, readonly [number, number]> = new Map()
  let named = 0
  let mode: 'annotate' | 'edit' = 'annotate'

  const be = async (wanted: typeof mode) => {
    if (mode !== wanted) await desk.editText()
    mode = wanted
  }
  /** Not inside a surrogate pair: no hand gets there. */
  const whole = (offset: number) => (/[\udc00-\udfff]/.test(model.text.charAt(offset)) ? offset + 1 : offset)
  /** A range inside one line, so that the model need not know of blocks. */
  const range = (): [number, number] => {
    const from = whole(below(model.text.length))
    const line = model.text.indexOf('\n', from)
    const limit = line === -1 ? model.text.length : line
    return [from, whole(Math.min(limit, from + 1 + below(8)))]
  }
  const take = (changed: Model) => {
    past.push(model)
    future.length = 0
    model = changed
  }

  for (let step = 0; step < STEPS; step += 1) {
    const what = below(10)
    const [from, to] = range()
    if (what < 3) {
      await be('edit')
      await desk.selectRange(from, from)
      const word = ['a', 'bé', 'נ', '字', '😀 '][below(5)] ?? ''
      await page.keyboard.insertText(word)
      take(replaced(model, from, from, word))
    } else if (what < 5 && to > from) {
      await be('edit')
      await desk.selectRange(from, to)
      await desk.keys('Backspace')
      take(replaced(model, from, to, ''))
    } else if (what === 5 && to > from) {
      await be('edit')
      await desk.selectRange(from, to)
      await desk.keys('Control+x')
      clipboard = model.text.slice(from, to)
      carried = marksIn(model, from, to)
      take(replaced(model, from, to, ''))
    } else if (what === 6 && clipboard !== null) {
      await be('edit')
      await desk.selectRange(from, from)
      await desk.keys('Control+v')
      // The first paste brings the marks back that went with the cut, a second one makes none.
      const pasted = replaced(model, from, from, clipboard)
      const back = [...carried].filter(([name]) => pasted.marks.get(name) === null)
      const marks = new Map(pasted.marks)
      for (const [name, [start, end]] of back) marks.set(name, [from + start, from + end])
      carried = new Map()
      take({ ...pasted, marks })
    } else if (what === 7 && /\S/.test(model.text.slice(from, to))) {
      await be('annotate')
      const words = model.text.slice(from, to)
      const a = from + (words.length - words.trimStart().length)
      const b = to - (words.length - words.trimEnd().length)
      await desk.selectRange(a, b)
      await desk.keys('1')
      const isThere = [...model.marks.values()].some((mark) => mark?.[0] === a && mark[1] === b)
      named += 1
      if (!isThere) take({ ...model, marks: new Map(model.marks).set(named, [a, b]) })
    } else if (what === 8 && past.length > 0) {
      await desk.keys('Control+z')
      await undone(
        desk,
        past,
        future,
        () => model,
        (back) => {
          model = back
        },
      )
    } else if (what === 9 && future.length > 0) {
      await desk.keys('Control+Shift+z')
      await undone(
        desk,
        future,
        past,
        () => model,
        (again) => {
          model = again
        },
      )
    }
    await expect
      .poll(() => desk.onScreen().then(shapeOnScreen), { message: `step ${step}` })
      .toBe(shape(model))
  }

  await desk.textSaved()
  await desk.saved()
  expect(await readFile(path.join(galley.folder, 'brief.txt'), 'utf8')).toBe(model.text)
  for (let press = 0; press <= STEPS && shapeOnScreen(await desk.onScreen()) !== start; press += 1) {
    await desk.keys('Control+z')
  }
  expect(shapeOnScreen(await desk.onScreen())).toBe(start)
})

/** One step back: to one of the earlier states, since typing in one place is taken back together. */
async function undone(
  desk: DeskApp,
  from: Model[],
  to: Model[],
  now: () => Model,
  set: (model: Model) => void,
): Promise<void> {
  const screen = shapeOnScreen(await desk.onScreen())
  for (let found = from.pop(); found !== undefined; found = from.pop()) {
    to.push(now())
    set(found)
    if (shape(found) === screen) return
  }
  throw new Error('undo led to a state that never was')
}
