import type { Tag } from '../tags.ts'
import type { Keys } from './commands.ts'

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  /** Stronger lines, borders and text. `system`: as the system asks for. */
  readonly contrast: 'system' | 'more'
  /** Digits and letters act on the focused story. Off: only the tag bar, the popover and Ctrl/Cmd keys. */
  readonly singleKeys: boolean
  /** Own keys by command id instead of those of the table; an empty list switches the keys of a command off. */
  readonly keys: Readonly<Record<string, readonly Keys[]>>
  /** Size of the story's text in percent of the usual; 60 … 240. */
  readonly zoom: number
  /** Width of the paper: 60, 75 or 90 letters a line, about. */
  readonly paper: 'narrow' | 'usual' | 'wide'
  /** A selection made with the mouse grows to whole words. */
  readonly snap: boolean
  /** Every mark is in the page, also far out of sight: for screen readers that read the whole page at once. */
  readonly allMarks: boolean
  /** Own colours by tag id, instead of those of the scheme: `#rrggbb`, on light and on dark paper. */
  readonly tagColours: Readonly<Record<string, TagColours>>
  /** This person's own tags, for folders that have no `galley.tags.json`; null: the built-in ones. */
  readonly tags: readonly Tag[] | null
}

export interface TagColours {
  readonly light: string
  readonly dark: string
}
