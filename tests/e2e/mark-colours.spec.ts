import { papers, rgb, sides } from '../../shared/colour/paper.ts'
import { lay, type Rgb } from '../../shared/colour/rgb.ts'
import { builtInTags, findTag, type Tag } from '../../shared/tags.ts'
import { expect, test } from './test.ts'

/** The background that the page paints under a mark and the marks around it, and its line: 0 … 255 each. */
interface Painted {
  readonly ground: readonly number[]
  readonly line: readonly number[]
  readonly ink: readonly number[]
  /** Tags and depths of the marks, the outermost first. */
  readonly stack: readonly { readonly tag: string; readonly depth: number }[]
}

const inBytes = (colour: Rgb) => colour.map((channel) => channel * 255)

// The figures of contrast that the unit tests print are of a model; this is the page itself.
test('three marks over one another are painted in the colours that the model reckons with', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const text = await desk.text()
  for (const [words, key] of [
    ['Opinions along the waterfront were divided', '1'],
    ['along the waterfront were', '2'],
    ['the waterfront', '3'],
  ] as const) {
    const start = text.indexOf(words)
    await desk.selectRange(start, start + words.length)
    await desk.keys(key)
  }
  // Out of all of them, so that none is active.
  await desk.selectRange(0, 3)
  await expect(desk.story.locator('.mark.active')).toHaveCount(0)
  for (const side of sides) {
    await page.emulateMedia({ colorScheme: side, reducedMotion: 'reduce' })
    const painted: Painted = await desk
      .marks()
      .filter({ hasText: /^the waterfront$/ })
      .last()
      .evaluate((mark) => {
        // A canvas would round each layer to whole bytes; the numbers that the page reckons with are finer.
        const paint = (colours: readonly string[]): number[] =>
          colours.reduce<number[]>(
            (under, colour) => {
              const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+(e-\d+)?/g) ?? []).map(
                Number,
              )
              const scale = colour.startsWith('color(srgb') ? 255 : 1
              return [red, green, blue].map(
                (channel, index) => channel * scale * alpha + (under[index] ?? 0) * (1 - alpha),
              )
            },
            [255, 255, 255],
          )
        const chain: HTMLElement[] = []
        for (let each: HTMLElement | null = mark as HTMLElement; each !== null; each = each.parentElement) {
          chain.unshift(each)
        }
        const marks = chain.filter((each) => each.matches('[data-annotation-id]'))
        const style = getComputedStyle(mark)
        return {
          ground: paint(chain.map((each) => getComputedStyle(each).backgroundColor)),
          line: paint([style.borderBlockEndColor]),
          ink: paint([style.color]),
          stack: marks.map(({ dataset }) => ({ tag: dataset.tag ?? '', depth: Number(dataset.depth) })),
        }
      })
    expect(painted.stack.map(({ depth }) => depth).toSorted()).toEqual([0, 1, 2])
    const paper = papers[side]
    const marks = painted.stack.map(({ tag, depth }) => ({
      colour: rgb((findTag(builtInTags, tag) as Tag)[side]),
      share: paper.tints[depth as 0 | 1 | 2],
    }))
    // Which of them is painted first is for the browser's tree; how much of each lies there is not.
    const ground = marks.reduce<Rgb>(
      (under, { colour, share }) => lay(colour, share, under),
      rgb(paper.paper),
    )
    const differ = (a: readonly number[], b: readonly number[]) =>
      Math.max(...a.map((channel, index) => Math.abs(channel - (b[index] ?? 0))))
    expect(differ(painted.ground, inBytes(ground)), `${side}: ${painted.ground}`).toBeLessThanOrEqual(1)
    expect(differ(painted.line, inBytes(marks[2]?.colour ?? [0, 0, 0]))).toBeLessThanOrEqual(1)
    expect(differ(painted.ink, inBytes(rgb(paper.ink)))).toBeLessThanOrEqual(1)
  }
})
