import type { Story } from '../../../shared/story/story.ts'

/** Fonts and languages of the three sets of characters that Word tells apart. */
export interface Typography {
  readonly fonts: {
    readonly ascii: string
    readonly hAnsi: string
    readonly cs: string
    readonly eastAsia: string
  }
  /** Absent where nothing is known: Word then takes the reader's own. */
  readonly language: {
    readonly value?: string
    readonly eastAsia?: string
    readonly bidirectional?: string
  }
}

// Fonts that come with Word on Windows and macOS; others put their nearest in their place.
const SERIF = 'Georgia'
const COMPLEX = 'Times New Roman'
export const MONOSPACE = 'Courier New'
export const EMOJI_FONT = 'Segoe UI Emoji'

const EAST_ASIA: Readonly<Record<string, string>> = {
  ja: 'Yu Mincho',
  ko: 'Batang',
  'zh-CN': 'SimSun',
  'zh-TW': 'PMingLiU',
}
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/**
 * The story's language is what it says of itself, as a language tag (BCP 47). Of a story that says nothing, the
 * script still tells Arabic, Hebrew, Japanese, Korean and Chinese; letters of Han are Chinese of the mainland
 * unless something else is known.
 */
export function typographyOf({ meta, text }: Pick<Story, 'meta' | 'text'>): Typography {
  const said = meta.lang ?? meta.language ?? ''
  const known = TAG.test(said) ? said : null
  const base = known?.toLowerCase().split('-')[0]
  const bidirectional = isOneOf(base, 'ar', 'fa', 'he', 'ur') ? known : scriptOf(text, rightToLeft)
  const eastAsia = isOneOf(base, 'ja', 'ko', 'zh') ? known : scriptOf(text, eastern)
  const value = known !== null && known !== bidirectional && known !== eastAsia ? known : null
  return {
    fonts: { ascii: SERIF, hAnsi: SERIF, cs: COMPLEX, eastAsia: eastAsianFont(eastAsia) },
    language: {
      ...(value === null ? {} : { value }),
      ...(eastAsia === null ? {} : { eastAsia }),
      ...(bidirectional === null ? {} : { bidirectional }),
    },
  }
}

type ScriptTable = readonly (readonly [letters: RegExp, language: string])[]

const rightToLeft: ScriptTable = [
  [/\p{Script=Hebrew}/u, 'he-IL'],
  [/\p{Script=Arabic}/u, 'ar-SA'],
]
/** Kana and Hangul first: their texts have letters of Han too. */
const eastern: ScriptTable = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja-JP'],
  [/\p{Script=Hangul}/u, 'ko-KR'],
  [/\p{Script=Han}/u, 'zh-CN'],
]

function scriptOf(text: string, table: ScriptTable): string | null {
  return table.find(([letters]) => letters.test(text))?.[1] ?? null
}

function eastAsianFont(language: string | null): string {
  const [base = '', ...rest] = (language ?? '').toLowerCase().split('-')
  if (base === 'zh') {
    const isTraditional = rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part))
    return EAST_ASIA[isTraditional ? 'zh-TW' : 'zh-CN'] ?? SERIF
  }
  return EAST_ASIA[base] ?? SERIF
}

function isOneOf(value: string | undefined, ...all: readonly string[]): boolean {
  return value !== undefined && all.includes(value)
}
