import { axeFindings } from './axe-findings.ts'
import type { DeskApp } from './desk-app.ts'

/** Ways in which a person or the system may have the window painted. Nothing is half faded in: that is no finding. */
const looks = {
  light: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
  dark: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  'more contrast, light': { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  'more contrast, dark': { colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
} as const

/** The usual set, and the one of the states that are drawn with more than the window's own colours. */
const usual = ['dark', 'more contrast, light', 'light'] as const
const all = ['dark', 'more contrast, light', 'more contrast, dark', 'forced colours', 'light'] as const

interface Visit {
  readonly thorough?: boolean
  readonly within?: string
}

/**
 * Looks at one opened window in many states. Roles, names and order are the same in every look, so they are
 * checked once in each state, and what a look can change (contrast) in each look.
 */
export class AxeRounds {
  readonly #desk: DeskApp
  /** One line each, with its state and look; to be compared with none, once all states were visited. */
  readonly findings: string[] = []

  constructor(desk: DeskApp) {
    this.#desk = desk
  }

  /** Call before the page is loaded: the first state is then painted as the later ones are. */
  async begin(): Promise<void> {
    await this.#desk.page.emulateMedia({ ...looks.light, reducedMotion: 'reduce' })
  }

  /**
   * What is shown now, in each look; ends in the light one.
   * @param thorough with forced colours
   * @param within selector of what is new in this state: the rest was looked at in another
   */
  async visit(state: string, { thorough = false, within }: Visit = {}): Promise<void> {
    for (const look of thorough ? all : usual) {
      await this.#desk.page.emulateMedia({ ...looks[look], reducedMotion: 'reduce' })
      await this.#desk.caughtUp()
      const found = await axeFindings(this.#desk.page, look === 'light' ? 'everything' : 'colour', within)
      this.findings.push(...found.map((finding) => `${state}, ${look}: ${finding}`))
    }
  }
}
