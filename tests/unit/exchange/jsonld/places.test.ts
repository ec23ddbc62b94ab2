import { describe, expect, it } from 'vitest'
import { readValue } from '../../../helpers/jsonld-of-others.ts'
import { onlyMark, position, quote, webAnnotation } from '../../../helpers/web-annotation.ts'

describe('where a mark stands', () => {
  const at = (selector: unknown) =>
    onlyMark(webAnnotation({ target: { source: 'http://example.org/page', selector } })).place

  it('by words, by offsets, by both', () => {
    expect(at(quote('rain', 'the ', ' fell'))).toEqual({
      quote: { exact: 'rain', prefix: 'the ', suffix: ' fell' },
      position: null,
    })
    expect(at([position(4, 8)])).toEqual({ quote: null, position: { start: 4, end: 8, unit: 'code-point' } })
    expect(at([position(4, 8), quote('rain')])).toMatchObject({
      quote: { exact: 'rain' },
      position: { start: 4 },
    })
  })

  it('by the words that refine another selector, not by offsets that count from there', () => {
    expect(at({ type: 'FragmentSelector', value: 'p2', refinedBy: [position(0, 4), quote('rain')] })).toEqual(
      { quote: { exact: 'rain', prefix: '', suffix: '' }, position: null },
    )
  })

  it('by a range of offsets', () => {
    expect(
      at({ type: 'RangeSelector', startSelector: position(4, 6), endSelector: position(9, 12) })?.position,
    ).toEqual({ start: 4, end: 9, unit: 'code-point' })
  })

  it('names what it doesn’t follow and keeps it', () => {
    const { warnings, marks } = readValue(
      webAnnotation({
        target: {
          source: 'http://example.org/page',
          selector: [quote('rain'), { type: 'XPathSelector', value: '/p[2]' }],
        },
      }),
    )
    expect(warnings).toEqual([
      'Annotation 1 (http://example.org/anno/1) says its place also as XPathSelector, which is kept and not looked at.',
    ])
    expect(JSON.stringify(marks[0]?.carried)).toContain('/p[2]')
  })

  it('keeps and names what is not about words', () => {
    const { marks, warnings, carried } = readValue([
      webAnnotation({ target: 'http://example.org/page' }),
      webAnnotation({ id: 'http://example.org/anno/2' }),
    ])
    expect(marks).toHaveLength(1)
    expect(warnings).toEqual([
      'Annotation 1 (http://example.org/anno/1) is not about words of the text, so it is kept and not shown.',
    ])
    expect(carried).toMatchObject({ jsonld: { items: [{ id: 'http://example.org/anno/1' }] } })
  })

  it('counts in UTF-16 units where the words of one annotation say so', () => {
    const units = (end: number) =>
      readValue([
        webAnnotation({ target: { source: 'x:y', selector: [quote('🚧🚧 road'), position(0, end)] } }),
        webAnnotation({
          id: 'http://example.org/anno/2',
          target: { source: 'x:y', selector: [quote('road'), position(3, 7)] },
        }),
      ]).marks.map(({ place }) => place?.position?.unit)
    expect(units(9)).toEqual(['utf-16', 'utf-16'])
    expect(units(7)).toEqual(['code-point', 'code-point'])
    expect(units(20)).toEqual(['code-point', 'code-point'])
  })
})
