import { commentTag, findTag, type Tag } from '../tags.ts'
import type { TagId } from '../units.ts'

/** What a word of another program becomes. */
export interface TagChoice {
  /** As the file has it; empty: marks that say no kind. */
  readonly word: string
  readonly tag: TagId
  /** The tag is one of the story's scheme; else the word is kept as a tag of its own. */
  readonly known: boolean
}

/** Longest id that is made from a word. */
const LONGEST = 64

/**
 * Words that other programs and newsrooms use for Galley's own tags, in the form of {@link plain}. Only those that
 * leave no doubt: what is not here is kept as its own tag, and the person says what it means.
 */
const synonyms: Readonly<Record<string, string>> = {
  claim: 'fact',
  factualclaim: 'fact',
  checkableclaim: 'fact',
  statement: 'fact',
  facts: 'fact',
  opinion: 'assessment',
  judgement: 'assessment',
  judgment: 'assessment',
  evaluation: 'assessment',
  interpretation: 'assessment',
  forecast: 'assessment',
  source: 'attribution',
  sources: 'attribution',
  sourcing: 'attribution',
  attributedto: 'attribution',
  cue: 'attribution',
  quote: 'attribution',
  quotation: 'attribution',
  caption: 'photo-caption',
  imagecaption: 'photo-caption',
  picturecaption: 'photo-caption',
  cutline: 'photo-caption',
  credit: 'photo-caption',
  photocredit: 'photo-caption',
}

/**
 * The table that a person is offered: each word by its id, its label (case, blanks, hyphens and underscores make no
 * difference), or a known synonym; else kept as a tag of its own.
 */
export function proposeTags(words: Iterable<string>, tags: readonly Tag[]): readonly TagChoice[] {
  return [...new Set(words)].map((word) => {
    const tag = known(word, tags)
    return tag === undefined ? { word, tag: ownTag(word), known: false } : { word, tag: tag.id, known: true }
  })
}

/** The id under which a word is kept that no tag of the scheme stands for: small letters, digits and hyphens. */
export function ownTag(word: string): TagId {
  const slug = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const cut = [...slug].slice(0, LONGEST).join('').replace(/-$/, '')
  if (cut !== '') return cut as TagId
  return word.trim() === '' ? commentTag : ('unnamed' as TagId)
}

function known(word: string, tags: readonly Tag[]): Tag | undefined {
  const wanted = plain(word)
  if (wanted === '') return undefined
  const synonym = Object.hasOwn(synonyms, wanted) ? synonyms[wanted] : undefined
  return (
    findTag(tags, word) ??
    tags.find(({ id }) => plain(id) === wanted) ??
    tags.find(({ label, shortLabel }) => plain(label) === wanted || plain(shortLabel) === wanted) ??
    (synonym === undefined ? undefined : findTag(tags, synonym))
  )
}

/** Letters and digits, small. */
function plain(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}
