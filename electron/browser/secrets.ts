import { randomBytes, timingSafeEqual } from 'node:crypto'

/** A fresh secret: 256 random bits, 43 characters that need no escaping in a URL or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its time how much of the guess was right; secrets all have one length. */
export function isSameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}
