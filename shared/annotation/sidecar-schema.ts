import * as z from 'zod'

/**
 * The saved form of one writer's annotations on one story: a W3C Web Annotation collection
 * (https://www.w3.org/TR/annotation-model/). Objects are loose: members that we do not know are carried through.
 */

/** Rises only when an older Galley would lose or misread something; a newer one opens read-only. */
export const SIDECAR_FORMAT = 1

export const SIDECAR_CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { galley: 'urn:galley:ns#' }] as const

export const urnPattern = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const sha256Pattern = /^[0-9a-f]{64}$/
/** RFC 3339; kept as written. */
export const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

const urn = z.string().regex(urnPattern)
const sha256 = z.string().regex(sha256Pattern)
const time = z.string().regex(timePattern)
const revision = z.int().positive()
/** Code points of the story text. */
const codePoint = z.int().nonnegative()

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
const quoteSelector = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})

/** https://www.w3.org/TR/annotation-model/#text-position-selector, in code points, end exclusive. */
const positionSelector = z.looseObject({
  type: z.literal('TextPositionSelector'),
  start: codePoint,
  end: codePoint,
})

/** `classifying`: the tag; `commenting`: the note; `describing` with `galley:field`: a field. Others are carried. */
const body = z.looseObject({
  type: z.string(),
  purpose: z.string().optional(),
  value: z.string().optional(),
  'galley:field': z.string().optional(),
})

const target = z.looseObject({
  source: z.string(),
  /** Hash of the story text that this place was made on. */
  'galley:text': sha256,
  /**
   * How often the place was written anew since a person last confirmed it there: the same words in an edited
   * text. Absent: never. Of two such places of one version the one that moved more often counts.
   */
  'galley:moves': z.int().positive().optional(),
  /** Exactly these two, in this order. */
  selector: z.tuple([quoteSelector, positionSelector]),
})

/** The words that a person last confirmed, and the hash of the sentences they stood in. */
const confirmed = z.looseObject({ 'galley:exact': z.string(), 'galley:sentenceSha256': sha256 })

const motivation = z.union([z.string(), z.array(z.string())])

/** A mark. */
export const itemSchema = z.looseObject({
  id: urn,
  type: z.literal('Annotation'),
  motivation,
  creator: urn,
  created: time,
  modified: time,
  'galley:revision': revision,
  body: z.array(body),
  target,
  'galley:confirmed': confirmed,
  /** The device that made this version, where it is not the sidecar's own. */
  'galley:device': urn.optional(),
  /**
   * Other versions with the same revision: whole bodies, largest writer first. Galley writes their target,
   * confirmed words and times too; what one doesn't say is as in the item.
   */
  'galley:alternatives': z
    .array(
      z.looseObject({
        'galley:device': urn,
        body: z.array(body),
        motivation: motivation.optional(),
        creator: urn.optional(),
        created: time.optional(),
        modified: time.optional(),
        target: target.optional(),
        'galley:confirmed': confirmed.optional(),
      }),
    )
    .optional(),
})
export type SidecarItem = z.infer<typeof itemSchema>

const tombstone = z.looseObject({ 'galley:id': urn, 'galley:revision': revision, 'galley:at': time })
/** What is left of a deleted annotation. Never expires: an old copy of a file must not bring it back. */
export type Tombstone = z.infer<typeof tombstone>

const adopted = z.looseObject({ 'galley:file': z.string().min(1), 'galley:collection': urn })
/** A colleague's sidecar that was made for the story under an earlier name: its file name (NFC) and its id. */
export type Adopted = z.infer<typeof adopted>

export const sidecarSchema = z.looseObject({
  '@context': z.unknown(),
  id: urn,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  'galley:format': z.int().positive(),
  'galley:device': urn,
  'galley:story': z.looseObject({
    'galley:name': z.string(),
    'galley:reader': z.string(),
    'galley:fileSha256': sha256,
    'galley:textSha256': sha256,
    'galley:textLength': codePoint,
  }),
  creator: z.looseObject({ id: urn, type: z.literal('Person'), name: z.string() }),
  /** Sidecars in the same folder that are read for this story though they name another; never written to. */
  'galley:adopts': z.array(adopted).optional(),
  total: z.int().nonnegative(),
  first: z.looseObject({
    id: urn,
    type: z.literal('AnnotationPage'),
    partOf: urn,
    startIndex: z.literal(0),
    /** Marks, and items of kinds that this Galley does not know (carried through unchanged). */
    items: z.array(z.looseObject({ id: z.string(), type: z.string() })),
  }),
  'galley:deleted': z.array(tombstone),
})
/** A sidecar as it stands in the file. `first.items` holds {@link SidecarItem}s and items of unknown kinds. */
export type Sidecar = z.infer<typeof sidecarSchema>
