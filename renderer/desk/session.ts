import type { SessionRefusal, SessionReply } from '../../shared/desk/session.ts'
import { err, type Result, unreachable } from '../../shared/result.ts'

/** What the page has of the browser around it. */
export interface Page {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
  /** Lives as long as the tab, so that a reload needs no fresh address. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly fetch: typeof fetch
}

/** Why this page cannot reach a desk. */
export type NoSession = SessionRefusal | 'no-code' | 'unreachable'

const KEY = 'galley.token'

/**
 * Gets the token that calls carry: for the code in the address, which is taken off at once, else for the token
 * of before a reload.
 */
export async function startSession(page: Page): Promise<Result<string, NoSession>> {
  const code = /^#code=([\w-]+)$/.exec(page.location.hash)?.[1]
  if (page.location.hash !== '') {
    page.history.replaceState(null, '', page.location.pathname + page.location.search)
  }
  const before = page.storage.getItem(KEY)
  if (code === undefined && before === null) return err('no-code')
  const reply = code === undefined ? await ask(page, {}, before) : await ask(page, { code }, null)
  if (reply.ok) {
    page.storage.setItem(KEY, reply.value.token)
    return { ok: true, value: reply.value.token }
  }
  // A token that the server does not know stays unknown; without an answer it may still be good.
  if (reply.error === 'ended') page.storage.removeItem(KEY)
  return reply
}

async function ask(
  page: Page,
  body: object,
  token: string | null,
): Promise<SessionReply | Result<never, 'unreachable'>> {
  try {
    const response = await page.fetch('/api/session', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    return await response.json()
  } catch {
    return err('unreachable')
  }
}

/** What to say to a person whose page has no session. */
export function noSessionSentence(reason: NoSession): string {
  const fresh = 'Press Enter in the terminal where Galley runs, and open the address that it prints.'
  switch (reason) {
    case 'no-code':
      return `This address does not open a window by itself. ${fresh}`
    case 'used':
      return `This address was already used, and each one opens a single window. ${fresh} If it was not you who used it, end Galley there with Ctrl-C.`
    case 'expired':
      return `This address is no longer valid. ${fresh}`
    case 'unknown':
      return `This address is not one of this Galley. ${fresh}`
    case 'ended':
      return `The Galley that this window belonged to has ended; what was saved is beside the story. Start Galley again, or, if it runs, press Enter in its terminal and open the address that it prints.`
    case 'unreachable':
      return 'Galley does not answer. It may have been ended: start it again.'
    default:
      return unreachable(reason)
  }
}
