import { allOf, textIn } from '../xml/walk-xml.ts'
import type { CommentMarks } from './comment-marks.ts'
import type { Findings } from './findings.ts'
import type { StoryPictures } from './images.ts'
import { mammothWarnings } from './mammoth-words.ts'
import type { XmlPart } from './parts.ts'

/** Everything that a document holds and its story does not, one sentence each. */
export function storyWarnings(
  findings: Findings,
  pictures: StoryPictures,
  headersAndFooters: readonly XmlPart[],
  messages: readonly string[],
): readonly string[] {
  return [
    changes(findings),
    headers(headersAndFooters),
    counted(findings.equations, 'equation is', 'equations are', 'shown as plain characters.'),
    counted(findings.charts, 'chart was', 'charts were', 'left out.'),
    counted(findings.diagrams, 'diagram (SmartArt) was', 'diagrams (SmartArt) were', 'left out.'),
    counted(findings.objects, 'embedded file was', 'embedded files were', 'left out.'),
    counted(
      findings.chunks,
      'piece of another document, which Word would take in here, was',
      'pieces of other documents, which Word would take in here, were',
      'left out.',
    ),
    counted(findings.hidden, 'piece of hidden text was', 'pieces of hidden text were', 'left out.'),
    counted(
      pictures.unshown,
      'picture is missing in the document or of a kind that',
      'pictures are missing in the document or of a kind that',
      'can’t be shown here.',
    ),
    counted(
      pictures.elsewhere,
      'picture is not in the document but on',
      'pictures are not in the document but on',
      'another computer, and can’t be shown.',
    ),
    ...mammothWarnings(messages),
  ].filter((sentence) => sentence !== '')
}

/** What became of comments that could not be placed as they were. */
export function commentWarnings(
  { atPoint, quoteOnly, loose }: CommentMarks,
  withMore: number,
): readonly string[] {
  return [
    counted(
      atPoint,
      'comment stands at a point of the text in Word and is',
      'comments stand at points of the text in Word and are',
      'shown on the word before.',
    ),
    counted(
      quoteOnly,
      'comment could not be placed, because the words that it stands on in Word are',
      'comments could not be placed, because the words that they stand on in Word are',
      'not in the story (deleted ones, for instance).',
    ),
    counted(
      loose,
      'comment is not tied to any words in Word and is',
      'comments are not tied to any words in Word and are',
      'shown at the beginning.',
    ),
    counted(
      withMore,
      'comment holds a picture or a table, of which',
      'comments hold a picture or a table, of which',
      'only the text was taken.',
    ),
  ].filter((sentence) => sentence !== '')
}

/** "1 chart was left out."; empty for none. */
export function counted(count: number, one: string, many: string, rest: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many} ${rest}`
}

function changes({ insertions, deletions, moves }: Findings): string {
  const counts = [
    [insertions, 'insertion'],
    [deletions, 'deletion'],
    [moves, 'move'],
  ] as const
  const named = counts.filter(([count]) => count > 0).map(([n, one]) => `${n} ${one}${n === 1 ? '' : 's'}`)
  if (named.length === 0) return ''
  return `The document has tracked changes (${named.join(', ')}). The story shows it as if all were accepted.`
}

/** UTF-16 units of a header that are named. */
const LONGEST_HEADER = 60

function headers(parts: readonly XmlPart[]): string {
  const texts = parts.map(({ root }) =>
    allOf(root, 'w:p')
      .map((paragraph) => allOf(paragraph, 'w:t').map(textIn).join(''))
      .join(' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  // Page numbers are no loss.
  const worth = [...new Set(texts.filter((text) => /\p{L}{3}/u.test(text)))]
  const named = worth.map(
    (text) => `“${text.length > LONGEST_HEADER ? `${text.slice(0, LONGEST_HEADER)}…` : text}”`,
  )
  return named.length === 0
    ? ''
    : `What stands at the top and foot of the pages was left out: ${named.join(', ')}.`
}
