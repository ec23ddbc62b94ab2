import { builtInTags, findTag, type Tag } from '../tags.ts'
import type { TagId } from '../units.ts'
import { type TagLook, tagLooks } from './looks.ts'
import type { TagDraft } from './read-tags.ts'

/**
 * Tags with everything that was left out of them, in the order of their keys. A key that was left out is the digit
 * of the tag's place in the list, or the first free one where another tag asked for that. A look that was left out
 * is that of the built-in tag with the same id, or the first look that nobody has.
 * @param drafts at most nine; no two with the same id or key
 */
export function fillIn(drafts: readonly TagDraft[]): readonly Tag[] {
  const keys = keysFor(drafts)
  const looks = looksFor(drafts)
  return drafts
    .map((draft, index) => {
      const { line = 'solid', light = '', dark = '' } = looks[index] ?? {}
      return {
        ...draft,
        id: draft.id as TagId,
        key: keys[index] ?? '',
        line: draft.line ?? line,
        light: draft.light ?? light,
        dark: draft.dark ?? dark,
      }
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

function keysFor(drafts: readonly TagDraft[]): readonly string[] {
  const asked = new Set(drafts.map(({ key }) => key))
  const place = drafts.map(({ key }, index) => key ?? (asked.has(`${index + 1}`) ? null : `${index + 1}`))
  const free = digits.filter((digit) => !place.includes(digit))
  return place.map((key) => key ?? free.shift() ?? '')
}

/** Who says all of its look needs none of ours, so that the others get the ones that are best told apart. */
function looksFor(drafts: readonly TagDraft[]): readonly (TagLook | undefined)[] {
  const needs = drafts.map(({ line, light }) => line === null || light === null)
  const own = drafts.map(({ id }, index) => (needs[index] ? findTag(builtInTags, id) : undefined))
  const free = tagLooks.filter((look) => !own.some((taken) => taken?.light === look.light))
  return own.map((look, index) => look ?? (needs[index] ? free.shift() : undefined))
}
