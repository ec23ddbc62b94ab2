import { pick } from '../bench/random.ts'
import * as words from './news-words.ts'

/** A source of numbers 0 ≤ n < 1. */
export type Random = () => number

/** Makes prose of one language, word by word from the random numbers given. */
export interface Prose {
  readonly name: string
  /** What stands between two words. */
  readonly gap: string
  /** One sentence: its words with the punctuation that clings to them. */
  sentence(random: Random): readonly string[]
  /** One word without punctuation, as somebody might put it in another's place. */
  word(random: Random): string
}

/** News of an invented country: reports, attributions, quotations, figures and set phrases. */
export const english: Prose = {
  name: 'English',
  gap: ' ',
  sentence: (random) => capital(sentence(random)).split(' '),
  word: (random) => {
    const draw = random()
    if (draw < 0.3) return content(random, words.nouns)
    if (draw < 0.55) return content(random, words.verbs)
    if (draw < 0.75) return content(random, words.adjectives)
    if (draw < 0.85) return pick(random, words.adverbs)
    if (draw < 0.9) return pick(random, words.surnames)
    return draw < 0.95 ? whole(random, 2, 990) : pick(random, ['not', 'and', 'the', 'only', 'also', 'still'])
  },
}

function sentence(random: Random): string {
  const draw = random()
  if (draw < 0.16) return `“${capital(clause(random))},” ${source(random)} ${pick(random, words.reporting)}.`
  if (draw < 0.24) return `“${capital(clause(random))}.” ${capital(source(random))} ${told(random)}.`
  if (draw < 0.38) return `${source(random)} ${pick(random, words.reporting)} that ${clause(random)}.`
  if (draw < 0.48)
    return `${pick(random, words.openings)} ${clause(random)}, ${pick(random, words.boilerplate)}.`
  if (draw < 0.58) return `${clause(random)} — ${clause(random)}.`
  if (draw < 0.76) return `${clause(random)} ${pick(random, words.links)} ${clause(random)}.`
  if (draw < 0.84) return `${figure(random)}, ${pick(random, words.boilerplate)}.`
  return `${clause(random)}, ${pick(random, words.boilerplate)}.`
}

const told = (random: Random): string =>
  `${pick(random, words.verbs)} ${thing(random)} on ${pick(random, words.days)}`

function clause(random: Random): string {
  const draw = random()
  const subject = draw < 0.3 ? source(random) : thing(random)
  const how = random() < 0.2 ? `${pick(random, words.adverbs)} ` : ''
  const negated = random() < 0.06
  const verb = negated ? `had not ${content(random, words.verbs)}` : content(random, words.verbs)
  const where = random() < 0.5 ? ` ${circumstance(random)}` : ''
  return `${subject} ${how}${verb} ${thing(random)}${where}`
}

function thing(random: Random): string {
  const quality = random() < 0.55 ? `${content(random, words.adjectives)} ` : ''
  const plain = `${pick(random, words.determiners)} ${quality}${content(random, words.nouns)}`
  const draw = random()
  if (draw < 0.25) return `${plain} ${pick(random, words.prepositions)} the ${content(random, words.nouns)}`
  if (draw < 0.33) return `${pick(random, words.places)}’s ${content(random, words.nouns)}`
  return draw < 0.4 ? `${whole(random, 2, 900)} ${content(random, words.nouns)}s` : plain
}

function source(random: Random): string {
  const draw = random()
  if (draw < 0.45) return pick(random, words.bodies)
  const name = `${pick(random, words.firstNames)} ${pick(random, words.surnames)}`
  return draw < 0.75
    ? name
    : `${name}, the ${pick(random, words.adjectives)} ${content(random, words.nouns)},`
}

function circumstance(random: Random): string {
  const draw = random()
  if (draw < 0.3) return `on ${pick(random, words.days)}`
  if (draw < 0.45) return `on ${whole(random, 1, 28)} ${pick(random, words.months)}`
  if (draw < 0.7) return `in ${pick(random, words.places)}`
  return draw < 0.85
    ? `by ${whole(random, 1, 60)}.${whole(random, 1, 9)} percent`
    : `in ${whole(random, 1950, 2024)}`
}

const figure = (random: Random): string =>
  `${pick(random, words.bodies)} counted ${whole(random, 2, 98)},${whole(random, 100, 999)} ${pick(random, words.units)}`

/** Some words are on everybody's lips, most are rare: the square leans the choice to the head of the list. */
function content(random: Random, from: readonly string[]): string {
  return from[Math.floor(random() ** 1.6 * from.length)] ?? pick(random, from)
}

const whole = (random: Random, from: number, to: number): string =>
  String(from + Math.floor(random() * (to - from + 1)))

/** The first letter, after any opening quotation mark, as a capital. */
export const capital = (text: string): string =>
  text.replace(/^(\P{L}*)(\p{Ll})/u, (_, before: string, first: string) => before + first.toUpperCase())
