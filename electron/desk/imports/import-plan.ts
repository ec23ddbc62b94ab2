import { UNKNOWN_TEXT } from '../../../shared/anchor/place.ts'
import { makeItem } from '../../../shared/annotation/item.ts'
import type { Sidecar, SidecarItem } from '../../../shared/annotation/sidecar-schema.ts'
import type { ImportedOrphan } from '../../../shared/desk/contract-import.ts'
import type { ImportedMark } from '../../../shared/exchange/imported.ts'
import type { ImportedStanding } from '../../../shared/exchange/place-imported.ts'
import { writeReply } from '../../../shared/review/write-reply.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { AnnotationId, IsoTime, Sha256, TagId } from '../../../shared/units.ts'
import type { Writer } from '../../storage/sidecar-file.ts'
import { confirmedSentence, NO_SENTENCE } from '../confirmed-sentence.ts'
import { importedId, resolvedId } from './import-ids.ts'

export type AnyItem = Sidecar['first']['items'][number]

/** What is there already, in whosoever's sidecar. */
export interface Here {
  readonly live: ReadonlySet<string>
  readonly deleted: ReadonlySet<string>
}

export interface ImportInput {
  readonly format: string
  readonly marks: readonly ImportedMark[]
  /** Of each mark. */
  readonly standings: readonly ImportedStanding[]
  readonly story: Story
  readonly textSha256: Sha256
  /** Names the text that positions of orphans point into. */
  readonly foreignText: Sha256
  readonly here: Here
  readonly now: IsoTime
  writerOf(author: string | null): Writer
  tagOf(word: string): TagId
}

export interface ImportPlan {
  /** By annotator. */
  readonly layers: readonly { readonly writer: Writer; readonly items: readonly AnyItem[] }[]
  readonly placed: number
  readonly orphans: readonly ImportedOrphan[]
  readonly already: number
  readonly deleted: readonly { readonly quote: string }[]
  readonly replies: number
  /** Sentences. */
  readonly leftOut: readonly string[]
}

/** Works out what an import adds; nothing that is there is changed. */
export function planImport(input: ImportInput): ImportPlan {
  const items = new Map<string, { readonly writer: Writer; readonly items: AnyItem[] }>()
  const taken = new Set<string>()
  const orphans: ImportedOrphan[] = []
  const deleted: { readonly quote: string }[] = []
  const left = { nowhere: 0, twice: 0, lone: 0 }
  let [placed, already, replies] = [0, 0, 0]

  const ids = idsOf(input)
  /** False: it is there, was deleted here, or came twice. */
  const isNew = (id: AnnotationId, quote: string): boolean => {
    if (taken.has(id)) left.twice++
    else if (input.here.deleted.has(id)) deleted.push({ quote })
    else if (input.here.live.has(id)) already++
    else return true
    return false
  }
  const add = (writer: Writer, item: AnyItem) => {
    taken.add(item.id)
    const layer = items.get(writer.annotator)
    if (layer === undefined) items.set(writer.annotator, { writer, items: [item] })
    else layer.items.push(item)
  }

  for (const [at, mark] of input.marks.entries()) {
    const standing = input.standings[at]
    const id = ids.own[at]
    if (standing === undefined || id === undefined) continue
    const writer = input.writerOf(mark.author)
    if (mark.replyTo !== undefined) {
      const to = ids.byForeign.get(mark.replyTo)
      if (to === undefined) left.lone++
      else if (isNew(id, mark.note)) {
        add(writer, reply(mark, id, to, writer, input))
        replies++
      }
      continue
    }
    if (standing.kind === 'nowhere') {
      left.nowhere++
      continue
    }
    if (isNew(id, standing.anchor.exact)) {
      add(writer, item(mark, standing, id, writer, input))
      if (standing.kind === 'placed') placed++
      else orphans.push({ id, quote: standing.anchor.exact, annotator: writer.name })
    }
    const settled = resolvedId(id)
    if (mark.isResolved === true && !input.here.live.has(settled) && !input.here.deleted.has(settled)) {
      if (!taken.has(settled)) add(writer, resolved(mark, settled, id, writer, input))
    }
  }
  return { layers: [...items.values()], placed, orphans, already, deleted, replies, leftOut: sentences(left) }
}

/** Our id for each, and by the foreign one: an answer may come before what it answers. */
function idsOf({ marks, standings, format, story, writerOf }: ImportInput) {
  const byForeign = new Map<string, AnnotationId>()
  const own = marks.map((mark, at) => {
    const id = importedId(mark, { format, storyName: story.name, name: writerOf(mark.author).name })
    const isKept = mark.replyTo !== undefined || standings[at]?.kind !== 'nowhere'
    if (isKept && !byForeign.has(mark.id)) byForeign.set(mark.id, id)
    return id
  })
  return { own, byForeign }
}

function item(
  mark: ImportedMark,
  standing: Exclude<ImportedStanding, { kind: 'nowhere' }>,
  id: AnnotationId,
  { annotator }: Writer,
  { story, textSha256, foreignText, tagOf, now }: ImportInput,
): SidecarItem {
  const isPlaced = standing.kind === 'placed'
  const unplaced = !isPlaced && standing.hasPosition ? foreignText : UNKNOWN_TEXT
  const isSame = isPlaced && standing.confirmed === standing.anchor.exact
  const made = makeItem({
    id,
    creator: annotator,
    ...timesOf(mark, now),
    revision: 1,
    content: { tag: tagOf(mark.tag), note: mark.note, fields: mark.fields },
    anchor: standing.anchor,
    textSha256: isPlaced ? textSha256 : unplaced,
    sentenceSha256: isSame ? confirmedSentence(story, standing.span) : NO_SENTENCE,
    storyName: story.name,
    ...(isPlaced ? { confirmedExact: standing.confirmed } : {}),
  })
  return mark.carried === undefined ? made : { ...made, 'galley:carried': mark.carried }
}

function reply(
  mark: ImportedMark,
  id: AnnotationId,
  to: AnnotationId,
  { annotator }: Writer,
  { now }: ImportInput,
): AnyItem {
  const verdict = mark.verdict ?? (mark.isResolved === true ? 'resolved' : null)
  const made = writeReply({ id, creator: annotator, to, verdict, note: mark.note, ...timesOf(mark, now) })
  return mark.carried === undefined ? made : { ...made, 'galley:carried': mark.carried }
}

/** The file says that the thread is settled, not by whom; it is said in the name of who began it. */
function resolved(
  mark: ImportedMark,
  id: AnnotationId,
  to: AnnotationId,
  { annotator }: Writer,
  { now }: ImportInput,
): AnyItem {
  return writeReply({ id, creator: annotator, to, verdict: 'resolved', note: '', ...timesOf(mark, now) })
}

function timesOf({ created, modified }: ImportedMark, now: IsoTime) {
  return { created: created ?? modified ?? now, modified: modified ?? created ?? now }
}

function sentences(left: { readonly nowhere: number; readonly twice: number; readonly lone: number }) {
  const said = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`]
  return [
    ...said(
      left.nowhere,
      'annotation has neither words nor a position in this story.',
      'annotations have neither words nor a position in this story.',
    ),
    ...said(left.twice, 'annotation is in the file twice.', 'annotations are in the file twice.'),
    ...said(
      left.lone,
      'answer belongs to nothing that was taken in.',
      'answers belong to nothing that was taken in.',
    ),
  ]
}
