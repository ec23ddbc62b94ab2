import type { DeskApp } from './desk-app.ts'

/** What the window says to people who listen to it, from when it is made. */
export class Heard {
  readonly #desk: DeskApp

  private constructor(desk: DeskApp) {
    this.#desk = desk
  }

  /** Listens to every live region there is, also to those that come later. */
  static async on(desk: DeskApp): Promise<Heard> {
    await desk.page.clock.install()
    await desk.page.evaluate(() => {
      const said: string[] = []
      Object.assign(window, { said })
      const regions = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output'
      new MutationObserver((mutations) => {
        const spoke = new Set<Element>()
        for (const { target, addedNodes } of mutations) {
          const around = (target instanceof Element ? target : target.parentElement)?.closest(regions)
          if (around) spoke.add(around)
          for (const node of addedNodes) {
            if (!(node instanceof Element)) continue
            if (node.matches(regions)) spoke.add(node)
            for (const inside of node.querySelectorAll(regions)) spoke.add(inside)
          }
        }
        for (const region of spoke) {
          const text = region.textContent?.trim() ?? ''
          if (text !== '') said.push(text)
        }
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    return new Heard(desk)
  }

  /** Presses keys with no time between them, as a held key does on any machine. */
  async held(...keys: readonly string[]): Promise<void> {
    const { page } = this.#desk
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
    await this.#desk.keys(...keys)
    await page.clock.resume()
  }

  /**
   * What was said since it was asked last, once nothing more comes. The slowest waits 600 ms for the hands to rest:
   * the clock of the page is put on by more than that.
   */
  async all(): Promise<string[]> {
    await this.#desk.caughtUp()
    await this.#desk.page.clock.fastForward(1000)
    await this.#desk.caughtUp()
    return this.#desk.page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0))
  }
}
