import type { TagField } from '../tags.ts'

// What a yes/no field holds.
const YES = 'yes'
const NO = 'no'

/** The address if a reader may follow it: http, https or mailto; else null. */
export function safeHref(href: string): string | null {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href) ? href : null
}

/** Why a field can't have this value, as a sentence that tells what fits; null: it can. An empty value clears it. */
export function fieldProblem({ id, kind, choices }: TagField, value: string): string | null {
  if (value === '') return null
  const listed = kind === 'yes-no' ? [YES, NO] : choices
  if ((kind === 'choice' || kind === 'yes-no') && !listed.includes(value)) {
    return `The field “${id}” can't be “${value}”. Choose one of: ${listed.join(', ')}.`
  }
  if (kind === 'link' && safeHref(value) === null) {
    return `The field “${id}” takes an address that begins with https://, http:// or mailto:, not “${value}”.`
  }
  return null
}
