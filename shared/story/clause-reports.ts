import { sayVerbs } from './clause-words.ts'

/**
 * Reporting phrases: where a sentence turns from what is told to who tells it. Patterns over characters; a `\n` of
 * wrapped copy is a blank like any other.
 */

/** "according to", at the start of what stands behind a comma or before it. */
const attribution =
  /^(?:according to|in the words of|selon|d[’']après|laut|nach Angaben|según|по словам|согласно)(?!\p{L})/iu
const attributionElsewhere =
  /^(?:[وف]?(?:بحسب|وفقا|وفق|حسب|طبقا|نقلا)(?!\p{L})|(?:לפי|לדברי|על[ \n]פי|כך[ \n](?:אמרה?|מסרה?|הודיעה?))(?!\p{L})|(?:据|根据|據|根據|按照))|(?:によると|によれば)$/u

/** Is a part of a sentence "according to a port authority official", in one of the languages? */
export function isAttribution(part: string): boolean {
  return attribution.test(part) || (elsewhere.test(part) && attributionElsewhere.test(bare(part)))
}

const firstWord = /^\p{L}+/u
const day = String.raw`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|(?:this|last)\s(?:week|month|year)|earlier|later`
const when = String.raw`(?:\s(?:(?:late|early)\s)?(?:on\s)?(?:${day}))?(?:\sin\s(?:a|an|the)\s\p{L}+)?`
const subjectAndVerb = new RegExp(
  String.raw`(?:^|\s)(?:(told)\s(?:\S+\s?){1,12}|(\p{Ll}+)${when}(?:\s(?:of|from|after|in|at|on|during)\s\S+(?:\s\S+){0,7})?)$`,
  'u',
)

const sayingElsewhere =
  /^(?:(?:אמרה?|אמרו|הוסיפה?|מסרה?|טענה?|ציינה?|הסבירה?)(?!\p{L})|说|表示|称|指出|と(?:述べ|話し|語っ|言っ|発表し|説明し))/u

/** Starts with a verb of speech: "said Mara Lind". */
export function startsWithSaying(part: string): boolean {
  const word = firstWord.exec(part)?.[0] ?? ''
  return sayVerbs.has(word) || sayingElsewhere.test(part)
}

const saidAtEndElsewhere =
  /(?:^|\s)[وف]?(?:ي|ت)?(?:قال|قالت|قول|ضيف|ضاف|ضافت|اضاف|اضافت|ذكر|ذكرت|اكد|اكدت|اوضح|اوضحت)(?:\s\S+){0,8}$|(?:אמרה?|אמרו|הוסיפה?|מסרה?|טענה?|ציינה?|הסבירה?)(?:\s\S+){0,5}$|(?:说|說|表示|称|稱|指出|透露|问|問|道)$|(?:述べた|話した|語った|言った|発表した|説明した|という)$/u

/** Names who says it and ends there: "two engineers briefed on the review said", "Lind told reporters on Friday". */
export function isSaying(part: string): boolean {
  const found = subjectAndVerb.exec(part.slice(-SAYING_REACH))
  if (found !== null && (found[1] !== undefined || sayVerbs.has(found[2] ?? ''))) {
    return part.split(/\s+/u).length <= LONGEST_SAYING
  }
  return elsewhere.test(part) && part.length <= LONGEST_SAYING * 6 && saidAtEndElsewhere.test(bare(part))
}

/** Longest reporting phrase in words, and how far before its end the verb may stand in UTF-16 units. */
const LONGEST_SAYING = 16
const SAYING_REACH = 120

/** Has letters of another script than the Latin one. */
const elsewhere = /[\u0370-\u1fff\u2c00-\uffff]/

/** Without vowel signs, and Arabic alef in one form: «وفقًا» and «أضاف» as they are typed without. */
function bare(part: string): string {
  return part.replace(/[\p{M}\u0640]/gu, '').replace(/[أإآ]/gu, 'ا')
}

const clauseStart = String.raw`(?:that|he|she|it|they|there|the|a|an|we|I|you|his|her|their|its|no|one|two|three|\d)`
const object = String.raw`(?!(?:to|of|about|by|in|at|on|from|it)\b)(?:(?:the|a|an|his|her|their|its|our|my)\s)?[\p{L}’'.-]+(?:\s(?!(?:that|he|she|it|they|there|the|a|an|we|I|at|in|on|by|to|of|about|this)\b)[\p{L}’'.-]+)?`
/** Verbs that need "that" behind them; after the others a clause may follow at once. */
const thatVerbs =
  'announced?s?|warn(?:ed|s)?|argue[ds]?|claim(?:ed|s)?|insist(?:ed|s)?|note[ds]?|report(?:ed|s)?|believe[ds]?|thinks?|thought|estimate[ds]?|expect(?:ed|s)?|confirm(?:ed|s)?|denie[ds]|deny|admit(?:ted|s)?|acknowledge[ds]?|stress(?:ed|es)?|suggest(?:ed|s)?|conclude[ds]?|found|shows?|showed|indicate[ds]?|predict(?:ed|s)?|fear(?:ed|s)?|wrote|writes|explain(?:ed|s)?|testified|allege[ds]?|maintain(?:ed|s)?|promise[ds]?|add(?:ed|s)?|recall(?:ed|s)?|caution(?:ed|s)?|state[ds]?'

/** The clause begins behind the match. Each is looked for only where the sentence has its key word. */
const keyed: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['sa', new RegExp(String.raw`\bsa(?:id|ys?)${when}\s(?=\S)`, 'gu')],
  ['add', new RegExp(String.raw`\badd(?:ed|s)${when}\s(?=\S)`, 'gu')],
  [
    'ed',
    new RegExp(
      String.raw`\b(?:informed|reminded|assured|warned)\s${object}${when}\s(?=${clauseStart}\b)`,
      'gu',
    ),
  ],
  ['told', new RegExp(String.raw`\btold\s${object}${when}\s(?=${clauseStart}\b)`, 'gu')],
  ['that', new RegExp(String.raw`\b(?:${thatVerbs})${when}\s(?=that\b)`, 'gu')],
  ['qu', /\b(?:a|ont)\s(?:déclaré|affirmé|indiqué|assuré|expliqué|annoncé|dit)\s(?=qu[e’'])/gu],
  ['que', /\b(?:dijo|dijeron|afirmó|señaló|anunció|aseguró|explicó)\s(?=que\b)/gu],
]
const inner = /(?<=\S\s)(?:according\sto|selon|según)(?=\s)/gu
const arabic =
  /(?:^|[\s«])[وف]?(?:[أا]?(?:قال|قالت|قالوا|ضاف|ضافت|علن|علنت|كد|كدت|وضح|وضحت|فاد|فادت|شار|شارت)|ذكر|ذكرت|صرح|صرحت|زعم|[يت](?:قول|رى|ؤكد|ضيف|توقع|عتقد|رجح))(?=\s)(?:\s[^\s،؛:.«»]+){0,14}?\s(?=ب?[أإا]نّ?(?:ه|ها|هم|هما|هن|نا|ني|ي)?(?:\s|$))/gu
const arabicInner = /(?<=\S\s)(?:بحسب|وفق|وفقا|وفقًا|وفقاً|حسب|طبقا|طبقًا|نقلا|نقلًا)(?=\s)/gu
const hebrew =
  /(?:^|[\s,])(?:אמרה?|אמרו|הוסיפה?|מסרה?|מסרו|הודיעה?|הודיעו|טענה?|טענו|ציינה?|הסבירה?|אישרה?|מעריכים|טוענים|אומרים|סבורים)(?=\s)(?:\s[^\s,;:.]+){0,12}?\s(?=כי\s)/gu
const hebrewInner = /(?<=\S\s)(?:לפי|לדברי)(?=\s)/gu
const chinese =
  /(?:[说說](?![明服法话話])|(?<![小学學传傳据據])[说說](?=[^明服法话話])|表示|指出|透露|强调|強調|宣布)(?=[\u3400-\u9fff])/gu
const chineseNot = /[小学學传傳据據演解听聽访訪没沒有不未][说說]$/u
const japanese =
  /(?<=[たるいだうん」』])と(?=[^、。「」\n]{0,20}?(?:述べ|話し|語っ|言っ|発表し|説明し|明らかにし|指摘し|強調し|みてい|笑っ))/gu

/** A place inside a sentence where a reporting phrase may begin or end. */
interface ReportBorder {
  readonly at: number
  /** `after-verb`: divides only where a subject stands before the verb, and what was said comes behind. */
  readonly kind: 'phrase' | 'after-verb'
}

/** Places without a sign of their own where reporting phrases meet what they report, in no order. */
export function reportBorders(sentence: string): readonly ReportBorder[] {
  const borders: ReportBorder[] = []
  const add = (pattern: RegExp, kind: ReportBorder['kind'], where: 'start' | 'end') => {
    for (const { 0: found, index } of sentence.matchAll(pattern)) {
      borders.push({ at: where === 'start' ? index : index + found.length, kind })
    }
  }
  if (/[A-Za-z]/.test(sentence)) {
    for (const [key, pattern] of keyed) if (sentence.includes(key)) add(pattern, 'after-verb', 'end')
    if (/according|selon|según/.test(sentence)) add(inner, 'phrase', 'start')
  }
  if (/[\u0620-\u064a]/.test(sentence)) {
    add(arabic, 'phrase', 'end')
    add(arabicInner, 'phrase', 'start')
  }
  if (/[\u05d0-\u05ea]/.test(sentence)) {
    add(hebrew, 'phrase', 'end')
    add(hebrewInner, 'phrase', 'start')
  }
  if (/[\u3040-\u30ff]/.test(sentence)) add(japanese, 'phrase', 'start')
  else if (/[\u3400-\u9fff]/.test(sentence)) addChinese(sentence, borders)
  return borders
}

/** 他说今天没有船: the verb ends the first clause, unless it is part of another word or its subject is too long. */
function addChinese(sentence: string, borders: ReportBorder[]): void {
  for (const { 0: found, index } of sentence.matchAll(chinese)) {
    const before = sentence.slice(Math.max(0, index - 24), index)
    if (
      chineseNot.test(before.slice(-1) + found) ||
      !/(?:^|[，。；：！？\s])[^，。；：、]{1,20}$/u.test(before)
    )
      continue
    borders.push({ at: index + found.length, kind: 'phrase' })
  }
}
