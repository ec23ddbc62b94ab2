import type {
  Annotation,
  Content,
  Fields,
  PrivatePart,
  PublicAnnotation,
  PublicContent,
} from './annotation.ts'

/** Nothing is private. */
export const NOTHING_PRIVATE: PrivatePart = { note: null, fields: {} }

/** A part of a content that can be private: the note, or the field with this id. */
export type PartName = { readonly kind: 'note' } | { readonly kind: 'field'; readonly field: string }

/** The content as everybody who reads the folder may have it. */
export function publicOf({ tag, note, fields }: Content): PublicContent {
  return { tag, note, fields }
}

/** The annotations as they may leave Galley; those that have nothing private stay the same objects. */
export function withoutPrivate(annotations: readonly Annotation[]): readonly PublicAnnotation[] {
  return annotations.map(bare)
}

function bare(annotation: Annotation): PublicAnnotation {
  const { private: part, ...rest } = annotation
  return part === undefined ? (annotation as PublicAnnotation) : rest
}

/** The content with another private part; one of nothing is none. */
export function withPrivate<C extends Content>(content: C, { note, fields }: PrivatePart): C {
  const { private: _before, ...rest } = content
  if (note === null && Object.keys(fields).length === 0) return rest as C
  return { ...(rest as C), private: { note, fields } }
}

/** Do two private parts say the same? */
export function samePrivate(a: PrivatePart = NOTHING_PRIVATE, b: PrivatePart = NOTHING_PRIVATE): boolean {
  if (a === b) return true
  const names = Object.keys(a.fields)
  return (
    a.note === b.note &&
    names.length === Object.keys(b.fields).length &&
    names.every((name) => Object.hasOwn(b.fields, name) && a.fields[name] === b.fields[name])
  )
}

/** Is the part kept private, be it that nothing stands there yet? */
export function isPrivate({ private: part }: Pick<Content, 'private'>, name: PartName): boolean {
  if (part === undefined) return false
  return name.kind === 'note' ? part.note !== null : Object.hasOwn(part.fields, name.field)
}

/** Is anything written that this person keeps private? */
export function hasPrivateWords({ private: part }: Pick<Content, 'private'>): boolean {
  if (part === undefined) return false
  return (part.note ?? '') !== '' || Object.values(part.fields).some((value) => value !== '')
}

/** All that the person reads as the note: the one for everybody, then their own. Empty: there is none. */
export function noteOf({ note, private: part }: Pick<Content, 'note' | 'private'>): string {
  return joined(note, part?.note ?? '')
}

/** What stands in a part for everybody, and what stands there in private. */
export function wordsIn(content: Content, name: PartName): { readonly desk: string; readonly own: string } {
  const part = content.private ?? NOTHING_PRIVATE
  if (name.kind === 'note') return { desk: content.note, own: part.note ?? '' }
  return { desk: valueIn(content.fields, name.field), own: valueIn(part.fields, name.field) }
}

/** Keeps a part private from now on, or shows it to everybody who reads the folder. Its words go along. */
export function movePart(content: Content, name: PartName, to: 'private' | 'desk'): Content {
  const part = content.private ?? NOTHING_PRIVATE
  const { desk, own } = wordsIn(content, name)
  // Two of one part can be there after a change on another computer: none of them is lost.
  if (name.kind === 'note') {
    const words = joined(desk, own)
    return to === 'private'
      ? withPrivate({ ...content, note: '' }, { ...part, note: words })
      : withPrivate({ ...content, note: words }, { ...part, note: null })
  }
  const words = desk === own ? desk : [desk, own].filter((value) => value !== '').join('; ')
  const [others, ownOthers] = [without(content.fields, name.field), without(part.fields, name.field)]
  const written = { [name.field]: words }
  return to === 'private'
    ? withPrivate({ ...content, fields: others }, { ...part, fields: { ...ownOthers, ...written } })
    : withPrivate(
        { ...content, fields: words === '' ? others : { ...others, ...written } },
        { ...part, fields: ownOthers },
      )
}

/** Writes a part where it is kept: a private one stays private. */
export function writePart(content: Content, name: PartName, words: string): Content {
  const { private: part } = content
  if (part === undefined || !isPrivate(content, name)) {
    if (name.kind === 'note') return { ...content, note: words }
    const others = without(content.fields, name.field)
    return { ...content, fields: words === '' ? others : { ...others, [name.field]: words } }
  }
  if (name.kind === 'note') return withPrivate(content, { ...part, note: words })
  return withPrivate(content, { ...part, fields: { ...part.fields, [name.field]: words } })
}

function joined(desk: string, own: string): string {
  return desk === own ? desk : [desk, own].filter((words) => words !== '').join('\n\n')
}

function valueIn(fields: Fields, field: string): string {
  return Object.hasOwn(fields, field) ? (fields[field] ?? '') : ''
}

function without(fields: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field))
}
