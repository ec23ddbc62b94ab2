import * as z from 'zod'
import { exportFormats, importFormats } from '../exchange/formats.ts'
import type { BlockKind } from '../story/story.ts'
import type { AnnotationId, AnnotatorId, Sha256, StoryId, TagId, TextOffset } from '../units.ts'
import type { AnnotationChange, Input, Method } from './contract.ts'
import { settingSchemas } from './settings-schema.ts'

// Limits that no person reaches and that keep a broken window from filling the disk.
const MAX_NOTE = 100_000
const MAX_NAME = 200
const MAX_CHANGES = 50_000
const MAX_TEXT = 20_000_000
const MAX_BLOCKS = 1_000_000
// Signs of base64: four for three bytes, of a file just over the limit, so that the desk says what is wrong.
const MAX_IMPORT = 72_000_000
// What a hostile file may call its authors and kinds is cut before it gets here; see `electron/exchange`.
const MAX_AUTHOR = 10_000
const MAX_AUTHORS = 10_000
const MAX_WORD = 10_000
const MAX_WORDS = 10_000

const storyId = z.string().max(64) as unknown as z.ZodType<StoryId>
const urn = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/)
const annotationId = urn as unknown as z.ZodType<AnnotationId>
const annotatorId = urn as unknown as z.ZodType<AnnotatorId>
const tagId = z.string().min(1).max(200) as unknown as z.ZodType<TagId>
const offset = z.int().nonnegative() as unknown as z.ZodType<TextOffset>
const sha256 = z.string().regex(/^[0-9a-f]{64}$/) as unknown as z.ZodType<Sha256>

const empty = z.strictObject({})
const note = z.string().max(MAX_NOTE)
const fields = z.record(z.string().max(200), note)
const content = z.strictObject({
  tag: tagId,
  note,
  fields,
  private: z.strictObject({ note: note.nullable(), fields }).exactOptional(),
})
const range = z.strictObject({ start: offset, end: offset })
const change: z.ZodType<AnnotationChange> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('put'),
    id: annotationId,
    content,
    span: range.nullable(),
    confirm: z.boolean().exactOptional(),
    quote: z.string().min(1).max(MAX_TEXT).exactOptional(),
    sentenceChanged: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('delete'), id: annotationId }),
])

const importFormat = z.enum(importFormats)
const blockKind = z.enum([
  ...['headline', 'heading', 'dateline', 'byline', 'label', 'paragraph', 'item', 'quote', 'caption'],
  ...['image', 'code', 'table-row', 'rule', 'blank'],
] as readonly BlockKind[])
const inlineKind = z.enum(['strong', 'emphasis', 'strike', 'code', 'link'])
const textToSave = {
  story: storyId,
  base: sha256,
  edited: z.strictObject({
    text: z.string().max(MAX_TEXT),
    blocks: z
      .array(
        z.strictObject({
          kind: blockKind,
          start: offset,
          end: offset,
          level: z.int().min(0).max(1000),
          marker: z.string().max(200),
        }),
      )
      .max(MAX_BLOCKS),
    marks: z
      .array(z.strictObject({ kind: inlineKind, start: offset, end: offset, href: z.string().max(10_000) }))
      .max(MAX_BLOCKS),
  }),
  places: z.array(z.strictObject({ id: annotationId, span: range.nullable() })).max(MAX_CHANGES),
}

/** One parser per method: a method without one does not compile. */
export const schemas: { readonly [M in Method]: z.ZodType<Input<M>> } = {
  begin: empty,
  nameAnnotator: z.strictObject({ name: z.string().max(10_000) }),
  changeSettings: z.strictObject({
    theme: settingSchemas.theme.exactOptional(),
    contrast: settingSchemas.contrast.exactOptional(),
    singleKeys: settingSchemas.singleKeys.exactOptional(),
    keys: settingSchemas.keys.exactOptional(),
    zoom: settingSchemas.zoom.exactOptional(),
    paper: settingSchemas.paper.exactOptional(),
    snap: settingSchemas.snap.exactOptional(),
    allMarks: settingSchemas.allMarks.exactOptional(),
    tagColours: settingSchemas.tagColours.exactOptional(),
    tags: settingSchemas.tags.exactOptional(),
  }),
  shareTags: z.strictObject({ story: storyId }),
  listStories: empty,
  chooseStory: empty,
  openStory: z.strictObject({
    story: storyId,
    soon: z.boolean().exactOptional(),
    wholePage: z.boolean().exactOptional(),
  }),
  cancelOpening: empty,
  showWholePage: z.strictObject({ story: storyId, whole: z.boolean() }),
  readMarks: z.strictObject({ story: storyId, from: z.int().nonnegative() }),
  openSample: empty,
  openDropped: z.strictObject({ path: z.string().min(1).max(4096) }),
  matchDropped: z.strictObject({ name: z.string().max(1024), size: z.int().nonnegative(), sha256 }),
  changeAnnotations: z.strictObject({
    story: storyId,
    text: sha256.exactOptional(),
    changes: z.array(change).max(MAX_CHANGES),
  }),
  settlePlaces: z.strictObject({ story: storyId }),
  saveText: z.strictObject(textToSave),
  keepBoth: z.strictObject({ ...textToSave, goOn: z.enum(['mine', 'disk']) }),
  adopt: z.strictObject({ story: storyId, files: z.array(z.string().min(1).max(1024)).max(1000) }),
  retrySave: z.strictObject({ story: storyId }),
  setAside: z.strictObject({ story: storyId, file: z.string().min(1).max(1024) }),
  answerIdentity: z.strictObject({ story: storyId, annotator: annotatorId, same: z.boolean() }),
  storyImage: z.strictObject({ story: storyId, source: z.string().min(1).max(MAX_TEXT) }),
  closeStory: z.strictObject({ story: storyId }),
  exportStory: z.strictObject({
    story: storyId,
    format: z.enum(exportFormats),
    layers: z.array(annotatorId).max(1000).nullable(),
    tags: z.array(tagId).max(1000).nullable(),
    notes: z.boolean(),
    compare: z.tuple([annotatorId, annotatorId]).nullable(),
  }),
  exportFolder: z.strictObject({
    story: storyId,
    formats: z.array(z.enum(exportFormats)).min(1).max(exportFormats.length),
    notes: z.boolean(),
  }),
  cancelExport: empty,
  readImport: z.strictObject({
    story: storyId,
    file: z
      .strictObject({
        name: z.string().min(1).max(1024),
        base64: z.string().max(MAX_IMPORT),
        companion: z.string().max(MAX_TEXT).exactOptional(),
      })
      .exactOptional(),
    format: importFormat.exactOptional(),
  }),
  cancelImport: empty,
  importMarks: z.strictObject({
    story: storyId,
    token: z.string().max(64),
    authors: z
      .array(
        z.strictObject({
          author: z.string().max(MAX_AUTHOR).nullable(),
          name: z.string().max(10_000),
          own: z.boolean().exactOptional(),
        }),
      )
      .max(MAX_AUTHORS),
    tags: z.array(z.strictObject({ word: z.string().max(MAX_WORD), tag: tagId })).max(MAX_WORDS),
    dry: z.boolean().exactOptional(),
  }),
  flushed: z.strictObject({ token: z.string().max(64), left: z.boolean().exactOptional() }),
}

/** Longest annotator name, in UTF-16 units. */
export const NAME_LIMIT = MAX_NAME
