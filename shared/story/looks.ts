import { columnsOf } from './lines.ts'

/**
 * What a line of a story looks like to a newsroom's eye. Rules over characters for English, Arabic, Hebrew, Chinese
 * and Japanese; a line that fits none is a paragraph. They decide how a block is styled and whether it counts as
 * body, never what its text is.
 */

/** Longer than this is not a headline. */
const LONGEST_HEADLINE = 160
const LONGEST_HEADING = 80
const LONGEST_LABEL = 60
const LONGEST_BYLINE = 120
const LONGEST_DATELINE = 80
/** A caption with its credit; a paragraph that only mentions "Image: …" somewhere is longer. */
const LONGEST_CAPTION = 400

const bullet = /^[ \t]*[-*•–·▪‣◦][ \t\u00a0]+(?=\S)/u
const quoteSign = /^[ \t]*(?:>[ \t]?)+/u
const ruleLine = /^[ \t]*(?:([-=*_~#•·—])[ \t]*)(?:\1[ \t]*){2,}$/u

/** A list item in plain text: `-`, `*`, `•`, `–` and their like, then a blank. */
export function isItem(line: string): boolean {
  return bullet.test(line)
}

/** A quoted line: `>`. */
export function isQuote(line: string): boolean {
  return quoteSign.test(line)
}

/** How many `>` a quoted line starts with. */
export function quoteDepth(line: string): number {
  return (quoteSign.exec(line)?.[0].match(/>/g) ?? []).length
}

/** UTF-16 length of the bullet or `>` signs that a line starts with, their blanks included. */
export function signLength(line: string): number {
  const quote = quoteSign.exec(line)?.[0].length ?? 0
  return quote + (bullet.exec(line.slice(quote))?.[0].length ?? 0)
}

/** A line drawn with signs: `* * *`, `-----`, `# # #`. */
export function isRule(line: string): boolean {
  return ruleLine.test(line)
}

/** Ends as a sentence does, so it is no headline and no heading. */
const endsLikeText = /[.。।۔,;:，；：،؛]["'”’»)」』）]*$/u
const startsLikeTitle = /^["'“‘«„「『(（[]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u

export function isHeadline(text: string): boolean {
  const line = text.trim()
  return line.length <= LONGEST_HEADLINE && !endsLikeText.test(line)
}

/** Heading within the story: a short line that starts like a title and does not end like a sentence. */
export function isHeading(text: string): boolean {
  const line = text.trim()
  return (
    line.length <= LONGEST_HEADING &&
    startsLikeTitle.test(line) &&
    !endsLikeText.test(line) &&
    !/[!?！？؟…]["'”’»)」』）]*$|["”’»」』]$/u.test(line)
  )
}

/** A short line that opens a section: "Why it matters:". */
export function isLabel(text: string): boolean {
  const line = text.trim()
  return line.length <= LONGEST_LABEL && /^["'“«]?[\p{L}\p{N}][^.!?。！？؟]*[:：]$/u.test(line)
}

const opening = /^([\p{Lu}\p{Lt}\p{Lo}][^\s:：]*(?:[ \t][^\s:：]+){0,3}[:：])[ \t\n]+(?!["“„«‘「『])/u
const reports = /(?:^|\s)(?:sa(?:id|ys?)|told|asks?|asked|adds?|added|wrote|writes?|replied|tweeted):$/u

/**
 * UTF-16 length of a label that a paragraph starts with, its colon included: "Why it matters: The …". 0: none.
 * At most four words; "She said: …" and a colon before a quotation are speech, not labels.
 */
export function openingLabelLength(text: string): number {
  const label = opening.exec(text)?.[1] ?? ''
  const plain = label.length <= LONGEST_LABEL && !/[.!?,;。！？؟،]/u.test(label.slice(0, -1))
  return plain && !reports.test(label) ? label.length : 0
}

const bylines = [
  /^(?:by|words by|story by|text by|von|par|por)[ \t]+\p{Lu}/iu,
  /^(?:بقلم|كتب|كتبت|إعداد)[ \t]*[:：]?[ \t]*\p{L}/u,
  /^מאת[ \t]*[:：]?[ \t]*\p{L}/u,
  /^(?:作者|记者|記者|文|撰文)[ \t]*[:：/／][ \t]*\p{L}/u,
]

/** "By Jane Doe and John Roe". Only at the head of a story: elsewhere it may be running text. */
export function isByline(text: string): boolean {
  const line = text.trim()
  if (line.length > LONGEST_BYLINE || endsLikeText.test(line) || /\d/u.test(line)) return false
  // `i` is for BY and By alone: the name itself has to start with a capital.
  return (
    bylines.some((pattern) => pattern.test(line)) &&
    !/^\p{L}+[ \t]+\p{Ll}/u.test(line.replace(/^\S+ by/iu, 'By'))
  )
}

const months = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?',
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'januar|februar|märz|mai|juni|juli|oktober|dezember',
  'يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
  'ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)',
].join('|')
const namedDate = new RegExp(
  `(?<!\\p{L})(?:\\d{1,2}(?:st|nd|rd|th|\\.)?[ \\t]+(?:of[ \\t]+)?(?:${months})|(?:${months})\\.?[ \\t]+\\d{1,2})(?![\\p{L}\\d])`,
  'iu',
)
const numberedDate = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}年\d{1,2}月\d{1,2}日/u
/** A place in capitals, perhaps the service in brackets, then a dash and nothing more. */
const placeAlone = /^\p{Lu}[\p{Lu} \t.,'’-]+(?:\([^)]{1,40}\))?[ \t]*[–—-]+$/u
/** Words of a date line beside the date: weekday, place, service. */
const MOST_WORDS = 9

/** A date, perhaps with weekday and place, and nothing else: "Nov 20, 2026 – City". */
export function isDateline(text: string): boolean {
  const line = latinDigits(text.trim())
  if (line.length > LONGEST_DATELINE) return false
  if (placeAlone.test(line)) return true
  if (!/^[\p{L}\d(]/u.test(line) || /[.!?。،؛]$/u.test(line) || line.split(/\s+/u).length > MOST_WORDS)
    return false
  const date = namedDate.exec(line) ?? numberedDate.exec(line)
  return date !== null && isAround(line, date.index, date.index + date[0].length)
}

/** What stands beside the date is a name, a year or a time, not a sentence with words in lower case. */
function isAround(line: string, start: number, end: number): boolean {
  const rest = `${line.slice(0, start)} ${line.slice(end)}`
  return !/(?<![\p{L}\p{N}])(?!(?:at|of|in|the|and|de|um|le|am|pm|a\.m|p\.m|updated|published)(?!\p{L}))\p{Ll}{2,}/u.test(
    rest,
  )
}

/** Arabic-Indic and Persian digits as 0–9. */
function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

const before = String.raw`(?:^|[.!?)\]"”’。）|–—-][ \t]*|[(（[][ \t]*)`
const credits = [
  new RegExp(
    `${before}(?:file[ \\t]+)?(?:photos?|photographs?|images?|pictures?|credits?|foto|bild)(?:[ \\t]+(?:credit|courtesy))?[ \\t]*[:：]`,
    'iu',
  ),
  new RegExp(
    `${before}(?:[A-Z]{2,5}[ \\t]+)?(?:file[ \\t]+)?(?:photos?|photographs?|images?|pictures?)[ \\t]+(?:by|from|courtesy)[ \\t]`,
    'iu',
  ),
  /[(（](?:[A-Z]{2,5}[ \t]+)?(?:file[ \t]+)?(?:photo|image)[/ \t][^)）]*[)）]/iu,
  /(?:^|[^\p{L}])(?:تصوير|الصورة|صورة|الصور)[ \t]*[:：/]|[.؟!،([][ \t]*تصوير[ \t]|^تصوير[ \t][^.]{1,40}$/u,
  /(?:^|[^\p{L}])צילו(?:ם|מים)[ \t]*[:：/]|[([]צילו(?:ם|מים)[ \t]/u,
  /(?:写真|撮影)(?:提供)?[ \t]*[:：/／]/u,
  /(?:图|圖|图片|圖片|供图|供圖|摄|攝|摄影|攝影)[ \t]*[:：/／]|^[图圖][为為]|[\p{Script=Han}\p{L}][ \t]*(?:摄|攝|供图|供圖)[）)】]?[。]?$/u,
]

/** Carries a photo credit: "Photo:", "(Photo by …)", "Credit:", الصورة:, צילום:, 摄. */
export function isCaption(text: string): boolean {
  const line = text.trim()
  return columnsOf(line) <= LONGEST_CAPTION && credits.some((pattern) => pattern.test(line))
}
