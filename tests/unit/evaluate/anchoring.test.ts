import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateAnchoring } from '../../evaluate/anchoring.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const text = 'Snow closed the pass. Ploughs cleared it by noon.'
const found = {
  name: 'found',
  group: 'hand',
  text,
  quote: { exact: 'the pass' },
  expected: { start: 12, end: 20 },
}
const missed = { ...found, name: 'missed', quote: { exact: 'a herd of reindeer blocked the tunnel' } }
const wrongPlace = { ...found, name: 'elsewhere', expected: { start: 0, end: 4 } }
const falseAnchor = { ...found, name: 'false', expected: null }

function evaluated(content: unknown): {
  readonly code: number
  readonly out: string
  readonly error: string
} {
  const file = path.join(tempFolder(), 'cases.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return evaluatedFile(file)
}

function evaluatedFile(file: string): {
  readonly code: number
  readonly out: string
  readonly error: string
} {
  const out: string[] = []
  const error: string[] = []
  const print = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line) }
  const code = evaluateAnchoring([file], print)
  return { code, out: out.join('\n'), error: error.join('\n') }
}

describe('the anchoring evaluation', () => {
  it('counts each kind of answer, and fails for a quote found that must not be found', () => {
    const { code, out } = evaluated([found, missed, wrongPlace, falseAnchor])
    expect(out).toContain('1 of 4 pass, 1 false anchors, 1 wrong places, 1 missed')
    expect(out).toContain('false-anchor: false (hand)')
    expect(out).toContain('got      12–20 "the pass", exact')
    expect(code).toBe(1)
  })

  it('does not fail for what it missed or found elsewhere', () => {
    expect(evaluated([missed, wrongPlace]).code).toBe(0)
  })

  it('takes another place or none where the case allows it', () => {
    const allowed = [
      { ...wrongPlace, alsoAccept: [{ start: 12, end: 20, text: 'the pass' }] },
      { ...missed, nullAlsoAccepted: true },
      { ...missed, alsoAccept: [null] },
    ]
    expect(evaluated({ note: 'more members are ignored', cases: allowed }).out).toBe(
      '3 of 3 pass, 0 false anchors, 0 wrong places, 0 missed',
    )
  })

  it('tells when the code points of an answer are not those expected', () => {
    const { out } = evaluated([{ ...found, expectedCodePoints: { start: 11, end: 19 } }])
    expect(out).toContain('but      code points are 12–20')
    expect(out).toContain('0 of 1 pass, 0 false anchors, 0 wrong places, 0 missed, 1 misreported')
  })

  it('names the file and the reason when it can’t be read', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      ['{', 'is not JSON'],
      [{ list: [] }, 'neither a list nor an object'],
      [[found, { ...found, text: 7 }], 'case 2, ‘text’'],
    ]
    for (const [content, reason] of cases) {
      const { code, error } = evaluated(content)
      expect(error).toContain('cases.json')
      expect(error).toContain(reason)
      expect(code).toBe(2)
    }
    expect(evaluatedFile(path.join(tempFolder(), 'none.json'))).toMatchObject({ code: 2, out: '' })
  })
})
