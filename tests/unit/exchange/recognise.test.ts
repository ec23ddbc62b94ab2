import { describe, expect, it } from 'vitest'
import { recogniseImport } from '../../../shared/exchange/recognise.ts'

describe('a file of annotations is recognised', () => {
  it.each([
    ['a.ann', '', 'brat'],
    ['a.txt', 'T1\tClaim 0 4\tRain\n', 'brat'],
    ['a.jsonld', '{"items":[]}', 'jsonld'],
    ['a.json', '\uFEFF{ "@context": "http://www.w3.org/ns/anno.jsonld" }', 'jsonld'],
    ['a.json', '[{"type": "Annotation", "target": {}}]', 'jsonld'],
    ['a.json', '{"export_date":"2026-11-20","export_userid":"acct:jane@example.org"}', 'hypothesis'],
    ['a.json', '{"total":1,"rows":[{"user":"acct:jane@example.org"}]}', 'hypothesis'],
    ['a.json', '[{"id":1,"data":{"text":"Rain"},"annotations":[]}]', 'label-studio'],
    ['a.csv', 'anything', 'csv'],
    ['a.txt', '"id","annotator","tag","start","end","quote"\r\n', 'csv'],
    ['a.txt', 'id;start;end\n', 'csv'],
  ])('%s %j as %s', (name, raw, format) => {
    expect(recogniseImport(raw, name)).toBe(format)
  })

  it.each([
    ['letter.txt', 'Dear all,\nthe quote is attached.'],
    ['package.json', '{"name":"galley"}'],
    ['empty', ''],
  ])('%s %j as none', (name, raw) => {
    expect(recogniseImport(raw, name)).toBeNull()
  })
})
