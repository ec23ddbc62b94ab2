import { isPlaced, type PlacedPublic, type PublicAnnotation } from '../../annotation/annotation.ts'
import { annotatorName, chosenAnnotations, type ReportInput } from '../../report/report-input.ts'
import { labelledFields, tagsOf } from '../../report/report-tags.ts'
import { answersTo } from '../../review/answers-to.ts'
import type { Reply } from '../../review/reply.ts'
import { CodePointIndex } from '../../story/code-points.ts'
import { stemOf } from '../made.ts'
import { allowedText, element, type XmlElement, xmlDocument } from '../xml.ts'

/** A GUID of 32 hexadecimal digits in five groups, the same for the same name. `shared` has no hash to make one with. */
export type GuidOf = (name: string) => string

/** The XML of a project and what belongs with it. */
export interface Project {
  /** Content of `project.qde`. */
  readonly xml: string
  /** Name of the file with the story text, in the folder `sources`. */
  readonly source: string
  /** Annotations of which a note, a field or a name holds characters that XML forbids. */
  readonly replaced: number
}

/**
 * The story and the chosen annotations as a REFI-QDA project (version 1.5, https://www.qdasoftware.org): annotators are
 * users, tags are codes, annotations are coded selections of one plain text, their note and fields the description,
 * answers are notes. The order of elements is that of its schema, Project.xsd of 18 March 2019.
 *
 * Positions are those of "the first and the last character (Unicode codepoint)" (section 10.2): the end is inclusive.
 */
export function projectXml(input: ReportInput, guidOf: GuidOf): Project {
  const chosen = chosenAnnotations(input)
  const placed = chosen.filter(isPlaced)
  const replies = input.choice.notes
    ? answersTo(
        placed.map(({ id }) => id),
        input.replies,
      )
    : []
  const guids = new Guids(guidOf)
  const source = guids.named(`source ${input.textSha256}`)
  const points = new CodePointIndex(input.story.text)
  const tags = tagsOf(input.tags, placed)
  const users = usersOf(input, placed, replies)
  const selections = placed.map((annotation) =>
    selection(input, annotation, repliesUnder(annotation, replies), points, guids),
  )
  const root = element(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: stemOf(input.story.name),
      origin: `Galley ${input.galleyVersion}`,
      creatingUserGUID: users.length === 0 ? undefined : guids.of(users[0]?.id ?? ''),
      creationDateTime: input.made,
    },
    [
      ...some(
        'Users',
        users.map(({ id, name }) => element('User', { guid: guids.of(id), name })),
      ),
      element('CodeBook', {}, [
        element(
          'Codes',
          {},
          tags.map(({ id, label, light, description }) =>
            element(
              'Code',
              { guid: guids.code(id), name: label, isCodable: 'true', color: light },
              described(description),
            ),
          ),
        ),
      ]),
      element('Sources', {}, [
        element(
          'TextSource',
          { guid: source, name: input.story.name, plainTextPath: `internal://${source}.txt` },
          selections,
        ),
      ]),
      ...some(
        'Notes',
        replies.map((reply) => note(reply, guids)),
      ),
    ],
  )
  const texts = ({ note: said, fields }: PublicAnnotation): readonly string[] => [
    said,
    ...Object.values(fields),
  ]
  const replaced = placed.filter((one) => texts(one).some((text) => !allowedText(text).isSame)).length
  return { xml: xmlDocument(root), source: `${source}.txt`, replaced }
}

function selection(
  input: ReportInput,
  annotation: PlacedPublic,
  replies: readonly Reply[],
  points: CodePointIndex,
  guids: Guids,
): XmlElement {
  const { id, creator, created, modified, span, tag } = annotation
  const words = input.story.text.slice(span.start, span.end)
  const by = { creatingUser: guids.of(creator), creationDateTime: created }
  return element(
    'PlainTextSelection',
    {
      guid: guids.of(id),
      name: shortened(words),
      startPosition: String(points.toCodePoint(span.start)),
      endPosition: String(points.toCodePoint(span.end) - 1),
      ...by,
      modifyingUser: guids.of(creator),
      modifiedDateTime: modified,
    },
    [
      ...described(descriptionOf(input, annotation)),
      element('Coding', { guid: guids.named(`coding ${id}`), ...by }, [
        element('CodeRef', { targetGUID: guids.code(tag) }),
      ]),
      ...replies.map((reply) => element('NoteRef', { targetGUID: guids.of(reply.id) })),
    ],
  )
}

/** The note, then a line for each field. */
function descriptionOf({ tags }: ReportInput, { note: said, tag, fields }: PublicAnnotation): string {
  const lines = labelledFields(tags, tag, fields).map(({ label, value }) => `${label}: ${value}`)
  return [said, ...lines].filter((line) => line !== '').join('\n')
}

function note(reply: Reply, guids: Guids): XmlElement {
  const name = reply.verdict ?? 'reply'
  return element(
    'Note',
    {
      guid: guids.of(reply.id),
      name,
      creatingUser: guids.of(reply.creator),
      creationDateTime: reply.created,
      modifyingUser: guids.of(reply.creator),
      modifiedDateTime: reply.modified,
    },
    [element('PlainTextContent', {}, reply.note === '' ? name : reply.note)],
  )
}

function repliesUnder({ id }: PublicAnnotation, replies: readonly Reply[]): readonly Reply[] {
  return answersTo([id], replies)
}

/** The annotators of what is in the project, in the order of the layers, then other reviewers. */
function usersOf(
  input: ReportInput,
  placed: readonly PlacedPublic[],
  replies: readonly Reply[],
): readonly { readonly id: string; readonly name: string }[] {
  const users = new Map<string, string>()
  const used = new Set<string>([...placed, ...replies].map(({ creator }) => creator))
  for (const { annotator, name } of input.layers) if (used.has(annotator)) users.set(annotator, name)
  for (const one of placed) if (!users.has(one.creator)) users.set(one.creator, annotatorName(input, one))
  for (const { creator } of replies) if (!users.has(creator)) users.set(creator, creator)
  return [...users].map(([id, name]) => ({ id, name }))
}

// Long enough to know a passage by in a list.
const NAME_LENGTH = 80

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length > NAME_LENGTH ? `${letters.slice(0, NAME_LENGTH - 1).join('')}…` : line
}

function described(text: string): readonly XmlElement[] {
  return text === '' ? [] : [element('Description', {}, text)]
}

/** The schema wants at least one in a list, so none is no list. */
function some(name: string, content: readonly XmlElement[]): readonly XmlElement[] {
  return content.length === 0 ? [] : [element(name, {}, content)]
}

const UUID = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** GUIDs of what has an id, and of what has only a name. */
class Guids {
  readonly #guidOf: GuidOf

  constructor(guidOf: GuidOf) {
    this.#guidOf = guidOf
  }

  /** The id's own UUID, so that two exports name the same thing alike. */
  of(id: string): string {
    return UUID.exec(id)?.[1] ?? this.named(id)
  }

  code(tag: string): string {
    return this.named(`tag ${tag}`)
  }

  named(name: string): string {
    return this.#guidOf(`galley ${name}`)
  }
}
