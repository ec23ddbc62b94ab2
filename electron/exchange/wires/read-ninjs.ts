import type { StoryFailure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Story } from '../../../shared/story/story.ts'
import { readJson } from '../../../shared/tags/json-text.ts'
import { lineOf } from '../../../shared/tags/line-of.ts'
import { assembled, type Piece } from './assemble.ts'
import { type Fields, firstText, isFields, textOf } from './json-value.ts'
import { ninjsBody } from './ninjs-body.ts'
import { ninjsMeta } from './ninjs-meta.ts'
import { associationsOf, pictureOf, type WirePicture } from './ninjs-pictures.ts'
import { mainText, textsOf, type WireText } from './ninjs-texts.ts'
import { hiddenPictures, otherMedia, statusWarning } from './wire-warnings.ts'

/**
 * Reader `ninjs/1`: a story of a wire in IPTC's ninjs 1, 2 or 3. Headline, byline, where it comes from, the body
 * (HTML before plain text) and its pictures with caption and credit, where the body shows them or behind it; the
 * rest that a desk asks for is in `meta`.
 * @param raw the decoded file, its byte order mark taken off
 */
export function readNinjs(name: string, raw: string): Result<Story, StoryFailure> {
  let item: unknown
  try {
    item = JSON.parse(raw)
  } catch {
    const fault = readJson(raw)
    const at = fault.ok ? { line: 0, column: 0 } : lineOf(raw, fault.error.at)
    return err({ kind: 'wire-broken', file: name, what: 'JSON', line: at.line, column: at.column })
  }
  const detail = whyNot(item)
  if (!isFields(item) || detail !== null) return err({ kind: 'not-ninjs', file: name, detail: detail ?? '' })
  return ok(storyOf(name, item))
}

/** Why a value is no story in ninjs, a phrase that goes on; null: it is one. */
function whyNot(value: unknown): string | null {
  if (Array.isArray(value)) return 'it is a list'
  if (!isFields(value)) return 'it is a single value'
  if ('@context' in value) return 'it is JSON-LD'
  const hasText =
    textsOf(value, 'headline', 'headlines').length > 0 || textsOf(value, 'body', 'bodies').length > 0
  if (!hasText && textOf(value.type) !== 'picture') return 'it has neither a headline nor a body'
  return null
}

function storyOf(name: string, item: Fields): Story {
  const headlines = textsOf(item, 'headline', 'headlines')
  const headline = mainText(headlines)
  const associations = associationsOf(item)
  const pictures =
    textOf(item.type) === 'picture' ? [pictureOf(item), ...associations.pictures] : associations.pictures
  const body = ninjsBody(textsOf(item, 'body', 'bodies'), pictures)
  const pieces: Piece[] = [
    { kind: 'headline', text: headline?.value ?? '', level: 1 },
    ...headlines.filter(isSecond).map(({ value }): Piece => ({ kind: 'heading', text: value, level: 2 })),
    { kind: 'byline', text: firstText(item, 'byline', 'by') },
    { kind: 'dateline', text: firstText(item, 'dateline', 'located') },
    { kind: 'body', nodes: body.nodes },
    ...body.rest.flatMap(picturePieces),
  ]
  return {
    name,
    format: 'ninjs',
    reader: 'ninjs/1',
    ...assembled(pieces),
    meta: ninjsMeta(item),
    hardWrapped: false,
    warnings: [
      ...statusWarning(firstText(item, 'pubStatus', 'pubstatus')),
      ...(body.isTangled
        ? ['The HTML of this story is too tangled to read, so its plain text is shown.']
        : []),
      ...otherMedia([...body.others, ...associations.others]),
      ...hiddenPictures(pictures),
    ],
  }
}

/** A line under the headline; shorter or other versions of it are for other uses. */
function isSecond({ role }: WireText): boolean {
  return /^(?:sub|deck|secondary)/i.test(role)
}

function picturePieces({ source, alternative, caption, credit }: WirePicture): readonly Piece[] {
  return [
    { kind: 'picture', source, alternative },
    { kind: 'caption', text: caption },
    { kind: 'caption', text: caption.includes(credit) ? '' : credit },
  ]
}
