import { type ConsoleMessage, expect, type Locator, type Page } from '@playwright/test'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { axeFindings } from './axe-findings.ts'
import { marksInWords, sampleSidecarIn, sidecarsBeside } from './marks-on-disk.ts'
import type { ServedGalley } from './served-galley.ts'
import { edgesOf, type OnScreen, onScreen, putSelection } from './story-drawn.ts'
import { boxOf, selectionOf } from './story-places.ts'

type TagLabel = 'Fact' | 'Assessment' | 'Attribution' | 'Photo caption'

/** The running window, in verbs. Nothing in here waits for a time; every verb waits for what it caused. */
export class DeskApp {
  readonly page: Page
  readonly galley: ServedGalley
  /** Console errors (violations of the content security policy among them), page errors, outside requests. */
  readonly problems: string[] = []

  constructor(page: Page, galley: ServedGalley) {
    this.page = page
    this.galley = galley
    page.on('console', (message) => this.#heard(message))
    page.on('pageerror', (error) => this.problems.push(`page error: ${error.message}`))
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol !== 'data:' && protocol !== 'blob:' && origin !== galley.origin) {
        this.problems.push(`outside request: ${request.url()}`)
      }
    })
  }

  #heard(message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning') {
      this.problems.push(`console ${message.type()}: ${message.text()}`)
    }
  }

  get story(): Locator {
    return this.page.getByRole('textbox', { name: 'Story text' })
  }

  get status(): Locator {
    return this.page.getByTestId('save-state')
  }

  /** Marks drawn in the story, by their words. One mark may be drawn in several pieces. */
  marks(): Locator {
    return this.story.locator('[data-annotation-id]')
  }

  /** Loads the window and answers the question for the name, which the first window of a data folder asks. */
  async start(name = 'Jane Doe'): Promise<void> {
    await this.page.goto(this.galley.url)
    const field = this.page.getByRole('textbox', { name: 'Your name' })
    await field.fill(name)
    await this.page.keyboard.press('Enter')
    await expect(field).toBeHidden()
  }

  /** Opens a story of the list by its headline or name, with the keyboard. */
  async open(name: string | RegExp): Promise<void> {
    const entry = this.page.getByRole('navigation', { name: 'Stories' }).getByRole('button', { name })
    await this.tabTo(entry)
    await this.page.keyboard.press('Enter')
    await this.opened()
  }

  /** Waits until the story stands and has the focus. */
  async opened(): Promise<void> {
    await expect(this.story).toBeVisible()
    await expect(this.story).toBeFocused()
  }

  /** Goes into the story from elsewhere in the window, where no key leads in one press. */
  async intoStory(): Promise<void> {
    await this.story.focus()
    // For a moment after it got the focus, ProseMirror puts its own caret there.
    await this.caughtUp()
  }

  /** Presses keys one after the other. */
  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Presses Tab until a control has the focus, as somebody without a mouse does; at most once around the window. */
  async tabTo(control: Locator): Promise<void> {
    await expect(control).toBeVisible()
    for (let press = 0; press < 100; press += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.keys('Tab')
    }
    throw new Error(`Tab does not reach ${control}`)
  }

  /** Selects words of the drawn story with the mouse: presses before them, lets go after them. */
  async select(words: string): Promise<void> {
    const { from, to } = await edgesOf(this.story, words)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 })
    await this.page.mouse.move(to.x, to.y)
    await this.page.mouse.up()
    await expect.poll(() => this.selectedText()).toBe(words)
  }

  selectedText(): Promise<string> {
    return this.page.evaluate(() => String(getSelection()).replaceAll('\n', ''))
  }

  /** Tags what is selected with the tag bar. */
  async tag(label: TagLabel): Promise<void> {
    await this.page
      .getByRole('toolbar', { name: 'Tags' })
      .first()
      .getByRole('button', { name: label })
      .click()
  }

  /** Writes the note of the active annotation by key and leaves the field. */
  async note(text: string): Promise<void> {
    await this.keys('n')
    const field = this.page.getByRole('textbox', { name: 'Note' })
    await expect(field).toBeFocused()
    await this.page.keyboard.type(text)
    await this.keys('Control+Enter')
    await expect(this.story).toBeFocused()
  }

  /**
   * Waits until the panels show what was done: they follow the story after it was painted, so a status read at once
   * may still be that of before.
   */
  async caughtUp(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
        }),
    )
  }

  /** Waits until the status bar says that everything is beside the story. */
  async saved(): Promise<void> {
    await this.caughtUp()
    await expect(this.status).toHaveAttribute('data-state', 'saved')
  }

  /** Switches to Edit text, or back. */
  async editText(): Promise<void> {
    const before = await this.story.getAttribute('aria-readonly')
    await this.keys('Control+e')
    await expect(this.story).not.toHaveAttribute('aria-readonly', before ?? '')
  }

  /** Waits until the text on the screen is in the file. */
  async textSaved(): Promise<void> {
    await this.caughtUp()
    await expect(this.page.getByTestId('text-state')).toHaveAttribute('data-state', 'same')
  }

  /** The story text as it stands in the window, all of which must be drawn. */
  async text(): Promise<string> {
    return (await this.onScreen()).text
  }

  /** The words of each mark that is drawn, whole where it is drawn in pieces. */
  async markedWords(): Promise<string[]> {
    const { text, marks } = await this.onScreen()
    return Object.values(marks).map(([start, end]) => text.slice(start, end))
  }

  /** Text and marks as they stand in the window: `id` → [start, end). Only what is drawn has its marks here. */
  onScreen(): Promise<OnScreen> {
    return onScreen(this.story)
  }

  /** Puts the selection on a range of the story text, which must be drawn; `start` = `end`: a caret. */
  async selectRange(start: number, end: number): Promise<void> {
    await putSelection(this.story, start, end)
    await this.caughtUp()
  }

  /** Where the selection stands in the story text. */
  async selection(): Promise<{ start: number; end: number }> {
    return selectionOf(this.story)
  }

  /** Is all of a span to be seen, unhidden by the bars? */
  async inSight(span: { start: number; end: number }): Promise<boolean> {
    const view = await this.page.locator('#story-scroll').boundingBox()
    const boxes = await Promise.all([
      boxOf(this.story, { start: span.start, end: span.start + 1 }),
      boxOf(this.story, { start: span.end - 1, end: span.end }),
    ])
    return boxes.every((box) => {
      if (box === null || view === null) return false
      return box.top >= view.y && box.bottom <= view.y + view.height
    })
  }

  /** Does `G` wait for letters? */
  async isJumping(): Promise<boolean> {
    return (
      (await this.page
        .getByTestId('page-sign')
        .filter({ hasText: /^(Jump|Select) / })
        .count()) > 0
    )
  }

  /** While `G` waits: the key that is drawn at the beginning of a word; null: none is. */
  async jumpLabelAt(word: { start: number; end: number }): Promise<string | null> {
    const box = await boxOf(this.story, word)
    if (box === null) return null
    const chips = await this.page.getByTestId('jump-label').evaluateAll((all) =>
      all.map((chip) => {
        const { left, top, bottom } = chip.getBoundingClientRect()
        return { key: chip.textContent?.toLowerCase() ?? '', left, top, bottom }
      }),
    )
    const beside = chips.find(
      ({ left, top, bottom }) => Math.abs(left - box.left) < 4 && top < box.bottom && bottom > box.top - 8,
    )
    return beside?.key ?? null
  }

  /** This person's sidecars beside a story, read from the disk. */
  sidecars(story: string, annotator = 'Jane Doe'): Promise<Sidecar[]> {
    return sidecarsBeside(this.galley.folder, story, annotator)
  }

  /** This person's marks as they are saved, in order: `fact: left on time`. */
  async savedMarks(story: string): Promise<readonly string[]> {
    await this.saved()
    return marksInWords((await this.sidecars(story))[0])
  }

  /** The sidecar of the sample story, which lies in the data folder. */
  sampleSidecar(): Promise<Sidecar> {
    return sampleSidecarIn(this.galley.dataFolder)
  }

  /** What axe finds on what is shown now; see {@link axeFindings}. */
  axe(): Promise<string[]> {
    return axeFindings(this.page)
  }
}
