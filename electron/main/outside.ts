/** What Electron says of a page that wants another window; see `HandlerDetails`. */
interface Wish {
  readonly url: string
  readonly disposition: string
}

/**
 * Is this a link that a person followed on purpose, and may the system's browser or mail program have it? Only the
 * links that a card draws ask for a tab in the foreground; one in a story, pressed with Ctrl or the middle button,
 * asks for one in the background and leads nowhere.
 */
export function leadsOutside({ url, disposition }: Wish): boolean {
  return disposition === 'foreground-tab' && /^(?:https?:\/\/|mailto:)/i.test(url) && URL.canParse(url)
}
