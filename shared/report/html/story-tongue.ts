import { directionOf } from '../../story/direction.ts'
import type { Story } from '../../story/story.ts'

/** What the story says of itself, if it is a language tag (BCP 47), else what its script tells; null: unknown. */
export function languageOf({ meta, text }: Story): string | null {
  const said = meta.lang ?? meta.language ?? ''
  if (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(said)) return said
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return scripts.find(({ script }) => (text.match(script)?.length ?? 0) > letters * MOST)?.language ?? null
}

/** This part of the letters or more: a name or a quotation in another script doesn't count. */
const MOST = 0.2

/**
 * Scripts that one language writes, or that need one for the right shapes of their signs. Kana before Han: Japanese
 * has both.
 */
const scripts: readonly { readonly script: RegExp; readonly language: string }[] = [
  { script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: 'ja' },
  { script: /\p{Script=Hangul}/gu, language: 'ko' },
  { script: /\p{Script=Han}/gu, language: 'zh' },
  { script: /\p{Script=Hebrew}/gu, language: 'he' },
]

/** The direction of most of the text. */
export function mainDirection({ text, blocks }: Story): 'ltr' | 'rtl' {
  const fromRight = blocks
    .filter(({ start, end }) => directionOf(text.slice(start, end)) === 'rtl')
    .reduce((sum, { start, end }) => sum + end - start, 0)
  return fromRight > text.length / 2 ? 'rtl' : 'ltr'
}
