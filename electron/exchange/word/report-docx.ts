import {
  commentIdToParaId,
  Document,
  Footer,
  type ICommentOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { type Made, stemOf } from '../../../shared/exchange/made.ts'
import { dateAndTime } from '../../../shared/report/plain-words.ts'
import { layersInUse, type ReportInput } from '../../../shared/report/report-input.ts'
import { directionOf } from '../../../shared/story/direction.ts'
import { xmlLine } from '../xml-text.ts'
import { storyBlocks } from './blocks.ts'
import { typographyOf } from './languages.ts'
import { Lists } from './lists.ts'
import { settledParts } from './parts.ts'
import { textRuns } from './runs.ts'
import { rangeEnds, rangeStarts, StoryInline } from './story-inline.ts'
import { STYLE, stylesOf } from './styles.ts'
import { type Thread, threadsOf } from './threads.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Twentieths of a point from the left border of the text to its right one: A4 with the library's margins. */
const RIGHT_BORDER = 9026

/**
 * The story as a Word document with its layout, each annotation a comment on its words, each answer an answer. What
 * was not found in the story stands after it. The same input gives the same parts.
 * Source: ECMA-376 part 1, 17.13.4 (comments); [MS-DOCX] 2.5.1 (commentsExtended).
 */
export async function docxReport(input: ReportInput): Promise<Made> {
  const { story } = input
  const threads = threadsOf(input)
  const lists = new Lists()
  const blocks = storyBlocks(story, new StoryInline(story, threads), lists)
  const document = new Document({
    title: xmlLine(story.meta.title ?? headlineOf(input)),
    creator: 'Galley',
    lastModifiedBy: 'Galley',
    styles: stylesOf(typographyOf(story)),
    numbering: { config: lists.definitions },
    comments: { children: commentsOf(threads) },
    sections: [
      {
        footers: { default: footerOf(input) },
        children: [...blocks, ...lostMarks(threads)],
      },
    ],
  })
  const packed = await Packer.toBuffer(document)
  const name = `${stemOf(story.name)}.annotated.docx`
  return {
    name,
    files: [{ name, mediaType: MEDIA_TYPE, content: settledParts(packed, input.made) }],
    leftOut: [],
  }
}

function headlineOf({ story: { blocks, text, name } }: ReportInput): string {
  const headline = blocks.find(({ kind }) => kind === 'headline')
  return headline === undefined ? name : text.slice(headline.start, headline.end)
}

function commentsOf(threads: readonly Thread[]): readonly ICommentOptions[] {
  return threads.flatMap(({ comment, replies, isResolved }) =>
    [comment, ...replies].map((one) => ({
      id: one.id,
      author: one.author,
      initials: one.initials,
      date: one.date,
      children: one.lines.map(lineOfComment),
      // Only with a durable id does the library name a comment's last paragraph, to which everything else refers.
      durableId: commentIdToParaId(one.id),
      // Word shows a thread as resolved if all of it is.
      resolved: isResolved,
      ...(one === comment ? {} : { parentId: comment.id }),
    })),
  )
}

function lineOfComment(line: string): Paragraph {
  const words = line.replace(/^\[[^\]]*\] ?/, '')
  const direction = directionOf(words)
  return new Paragraph({
    style: STYLE.comment,
    ...(direction === 'rtl' ? { bidirectional: true } : {}),
    children: [...textRuns(line, direction)],
  })
}

/** Annotations whose words are not in the story; none: nothing. */
function lostMarks(threads: readonly Thread[]): readonly (Paragraph | Table)[] {
  const lost = threads.filter(({ annotation }) => annotation.span === null)
  if (lost.length === 0) return []
  return [
    new Paragraph({ style: STYLE.afterHeading, children: [new TextRun('Not found in the story')] }),
    ...lost.map((thread) => {
      const direction = directionOf(thread.annotation.quote)
      return new Paragraph({
        style: STYLE.after,
        ...(direction === 'rtl' ? { bidirectional: true } : {}),
        children: [
          ...rangeStarts(thread),
          ...textRuns(`“${thread.annotation.quote}”`, direction),
          ...rangeEnds(thread),
        ],
      })
    }),
  ]
}

function footerOf(input: ReportInput): Footer {
  const names = layersInUse(input).map(({ name }) => name)
  const words = [input.story.name, ...names, dateAndTime(input.made)].map(xmlLine).join(' · ')
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_BORDER }],
        children: [
          ...textRuns(words, 'ltr', { size: 16, color: '5F5A50' }),
          new TextRun({
            size: 16,
            color: '5F5A50',
            children: ['\t', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}
