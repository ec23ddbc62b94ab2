import type { Result } from '../result.ts'

/**
 * Reply of the browser host to a page that asks for a session with the code of its address, or with the token it
 * had before.
 */
export type SessionReply = Result<{ readonly token: string }, SessionRefusal>

/**
 * `used`: somebody opened this address before; `expired`: nobody did for ten minutes, or a wrong code was tried
 * meanwhile; `unknown`: no such code; `ended`: the token is not, or no longer, one of this server's.
 */
export type SessionRefusal = 'used' | 'expired' | 'unknown' | 'ended'
