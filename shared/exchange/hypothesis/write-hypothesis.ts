import { describeSpan } from '../../anchor/describe.ts'
import type { PublicAnnotation } from '../../annotation/annotation.ts'
import { annotatorName, chosenAnnotations, type ReportInput } from '../../report/report-input.ts'
import { answersTo } from '../../review/answers-to.ts'
import type { Reply } from '../../review/reply.ts'
import { CodePointIndex } from '../../story/code-points.ts'
import { isJsonObject, type JsonObject, listOf, memberOf, textOf } from '../input.ts'
import { lossesOf } from '../losses.ts'
import { type Made, stemOf } from '../made.ts'

/**
 * The chosen annotations and the answers to them as a file that the sidebar of Hypothesis takes in ("Import"). Of each
 * it keeps the target, tags, text, address and document, and makes whoever imports it their author; so the tag is a
 * plain tag and the author's name stands in the file for people only.
 *
 * The address is the one that the story says it was published at, else `urn:galley:story:<sha256>`: Hypothesis shows an
 * annotation where the page that is open has its address.
 */
export function hypothesisExport(input: ReportInput): Made {
  const annotations = chosenAnnotations(input)
  const points = new CodePointIndex(input.story.text)
  const replies = input.choice.notes
    ? answersTo(
        annotations.map(({ id }) => id),
        input.replies,
      )
    : []
  const uri = addressOf(input)
  const references = ancestorsOf(annotations, replies)
  const rows = [
    ...annotations.map((annotation) => rowOf(input, annotation, uri, points)),
    ...replies.map((reply) => answerRow(input, reply, uri, references.get(reply.id) ?? [])),
  ]
  const file = {
    export_date: input.made,
    export_userid: '',
    client_version: `Galley ${input.galleyVersion}`,
    annotations: rows,
  }
  const name = `${stemOf(input.story.name)}.hypothesis.json`
  const losses = lossesOf(['fields', 'confirmed-words', 'alternatives'], annotations, input)
  return {
    name,
    files: [{ name, mediaType: 'application/json', content: `${JSON.stringify(file, null, 2)}\n` }],
    leftOut: losses.list(),
  }
}

/** The story's own address, where its facts say one. */
function addressOf({ story, textSha256 }: Pick<ReportInput, 'story' | 'textSha256'>): string {
  const said = ['canonical', 'url', 'link'].map((name) => story.meta[name] ?? '')
  return said.find((one) => /^https?:\/\/\S+$/.test(one)) ?? `urn:galley:story:${textSha256}`
}

function rowOf(
  input: ReportInput,
  annotation: PublicAnnotation,
  address: string,
  points: CodePointIndex,
): JsonObject {
  const kept = keptOf(annotation)
  const uri = textOf(memberOf(kept, 'uri')) || address
  const isTagSame = textOf(memberOf(kept, 'tag')) === annotation.tag
  // The tag that it came with stays a tag beside the one that a person chose for it.
  const came = isTagSame ? [] : [textOf(memberOf(kept, 'tag'))]
  const tags = [annotation.tag, ...came, ...listOf(memberOf(kept, 'tags')).map(textOf)]
  return {
    id: textOf(memberOf(kept, 'id')) || plainId(annotation.id),
    created: annotation.created,
    updated: annotation.modified,
    ...userOf(annotatorName(input, annotation)),
    uri,
    text: annotation.note,
    tags: [...new Set(tags)].filter((tag) => tag !== ''),
    group: textOf(memberOf(kept, 'group')) || '__world__',
    references: [],
    target: [{ source: uri, selector: selectorsOf(input.story.text, annotation, points, kept) }],
    document: memberOf(kept, 'document') ?? { title: [input.story.name] },
  }
}

function answerRow(input: ReportInput, reply: Reply, uri: string, references: readonly string[]): JsonObject {
  const name = input.layers.find((layer) => layer.annotator === reply.creator)?.name ?? reply.creator
  return {
    id: plainId(reply.id),
    created: reply.created,
    updated: reply.modified,
    ...userOf(name),
    uri,
    text: reply.note,
    tags: reply.verdict === null ? [] : [reply.verdict],
    group: '__world__',
    references,
    target: [{ source: uri }],
    document: { title: [input.story.name] },
  }
}

/** Ids of what each reply answers, from the annotation down, as Hypothesis lists them. */
function ancestorsOf(
  annotations: readonly PublicAnnotation[],
  replies: readonly Reply[],
): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string>(
    annotations.map((one) => [one.id, textOf(memberOf(keptOf(one), 'id')) || plainId(one.id)]),
  )
  const above = new Map<string, string>(replies.map(({ id, to }) => [id, to]))
  return new Map(
    replies.map(({ id }) => {
      const chain: string[] = []
      for (let at = above.get(id); at !== undefined && chain.length <= replies.length; at = above.get(at)) {
        chain.unshift(rows.get(at) ?? plainId(at))
      }
      return [id, chain]
    }),
  )
}

/** Words with their surroundings, and UTF-16 offsets; the words as confirmed where they were not found. */
function selectorsOf(
  text: string,
  { span, quote, prefix, suffix }: PublicAnnotation,
  points: CodePointIndex,
  kept: JsonObject,
): readonly unknown[] {
  // Ranges of elements hold only in the page that they were made in, and there they help.
  const ranges = listOf(memberOf(kept, 'selectors')).filter(
    (one) => isJsonObject(one) && !/^Text/.test(textOf(one.type)),
  )
  if (span === null) return [...ranges, { type: 'TextQuoteSelector', exact: quote, prefix, suffix }]
  const anchor = describeSpan(text, span, points)
  return [
    ...ranges,
    { type: 'TextPositionSelector', start: span.start, end: span.end },
    { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
  ]
}

function keptOf({ carried }: PublicAnnotation): JsonObject {
  const kept = carried === undefined ? undefined : memberOf(carried, 'hypothesis')
  return isJsonObject(kept) ? kept : {}
}

/** Account names have no spaces; the name itself stands beside. */
function userOf(name: string): JsonObject {
  const account = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '_')
  return { user: `acct:${account}@galley.invalid`, user_info: { display_name: name } }
}

/** `urn:uuid:…` without what is the same in all. */
function plainId(id: string): string {
  return id.replace(/^urn:uuid:/, '')
}
