import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import { MONOSPACE, type Typography } from './languages.ts'

/** Half points, as Word counts the size of letters. */
const BODY_SIZE = 22
const SMALL_SIZE = 18
/** Twentieths of a point. */
const AFTER = 140
const GREY = '5F5A50'
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, space: 4, color: 'A8A297' }

const HEADINGS = [34, 28, 25, 23, 22, 22] as const

/** Ids of our own paragraph styles; each is what it is called in Word's list of styles. */
export const STYLE = {
  dateline: 'Dateline',
  byline: 'Byline',
  label: 'Label',
  quote: 'Quote',
  caption: 'Caption',
  picture: 'Picture',
  code: 'Code',
  rule: 'Rule',
  blank: 'Blank',
  cell: 'TableText',
  comment: 'CommentText',
  /** The paragraphs after the story, which are not part of its text. */
  after: 'NotFound',
  afterHeading: 'NotFoundHeading',
} as const

export function stylesOf({ fonts, language }: Typography): IStylesOptions {
  const heading = (level: number) => ({
    run: { size: HEADINGS[level - 1] ?? BODY_SIZE, bold: true, color: '1D1B18' },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true, outlineLevel: level - 1 },
  })
  const paragraph = (id: string, name: string, more: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...more,
  })
  return {
    default: {
      document: {
        run: { font: fonts, size: BODY_SIZE, language },
        paragraph: { spacing: { after: AFTER, line: 288, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
      heading5: heading(5),
      heading6: heading(6),
    },
    paragraphStyles: [
      paragraph(STYLE.dateline, 'Dateline', { run: { color: GREY, size: SMALL_SIZE } }),
      paragraph(STYLE.byline, 'Byline', { run: { italics: true, color: GREY } }),
      paragraph(STYLE.label, 'Label', { run: { bold: true }, paragraph: { keepNext: true } }),
      paragraph(STYLE.quote, 'Quote', { run: { italics: true }, paragraph: { indent: { start: 480 } } }),
      paragraph(STYLE.caption, 'caption', { run: { color: GREY, size: SMALL_SIZE } }),
      paragraph(STYLE.picture, 'Picture', {
        run: { color: GREY, size: SMALL_SIZE },
        paragraph: {
          border: { top: HAIRLINE, bottom: HAIRLINE, left: HAIRLINE, right: HAIRLINE },
          keepNext: true,
        },
      }),
      paragraph(STYLE.code, 'Code', {
        run: { font: MONOSPACE, size: SMALL_SIZE },
        paragraph: { spacing: { after: 0, line: 240 } },
      }),
      paragraph(STYLE.rule, 'Rule', { paragraph: { border: { bottom: HAIRLINE } } }),
      // Empty lines of a plain text: half a line, since paragraphs stand apart anyway.
      paragraph(STYLE.blank, 'Blank', {
        paragraph: { spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } },
      }),
      paragraph(STYLE.cell, 'Table Text', { paragraph: { spacing: { after: 0 } } }),
      paragraph(STYLE.comment, 'annotation text', {
        run: { size: 20 },
        paragraph: { spacing: { after: 0 } },
      }),
      paragraph(STYLE.after, 'Not Found', {}),
      paragraph(STYLE.afterHeading, 'Not Found Heading', {
        run: { bold: true, size: HEADINGS[1] },
        paragraph: { border: { top: HAIRLINE }, spacing: { before: 480, after: 100 }, keepNext: true },
      }),
    ],
    characterStyles: [
      { id: 'CommentReference', name: 'annotation reference', run: { size: 16 } },
      { id: 'Hyperlink', name: 'Hyperlink', run: { color: '0B4F8A' } },
    ],
  }
}
