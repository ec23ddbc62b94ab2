import type { DeskApp } from './desk-app.ts'
import { boxOf, type PlaceOnScreen } from './story-places.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where words stand in the drawn story: [start, end) in UTF-16 units. The first place where they do. */
export async function spanOf(desk: DeskApp, words: string): Promise<{ start: number; end: number }> {
  const start = (await desk.text()).indexOf(words)
  if (start < 0) throw new Error(`not in the story: ${words}`)
  return { start, end: start + words.length }
}

/** The box of words in sight; of its first piece, where a line ends or a mark begins among them. */
export async function boxOfWords(desk: DeskApp, words: string): Promise<PlaceOnScreen> {
  const box = await boxOf(desk.story, await spanOf(desk, words))
  if (box === null) throw new Error(`not drawn: ${words}`)
  return box
}

/** The middle of words, or of their first piece. */
export async function middleOf(desk: DeskApp, words: string): Promise<Point> {
  const { left, right, top, bottom } = await boxOfWords(desk, words)
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** Drags from just before the first of these letters to just behind the last one; what gets selected is not asked. */
export async function dragOver(desk: DeskApp, letters: string): Promise<void> {
  const { start, end } = await spanOf(desk, letters)
  const [first, last] = await Promise.all([
    boxOf(desk.story, { start, end: start + 1 }),
    boxOf(desk.story, { start: end - 1, end }),
  ])
  if (first === null || last === null) throw new Error(`not drawn: ${letters}`)
  await drag(
    desk,
    { x: first.left + 1, y: (first.top + first.bottom) / 2 },
    { x: last.right - 1, y: (last.top + last.bottom) / 2 },
  )
}

export async function drag({ page: { mouse } }: DeskApp, from: Point, to: Point): Promise<void> {
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await mouse.move(to.x, to.y)
  await mouse.up()
}
