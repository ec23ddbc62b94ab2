import { describe, expect, it } from 'vitest'
import { Pace } from '../../../renderer/editor/pace.ts'

/** Keys at these moments, in milliseconds. */
function pressedAt(...keys: readonly number[]): Pace {
  const pace = new Pace()
  for (const key of keys) pace.moved(key)
  return pace
}

describe('what nobody looks at yet', () => {
  it('comes at once when nothing was pressed, and after a single key', () => {
    expect(pressedAt().wait(0, 0, false)).toBe(0)
    expect(pressedAt(1000).wait(1005, 1000, false)).toBe(0)
  })

  it('comes at once between keys of a slow hand', () => {
    expect(pressedAt(1000, 1300, 1600).wait(1605, 1600, false)).toBe(0)
  })

  it('waits until a held key is let go', () => {
    const held = pressedAt(1000, 1033, 1066)
    expect(held.wait(1070, 1066, true)).toBe(56)
    held.moved(1099)
    expect(held.wait(1126, 1066, true)).toBe(33)
    expect(held.wait(1159, 1066, true)).toBe(0)
  })

  it('waits for a frame without a key where frames are slow', () => {
    const slow = pressedAt(1000, 1100, 1200)
    expect(slow.wait(1290, 1200, false)).toBe(1)
    expect(slow.wait(1300, 1200, true)).toBe(0)
    expect(slow.wait(2200, 1200, false)).toBe(0)
  })

  it('does not wait for ever', () => {
    const keys = Array.from({ length: 40 }, (_, at) => 1000 + 33 * at)
    const held = pressedAt(...keys)
    expect(held.wait(2290, 1310, true)).toBe(20)
    expect(held.wait(2320, 1310, true)).toBe(0)
  })

  it('waits as long as the story runs by', () => {
    const pages = new Pace()
    for (let at = 1000; at <= 9000; at += 33) pages.runsBy(at)
    expect(pages.wait(9010, 1000, true)).toBeGreaterThan(0)
    expect(pages.wait(9060, 1000, true)).toBe(0)
  })
})
