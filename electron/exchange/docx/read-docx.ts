import type { ImportedSet } from '../../../shared/exchange/imported.ts'
import type { StoryFailure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { fromHast } from '../../../shared/story/from-hast.ts'
import type { Story } from '../../../shared/story/story.ts'
import { cleanPackage } from './clean-package.ts'
import { commentMarks } from './comment-marks.ts'
import { noFindings } from './findings.ts'
import { type EmbeddedImage, storyPictures } from './images.ts'
import { type DocxParts, readParts } from './parts.ts'
import { Points, placesOf } from './points.ts'
import { Refused } from './refused.ts'
import type { Collected } from './rewrite.ts'
import { tidyTree, withoutPoints, withSigns } from './tidy-tree.ts'
import { toHtml } from './to-html.ts'
import { commentWarnings, storyWarnings } from './warnings.ts'
import { readWordComments } from './word-comments.ts'

export type { EmbeddedImage }

/** A Word document as a story, with what lies in it beside the text. */
export interface DocxStory {
  readonly story: Story
  /** Each once, in the order of the text. */
  readonly images: readonly EmbeddedImage[]
  /** Word's comments; positions are UTF-16 units of the story text. */
  readonly comments: ImportedSet
}

/**
 * Reader `docx/1`: the text of a Word document (.docx, ECMA-376) with headings, lists, quotations, links, emphasis,
 * tables, notes, pictures and captions, as it reads when all tracked changes are accepted. The text doesn't depend
 * on comments. What could not be carried over is named in the story's warnings, never dropped in silence.
 * @param bytes of the whole file
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<Result<DocxStory, StoryFailure>> {
  try {
    return await readAll(name, readParts(name, bytes))
  } catch (error) {
    if (error instanceof Refused) return err(error.failure)
    throw error
  }
}

async function readAll(name: string, parts: DocxParts): Promise<Result<DocxStory, StoryFailure>> {
  const collected: Collected = { points: new Points(), findings: noFindings(), words: new Map() }
  const clean = cleanPackage(parts, collected)
  const converted = await toHtml(clean).catch(() => null)
  const tree = converted === null ? null : tidyTree(converted.html)
  if (converted === null || tree === null) {
    return err({ kind: 'word-damaged', file: name, part: parts.document.name })
  }
  const { images, ...rest } = fromHast(withoutPoints(tree)).finish()
  const pictures = storyPictures(images, clean.pictures, parts.bytesOf)
  const story: Story = {
    name,
    format: 'docx',
    reader: 'docx/1',
    ...rest,
    images: pictures.images,
    meta: {},
    hardWrapped: false,
    warnings: storyWarnings(collected.findings, pictures, parts.headersAndFooters, converted.messages),
  }
  const comments = readWordComments(parts)
  const before = placesOf(fromHast(withSigns(tree)).finish().text, story.text)
  const found = commentMarks(comments, story, { points: collected.points, before, words: collected.words })
  const warnings = commentWarnings(found, comments.filter(({ hasMore }) => hasMore).length)
  return ok({ story, images: pictures.embedded, comments: { marks: found.marks, warnings } })
}
