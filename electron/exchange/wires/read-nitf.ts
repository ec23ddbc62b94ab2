import type { StoryFailure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { normaliseLineEnds } from '../../../shared/story/line-ends.ts'
import type { Story } from '../../../shared/story/story.ts'
import { DEEPEST, readXml, type Xml, type XmlProblem } from '../xml/read-xml.ts'
import { allOf, childOf, elementsOf, pathOf } from '../xml/walk-xml.ts'
import { assembled, type Piece } from './assemble.ts'
import { nitfMeta } from './nitf-meta.ts'
import { lineOf, lineUnder, nitfTree, type OtherMedia } from './nitf-tree.ts'
import { otherMedia, statusWarning } from './wire-warnings.ts'

/**
 * Reader `nitf/1`: a story of a wire in IPTC's NITF 3.x, also inside a NewsML envelope. Headlines, bylines, dateline,
 * the body with pictures, captions and credits, the tagline; `docdata` is in `meta`. A document type is ignored and
 * never fetched; one that declares entities is refused.
 * @param raw the decoded file, its byte order mark taken off
 */
export function readNitf(name: string, raw: string): Result<Story, StoryFailure> {
  const { text } = normaliseLineEnds(raw)
  const read = readXml(text, 'ignored')
  if (!read.ok) return err(failureOf(name, read.error))
  const root = read.value
  const nitf = root.name === 'nitf' ? root : allOf(root, 'nitf')[0]
  if (nitf === undefined) {
    return err({
      kind: 'not-nitf',
      file: name,
      detail: `its outermost element is <${root.name.replace('?:', '')}>`,
    })
  }
  const body = childOf(nitf, 'body')
  if (body === null) return err({ kind: 'not-nitf', file: name, detail: 'it has no body' })
  return ok(storyOf(name, nitf, body))
}

function failureOf(file: string, problem: XmlProblem): StoryFailure {
  switch (problem.kind) {
    case 'too-deep':
      return { kind: 'wire-too-deep', file, limit: DEEPEST }
    case 'doctype':
      return { kind: 'wire-entities', file }
    case 'broken':
      return { kind: 'wire-broken', file, what: 'XML', line: problem.line, column: problem.column }
  }
}

function storyOf(name: string, nitf: Xml, body: Xml): Story {
  const others: OtherMedia = []
  const head = childOf(body, 'body.head')
  const hedline = head === null ? null : childOf(head, 'hedline')
  const content = childOf(body, 'body.content')
  const end = childOf(body, 'body.end')
  const meta = nitfMeta(nitf)
  const pieces: Piece[] = [
    {
      kind: 'headline',
      text: lineUnder(hedline, 'hl1') || lineUnder(pathOf(nitf, 'head'), 'title'),
      level: 1,
    },
    ...named(hedline, 'hl2').map((line): Piece => ({ kind: 'heading', text: lineOf(line), level: 2 })),
    ...named(head, 'byline').map((line): Piece => ({ kind: 'byline', text: lineOf(line) })),
    { kind: 'dateline', text: lineUnder(head, 'dateline') },
    { kind: 'body', nodes: content === null ? [] : nitfTree(content, others) },
    { kind: 'body', nodes: end === null ? [] : nitfTree(end, others) },
  ]
  return {
    name,
    format: 'nitf',
    reader: 'nitf/1',
    ...assembled(pieces),
    meta,
    hardWrapped: false,
    warnings: [...statusWarning(meta.pubStatus ?? ''), ...otherMedia(others)],
  }
}

function named(node: Xml | null, name: string): readonly Xml[] {
  return node === null ? [] : elementsOf(node).filter((child) => child.name === name)
}
