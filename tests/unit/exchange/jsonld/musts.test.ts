import { describe, expect, it } from 'vitest'
import { readJsonld } from '../../../../shared/exchange/jsonld/read-jsonld.ts'
import { materialIfPresent } from '../../../helpers/material.ts'

interface MustCase {
  readonly name: string
  readonly expect: 'valid' | 'invalid'
  readonly annotation: object
}
const cases: readonly MustCase[] = JSON.parse(
  materialIfPresent('w3c-web-annotation/must-cases.json') ?? '{"cases":[]}',
).cases

describe.skipIf(cases.length === 0)('the MUSTs of the model, as far as the material is here', () => {
  const reasons: Readonly<Record<string, string>> = {
    'wrong context': '@context',
    'id is not an IRI': '“annotation 7” is no IRI',
    'type in lower case': '“annotation”, not “Annotation”',
    'target object with neither id nor source': 'neither an id nor a source',
    'created is a date only': '“created” “2026-11-22” is no date',
    'modified is epoch milliseconds': '“modified” “1795336200000” is no date',
    'two canonical ids': 'more than one “canonical”',
    'exact is null': 'no text as “exact”',
    'start as string': 'no whole numbers as “start” and “end”',
    'selector of an invented type': '“ProseMirrorSelector”',
    'textual body without value': 'a textual body has no value',
  }
  it.each(cases.map((one) => [one.expect, one.name, one] as const))('%s: %s', (_, name, one) => {
    const result = readJsonld(JSON.stringify(one.annotation), 'case.json')
    expect(result.ok).toBe(one.expect === 'valid')
    if (!result.ok) expect(JSON.stringify(result.error)).toContain(reasons[name] ?? 'a reason')
  })
})
