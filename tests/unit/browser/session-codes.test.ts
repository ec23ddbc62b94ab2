import { describe, expect, it } from 'vitest'
import { CODE_LIFE, createSessionCodes, type SessionCodes } from '../../../electron/browser/session-codes.ts'

/** Codes `a`, `b`, `c`… and a clock that stands until it is moved. */
function codes(): SessionCodes & { now: number } {
  const time = { now: 0 }
  let issued = 0
  return Object.assign(
    time,
    createSessionCodes({ clock: () => time.now, newSecret: () => 'abcdefgh'.charAt(issued++) }),
  )
}

describe('a launch code', () => {
  it('is good for one use', () => {
    const launch = codes()
    expect(launch.issue()).toBe('a')
    expect(launch.redeem('a')).toEqual({ kind: 'redeemed', code: 1 })
    expect(launch.redeem('a')).toEqual({ kind: 'used', code: 1 })
    expect(launch.redeem('a')).toEqual({ kind: 'used', code: 1 })
  })

  it.each([
    { age: CODE_LIFE - 1, kind: 'redeemed' },
    { age: CODE_LIFE, kind: 'expired' },
  ])('is $kind at an age of $age ms', ({ age, kind }) => {
    const launch = codes()
    launch.issue()
    launch.now = age
    expect(launch.redeem('a').kind).toBe(kind)
  })

  it('stays good beside others', () => {
    const launch = codes()
    launch.issue()
    launch.issue()
    expect(launch.redeem('b')).toEqual({ kind: 'redeemed', code: 2 })
    expect(launch.redeem('a')).toEqual({ kind: 'redeemed', code: 1 })
  })

  it('is burnt by a guess, with all that wait; later ones are not', () => {
    const launch = codes()
    launch.issue()
    launch.issue()
    expect(launch.redeem('x')).toEqual({ kind: 'unknown' })
    expect([launch.redeem('a').kind, launch.redeem('b').kind]).toEqual(['expired', 'expired'])
    expect(launch.redeem(launch.issue()).kind).toBe('redeemed')
  })

  it('is not burnt by an address of before', () => {
    const launch = codes()
    launch.issue()
    launch.redeem('a')
    launch.issue()
    launch.redeem('a')
    expect(launch.redeem('b').kind).toBe('redeemed')
  })

  it('is known as used after its life has ended', () => {
    const launch = codes()
    launch.issue()
    launch.redeem('a')
    launch.now = CODE_LIFE * 2
    expect(launch.redeem('a')).toEqual({ kind: 'used', code: 1 })
  })
})
