import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { AnnotationId, IsoTime } from '../../../../shared/units.ts'
import { reportOfImport } from '../../../helpers/imported.ts'
import {
  ANSWERS,
  back,
  harbourReplies,
  itemsOf,
  lost,
  OTHERS,
  plainNames,
  readValue,
  TEXT,
} from '../../../helpers/jsonld-of-others.ts'
import { materialIfPresent } from '../../../helpers/material.ts'
import { harbourReport } from '../../../helpers/report-input.ts'
import { story } from '../../../helpers/story.ts'

describe('JSON-LD in and out again', () => {
  const examples = ['anno12', 'anno22', 'anno23'].flatMap((name) => {
    const raw = materialIfPresent(`w3c-web-annotation/examples/${name}.json`)
    return raw === null ? [] : [[name, JSON.parse(raw)] as const]
  })
  const pairs: readonly (readonly [string, Record<string, unknown>])[] = [['of others', OTHERS], ...examples]

  it('loses nothing that others wrote', () => {
    let members = 0
    for (const [name, value] of pairs) {
      const { '@context': _context, ...there } = plainNames(value) as Record<string, unknown>
      const again = back(value)
      expect(again).toHaveLength(1)
      expect([name, lost(there, again[0])]).toEqual([name, []])
      members += JSON.stringify(there).match(/":/g)?.length ?? 0
    }
    console.log(
      `JSON-LD round trip: annotations=${pairs.length} members=${members} lost=0${examples.length === 0 ? ' (without the shared material)' : ''}`,
    )
  })

  it('would tell a loss', () => {
    expect(lost(OTHERS, { ...OTHERS, rights: undefined, body: OTHERS.body.slice(1) })).toEqual([
      '.rights',
      '.body[0]',
    ])
  })

  it('writes what a person changed, and leaves the rest', () => {
    const [item] = back(OTHERS, (input) => ({
      ...input,
      annotations: input.annotations.map((one) => ({
        ...one,
        tag: 'fact' as typeof one.tag,
        note: 'All nine are named on p. 4.',
        modified: '2026-11-21T08:00:00Z' as IsoTime,
      })),
    }))
    expect(item).toMatchObject({
      id: 'http://example.org/anno/7',
      motivation: ['classifying', 'commenting', 'tagging', 'http://example.org/ns#checking'],
      created: '2026-11-20T10:00:00.25+01:00',
      modified: '2026-11-21T08:00:00Z',
    })
    expect(item?.body).toEqual([
      { type: 'TextualBody', purpose: 'classifying', value: 'fact' },
      {
        type: 'TextualBody',
        purpose: 'commenting',
        value: 'All nine are named on p. 4.',
        format: 'text/plain',
      },
      ...[OTHERS.body[0], OTHERS.body[1], OTHERS.body[3], OTHERS.body[4]],
    ])
  })

  it('says the new place of a mark that moved, and keeps the old one of an orphan', () => {
    const moved = `Correction. ${TEXT}`
    const set = readValue(OTHERS)
    const [item] = itemsOf(reportOfImport(set, story(moved).story))
    expect(item?.target).toMatchObject([
      {
        selector: [{ exact: 'nine bridges', prefix: 'closed ' }, { start: 40, end: 52 }, {}, {}],
      },
      'http://example.org/page2',
    ])
    const [orphan] = itemsOf(reportOfImport(set, story('Another story.').story))
    expect(orphan?.target).toMatchObject([
      { selector: [{}, { start: 28, end: 40 }, {}, {}] },
      'http://example.org/page2',
    ])
  })

  it('gives no note of others away where none are wanted', () => {
    const without = back(OTHERS, (input) => ({ ...input, choice: { ...input.choice, notes: false } }))
    expect(JSON.stringify(without)).not.toMatch(/Which nine|dossier|floor/)
  })

  it('keeps two annotations apart that came from one file twice', () => {
    const ids = back(OTHERS, (input) => ({
      ...input,
      annotations: input.annotations.flatMap((one) => [one, { ...one, id: `${one.id}b` as AnnotationId }]),
    })).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })
})

const schema = materialIfPresent('w3c-web-annotation/wadm-must.restated.schema.json')
describe.skipIf(schema === null)('with the schema of the shared material', () => {
  it('each item of every export is valid, whatever was imported before', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(schema ?? '{}'))
    const sloppy = [
      OTHERS,
      {
        type: 'Annotation',
        id: '#7',
        creator: 'Jane Doe',
        body: 'Sure about that?',
        target: { source: 'page.html', selector: { type: 'TextQuoteSelector', exact: 'nine bridges' } },
      },
      {
        type: 'Annotation',
        id: 'x:8',
        body: [{}, { type: 'TextualBody', value: 'No.' }],
        target: {
          id: 'x:y',
          selector: [
            { type: 'TextPositionSelector', start: 3, end: 9 },
            { type: 'PageSelector', index: 2 },
          ],
        },
      },
      {
        type: 'Annotation',
        id: 'x:9',
        created: '2026-11-20 10:00:00',
        target: 'http://example.org/whole-page',
        body: 'http://example.org/b',
      },
      { type: 'Annotation', id: '#10', target: 'http://example.org/whole-page' },
    ]
    const items = [
      ...itemsOf({ ...harbourReport, replies: harbourReplies }),
      ...back([...sloppy, ...ANSWERS]),
    ]
    expect(items).toHaveLength(23)
    for (const item of items)
      expect([item.id, validate(item), validate.errors]).toEqual([item.id, true, null])
  })
})
