import { isSameSecret } from './secrets.ts'

/**
 * The codes of launch addresses. A code stands in an address's fragment, which browsers never send, and is
 * exchanged once for a token. It may be seen by others (a process list, a screen), so it opens one window only,
 * and a second use of it ends what the first one opened: one of the two was not this person (as RFC 6749
 * §4.1.2 asks of authorization codes).
 */
export interface SessionCodes {
  /** A new code. It lives {@link CODE_LIFE} until its first use. */
  issue(): string
  /** Exchanges a code. Anything that was never issued kills all codes that are still waiting. */
  redeem(given: string): Redemption
}

/** `code` names the code without telling it. */
export type Redemption =
  | { readonly kind: 'redeemed'; readonly code: number }
  | { readonly kind: 'used'; readonly code: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' }

/** Milliseconds: time enough to read an address off a terminal and type it, little for anyone else. */
export const CODE_LIFE = 10 * 60_000

// How many codes are remembered, so that an old address can be told from a guess.
const REMEMBERED = 200

interface Code {
  readonly id: number
  readonly secret: string
  readonly issued: number
  state: 'waiting' | 'used' | 'burnt'
}

/** `clock`: milliseconds, only ever growing. */
export function createSessionCodes(deps: { clock(): number; newSecret(): string }): SessionCodes {
  const codes: Code[] = []
  let next = 1

  return {
    issue() {
      const code: Code = { id: next++, secret: deps.newSecret(), issued: deps.clock(), state: 'waiting' }
      codes.push(code)
      if (codes.length > REMEMBERED) codes.shift()
      return code.secret
    },
    redeem(given) {
      // Every secret is compared, found or not, so that the time tells nothing.
      const [found] = codes.filter((code) => isSameSecret(given, code.secret))
      if (found === undefined) {
        for (const code of codes) if (code.state === 'waiting') code.state = 'burnt'
        return { kind: 'unknown' }
      }
      if (found.state === 'used') return { kind: 'used', code: found.id }
      if (found.state === 'burnt' || deps.clock() - found.issued >= CODE_LIFE) return { kind: 'expired' }
      found.state = 'used'
      return { kind: 'redeemed', code: found.id }
    },
  }
}
