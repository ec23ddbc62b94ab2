import { isSafeHref } from '../../editor/schema.ts'

/** What a link field holds, as an address that may be followed: http, https or mailto; null: it is none. */
export function linkOf(value: string): string | null {
  const address = value.trim()
  return isSafeHref(address) ? address : null
}

// A host with a dot, then whatever: what people copy without its beginning.
const BARE = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[:/?#]\S*)?$/u

/** What was typed into a link field, to be kept: an address without its beginning gets `https://`. */
export function typedLink(text: string): string {
  const typed = text.trim()
  return BARE.test(typed) && !typed.includes('@') ? `https://${typed}` : typed
}

/** A link as it is shown: without what every address begins with. */
export function linkText(address: string): string {
  return address.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, '').replace(/\/$/, '')
}
