import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import type { Block } from '../../../shared/story/story.ts'
import { xmlLine } from '../xml-text.ts'

type NumberingDefinition = INumberingOptions['config'][number]

/** Word knows nine levels of a list. */
const DEEPEST = 8
/** LibreOffice counts lists in 16 bits, and begins anew beyond: 100,000 would be 34,464. Half of it any program holds. */
const LARGEST = 0x7fff
/** Twentieths of a point by which each level is set in; the sign or number hangs to the left of the words. */
const STEP = 360

/** What a paragraph says of its list. */
export interface ListPlace {
  readonly reference: string
  readonly level: number
}

interface OpenList {
  readonly reference: string
  readonly next: number
  readonly after: string
}

/**
 * Gives list items their place in Word's lists. Numbers and signs are not part of the story text, so they become
 * real numbering: a list is continued by the number that comes next, else a new one begins. A number that Word can't
 * count, below zero or very large, stands as it is.
 */
export class Lists {
  readonly #definitions = new Map<string, NumberingDefinition>()
  /** The numbered list that is open on each level. */
  readonly #open = new Map<number, OpenList>()

  /** null: it has no sign that isn't part of its text. */
  place({ marker, level: depth }: Pick<Block, 'marker' | 'level'>): ListPlace | null {
    if (marker === '') return null
    const level = Math.min(depth, DEEPEST)
    for (const deeper of this.#open.keys()) if (deeper > level) this.#open.delete(deeper)
    const [, digits = '', after = ''] = /^(\d+)([.)])$/.exec(marker) ?? []
    const number = Number(digits)
    if (digits === '' || number > LARGEST) return { reference: this.#sign(marker), level }
    const open = this.#open.get(level)
    const continues = open?.next === number && open.after === after
    const reference = continues ? open.reference : this.#numbers(level, number, after)
    this.#open.set(level, { reference, next: number + 1, after })
    return { reference, level }
  }

  /** A word before that of each picture, which says what they stand for. */
  picture(): ListPlace {
    const reference = 'picture'
    if (!this.#definitions.has(reference)) {
      this.#define(reference, () => ({
        ...labelled('Picture:'),
        suffix: LevelSuffix.SPACE,
        style: { paragraph: { indent: { start: 0, hanging: 0 } } },
      }))
    }
    return { reference, level: 0 }
  }

  get definitions(): readonly NumberingDefinition[] {
    return [...this.#definitions.values()]
  }

  #sign(sign: string): string {
    const reference = `sign ${sign}`
    if (!this.#definitions.has(reference)) this.#define(reference, () => labelled(xmlLine(sign)))
    return reference
  }

  #numbers(level: number, start: number, after: string): string {
    const reference = `numbers ${this.#definitions.size + 1}`
    this.#define(reference, (each) => ({
      format: LevelFormat.DECIMAL,
      text: `%${each + 1}${after}`,
      start: each === level ? start : 1,
    }))
    return reference
  }

  #define(
    reference: string,
    look: (level: number) => Omit<NumberingDefinition['levels'][number], 'level'>,
  ): void {
    const levels = Array.from({ length: DEEPEST + 1 }, (_, level) => ({
      level,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { start: STEP * (level + 1), hanging: STEP } } },
      ...look(level),
    }))
    this.#definitions.set(reference, { reference, levels })
  }
}

/** The same before each item. As a number without a digit where it is a word: a bullet has one character in LibreOffice. */
function labelled(text: string) {
  return { format: [...text].length === 1 ? LevelFormat.BULLET : LevelFormat.DECIMAL, text }
}
