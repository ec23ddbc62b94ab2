import { describe, expect, it } from 'vitest'
import type { Clue } from '../../../shared/anchor/clue.ts'
import { pieceTogether } from '../../../shared/anchor/piece-together.ts'
import { codePoint } from '../../../shared/units.ts'

function clue(start: number, prefix: string, exact: string, suffix: string): Clue {
  const end = start + Array.from(exact).length
  return { prefix, exact, suffix, position: { start: codePoint(start), end: codePoint(end) } }
}

/** Of `The ferry sank 🌊 in fog near Ulm.` */
const ferry = clue(4, 'The ', 'ferry', ' sank')
const sank = clue(10, 'ferry ', 'sank 🌊', ' in')
const ulm = clue(29, 'near ', 'Ulm', '.')

describe('clues of a text that was not kept', () => {
  it('are put together where they overlap', () => {
    expect(pieceTogether([ferry, sank], '')).toBe('The ferry sank 🌊 in')
  })

  it('give the same text in any order', () => {
    expect(pieceTogether([ulm, sank, ferry], '')).toBe(pieceTogether([ferry, sank, ulm], ''))
  })

  it('stand where they stood, with one strange word for what is not known', () => {
    const [, hole = ''] =
      /^The ferry sank 🌊 in(.*)near Ulm\.$/u.exec(pieceTogether([ferry, sank, ulm], '')) ?? []
    expect(hole).toHaveLength(5)
    expect(hole.trim()).toHaveLength(1)
  })

  it('are left out if they contradict those before them', () => {
    expect(pieceTogether([ferry, clue(10, 'fairy ', 'sang', '')], '')).toBe('The ferry sank')
  })

  it('are left out without a position, or with one that can’t be', () => {
    const nowhere = { ...ulm, position: null }
    const far = clue(90_000_000, '', 'Ulm', '')
    const long = { ...ulm, position: { start: codePoint(29), end: codePoint(40) } }
    expect(pieceTogether([ferry, nowhere, far, long], '')).toBe('The ferry sank')
  })
})
