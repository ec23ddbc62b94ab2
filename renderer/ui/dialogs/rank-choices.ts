/** Something that can be chosen by typing a part of its name. */
export interface Rankable {
  readonly id: string
  readonly label: string
  /** Other words that find it as well: its group, its keys. */
  readonly also: string
}

/**
 * What fits the typed words, the best first: a name that begins with them before one with words that do, before one
 * that has them inside, before one whose words begin with their letters ("np": Next Part). All words must fit. Among
 * equals what was used last comes first, then the shorter name: more of it was typed. Case and accents make no difference.
 * @param recent ids, the last used first
 */
export function rankChoices<T extends Rankable>(
  query: string,
  choices: readonly T[],
  recent: readonly string[],
): readonly T[] {
  const whole = plain(query).trim()
  const words = whole.split(/\s+/u).filter((word) => word !== '')
  const age = (id: string) => {
    const at = recent.indexOf(id)
    return at < 0 ? recent.length : at
  }
  return choices
    .map((choice) => ({
      choice,
      score: scoreOf(choice, words, whole),
      age: age(choice.id),
      // Without a word nothing of a name was typed, and all stay in their order.
      length: words.length === 0 ? 0 : choice.label.length,
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.age - b.age || a.length - b.length)
    .map(({ choice }) => choice)
}

/** 0: it does not fit. */
function scoreOf({ label, also }: Rankable, words: readonly string[], whole: string): number {
  if (words.length === 0) return 1
  const name = plain(label)
  const all = `${name} ${plain(also)}`
  let score = name.startsWith(whole) ? ALL_OF_IT : 0
  for (const word of words) {
    const one = Math.max(wordScore(name, word), wordScore(all, word) / 2)
    if (one === 0) return 0
    score += one
  }
  return score / words.length
}

// Far enough apart that a better kind of fit counts more than one word among several.
const ALL_OF_IT = 16
const WORD = 8
const INSIDE = 4
const INITIALS = 2

function wordScore(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at >= 0) return startsWord(text, word) ? WORD : INSIDE
  return word.length > 1 && hasInitials(text, word, 0) ? INITIALS : 0
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return true
  }
  return false
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
}

/** Each letter begins a word or follows the one before it. */
function hasInitials(text: string, letters: string, from: number): boolean {
  if (letters === '') return true
  const rest = letters.slice(1)
  for (
    let at = text.indexOf(letters.charAt(0), from);
    at >= 0;
    at = text.indexOf(letters.charAt(0), at + 1)
  ) {
    const fits = isWordStart(text, at) || (at === from && from > 0)
    if (fits && hasInitials(text, rest, at + 1)) return true
  }
  return false
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
