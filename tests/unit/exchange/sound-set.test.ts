import { describe, expect, it } from 'vitest'
import { soundSet } from '../../../shared/exchange/sound-set.ts'
import type { IsoTime } from '../../../shared/units.ts'
import { imported, importedSet, words } from '../../helpers/imported-marks.ts'

const sound = (more: Parameters<typeof imported>[2]) =>
  soundSet(importedSet([imported('1', words('mayor'), more)]))

/** An object in an object, so many times. */
function nested(depth: number): unknown {
  return depth === 0 ? 1 : { in: nested(depth - 1) }
}

describe('what comes in', () => {
  it('is cut to what could also be typed, and says so', () => {
    const { marks, warnings } = sound({
      author: `  Ana\u00a0\n Ruiz ${'x'.repeat(300)}`,
      tag: `${'y'.repeat(199)}👍`,
      note: 'n'.repeat(100_001),
      fields: { source: 'aides', empty: '', ['z'.repeat(201)]: 'long', '': 'nameless' },
    })
    expect(marks[0]?.author).toMatch(/^Ana Ruiz x+$/)
    expect([marks[0]?.author?.length, marks[0]?.tag.length, marks[0]?.note.length]).toEqual([
      200, 199, 100_000,
    ])
    expect(marks[0]?.fields).toEqual({ source: 'aides' })
    expect(warnings).toEqual([
      '1 notes were longer than 100000 characters and were cut there.',
      '2 fields had a name or a value that is too long, or none, and were left out.',
    ])
  })

  it('has times that are times, and authors that have a name', () => {
    const { marks } = sound({
      author: ' ',
      created: 'yesterday' as IsoTime,
      modified: '2026-13-40T99:00:00Z' as IsoTime,
    })
    expect(marks[0]).toMatchObject({ author: null, created: null, modified: null })
  })

  it('carries nothing along that would make the sidecar unreadable', () => {
    const carried = {
      brat: { type: 'Claim' },
      deep: nested(40),
      odd: JSON.parse('{ "__proto__": { "x": 1 } }'),
      maker: { constructor: 'x' },
      huge: JSON.parse('[1e999]'),
    }
    const { marks, warnings } = soundSet(importedSet([imported('1', words('a'), { carried })], { carried }))
    expect(marks[0]?.carried).toEqual({ brat: { type: 'Claim' } })
    expect(warnings).toEqual(['8 pieces of data that Galley only carries along could not be kept.'])
  })
})
