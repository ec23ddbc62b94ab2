/** What one run found. Times in milliseconds. */
export interface Run {
  /** Asked for → the story painted, with the marks in sight. */
  readonly open: number
  /** ArrowRight in the story: keydown → frame. */
  readonly arrows: readonly number[]
  /** A letter typed into the text: keydown → frame that shows it. */
  readonly letters: readonly number[]
  /** Frames that came late while the wheel turned. */
  readonly wheel: number
  /** PageDown: keydown → frame. */
  readonly pages: readonly number[]
  /** Ctrl+End and Ctrl+Home: keydown → frame. */
  readonly jumps: readonly number[]
  /** Elements and texts in the story. */
  readonly nodes: number
  /** Bytes of script that are in use. */
  readonly heap: number
  /** The longest time that nothing else could run, from the painted story until all is quiet. */
  readonly task: number
}

/** What only the app does. */
export interface GalleyRun extends Run {
  /** Navigation → the story that the command line named stands with its marks and takes keys. */
  readonly start: number
  /** A digit on a selected word: keydown → frame that shows the mark. */
  readonly tags: readonly number[]
  /** Keys that went far, to a mark among others: keydown → frame. */
  readonly marks: readonly number[]
  /** Marks that were not drawn, or elsewhere, in the frame of a jump. */
  readonly wrong: number
}

/** Keys of one kind in a run. */
export const KEYS = 40
export const FEW_KEYS = 12
// What a window does by itself after a story is open is done by then, in milliseconds.
export const QUIET = 3000
