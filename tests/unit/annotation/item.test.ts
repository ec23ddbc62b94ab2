import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  changeContent,
  confirmedOf,
  contentOf,
  isItem,
  makeItem,
  moveItem,
  placeOf,
  toAnnotation,
} from '../../../shared/annotation/item.ts'
import { codePoint, span } from '../../../shared/units.ts'
import {
  aContent,
  anAnnotation,
  anItem,
  annotationId,
  itemInput,
  jane,
  laptop,
  morning,
  noon,
  sha256,
} from '../../helpers/annotation.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'

describe('an item', () => {
  it('says tag, note and fields as bodies, and its place in two ways', () => {
    const content = aContent('attribution', 'Name on record?', {
      source: 'official',
      kind: 'unnamed',
      empty: '',
    })
    expect(anItem({ content })).toEqual({
      id: annotationId(1),
      type: 'Annotation',
      motivation: ['classifying', 'commenting'],
      creator: jane.id,
      created: morning,
      modified: morning,
      'galley:revision': 1,
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: 'attribution' },
        { type: 'TextualBody', purpose: 'commenting', value: 'Name on record?', format: 'text/plain' },
        { type: 'TextualBody', purpose: 'describing', value: 'unnamed', 'galley:field': 'kind' },
        { type: 'TextualBody', purpose: 'describing', value: 'official', 'galley:field': 'source' },
      ],
      target: {
        source: './story.txt',
        'galley:text': sha256(1),
        selector: [
          { type: 'TextQuoteSelector', exact: 'mayor', prefix: 'The ', suffix: ' resigned' },
          { type: 'TextPositionSelector', start: 4, end: 9 },
        ],
      },
      'galley:confirmed': { 'galley:exact': 'mayor', 'galley:sentenceSha256': sha256(2) },
    })
  })

  it('without a note does not comment', () => {
    expect(anItem()).toMatchObject({ motivation: ['classifying'], body: [{ purpose: 'classifying' }] })
  })

  test.each([
    ['harbour tunnel.txt', './harbour%20tunnel.txt'],
    ['a#b?c%20.md', './a%23b%3Fc%2520.md'],
    ['مرفأ.txt', './%D9%85%D8%B1%D9%81%D8%A3.txt'],
    ['bad\ud800.txt', './bad%EF%BF%BD.txt'],
  ])('of the story %j has the source %s', (storyName, source) => {
    expect(anItem({ storyName }).target.source).toBe(source)
  })

  it('gives back the content that it was made from', () => {
    const fields = fc.dictionary(
      anyText,
      anyText.filter((text) => text !== ''),
    )
    fc.assert(
      fc.property(
        anyText.filter((tag) => tag !== ''),
        anyText,
        fields,
        (tag, note, fields) => {
          expect(contentOf(anItem({ content: aContent(tag, note, fields) }))).toEqual(
            aContent(tag, note, fields),
          )
        },
      ),
    )
  })

  it('keeps what another program or a later Galley added', () => {
    const language = { language: 'en' }
    const keep = {
      ...anItem({ content: aContent('fact', 'Old', { status: 'verified', source: 'old' }) }),
      motivation: ['classifying', 'commenting', 'linking'],
      'galley:visibility': 'desk',
      'galley:device': laptop,
      'galley:alternatives': [{ 'galley:device': laptop, body: [] }],
    }
    keep.body = [
      { type: 'SpecificResource', purpose: 'classifying', source: 'urn:x:fact' },
      ...keep.body.map((part) => ({ ...part, ...language })),
      { type: 'TextualBody', purpose: 'tagging', value: 'harbour' },
    ]
    keep.target = { ...keep.target, state: { type: 'TimeState' } }
    const made = makeItem(
      itemInput({ keep, revision: 2, content: aContent('assessment', 'New', { source: 'new' }) }),
    )
    expect(made).toEqual({
      ...anItem({ revision: 2 }),
      motivation: ['classifying', 'commenting', 'linking'],
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: 'assessment', ...language },
        { type: 'TextualBody', purpose: 'commenting', value: 'New', format: 'text/plain', ...language },
        { type: 'TextualBody', purpose: 'describing', value: 'new', 'galley:field': 'source', ...language },
        { type: 'SpecificResource', purpose: 'classifying', source: 'urn:x:fact' },
        { type: 'TextualBody', purpose: 'tagging', value: 'harbour' },
      ],
      target: { ...anItem().target, state: { type: 'TimeState' } },
      'galley:visibility': 'desk',
    })
  })

  it('changes its content without losing its place or the words that a person confirmed', () => {
    const keep = {
      ...anItem(),
      'galley:confirmed': { 'galley:exact': 'Mayor', 'galley:sentenceSha256': sha256(7) },
    }
    const content = aContent('assessment', 'Gone?')
    expect(changeContent(keep, { content, modified: noon, revision: 4 })).toEqual({
      ...anItem({ content, modified: noon, revision: 4 }),
      'galley:confirmed': keep['galley:confirmed'],
    })
  })

  describe('that is found with its words in another text', () => {
    const place = {
      anchor: { exact: 'Mayor', prefix: '', suffix: ' left', start: codePoint(0), end: codePoint(5) },
      textSha256: sha256(8),
      storyName: 'renamed.txt',
    }
    const later = { ...anItem({ revision: 3 }), 'galley:device': laptop, 'galley:visibility': 'desk' }
    const keep = { ...later, target: { ...later.target, state: { type: 'TimeState' } } }

    it('stays the same version in another place, and counts its moves', () => {
      const moved = moveItem(keep, place)
      expect(moved).toEqual({
        ...keep,
        target: { ...anItem(place).target, state: { type: 'TimeState' }, 'galley:moves': 1 },
      })
      expect(moveItem(moved, place).target['galley:moves']).toBe(2)
    })

    it('keeps the count when its content changes, since its place does not', () => {
      const content = aContent('assessment')
      const changed = changeContent(moveItem(keep, place), { content, modified: noon, revision: 4 })
      expect(changed.target).toEqual(moveItem(keep, place).target)
    })

    it('begins to count anew where a person puts it', () => {
      const made = makeItem(itemInput({ keep: moveItem(keep, place), revision: 4 }))
      expect(made.target).toEqual(keep.target)
    })
  })

  it('keeps the words that a person confirmed before, where that is undone', () => {
    const item = anItem({ confirmedExact: 'Mayor' })
    expect(item.target).toEqual(anItem().target)
    expect(confirmedOf(item)).toEqual({ exact: 'Mayor', sentenceSha256: sha256(2) })
    expect(confirmedOf(anItem()).exact).toBe('mayor')
  })

  it('gives its place as it is stored', () => {
    expect(placeOf(anItem())).toEqual({
      exact: 'mayor',
      prefix: 'The ',
      suffix: ' resigned',
      start: codePoint(4),
      end: codePoint(9),
      textSha256: sha256(1),
    })
  })

  test.each([
    ['a mark', anItem(), true],
    ['a mark whose motivation is one word', { ...anItem(), motivation: 'classifying' }, true],
    ['a reply', { ...anItem(), motivation: 'replying' }, false],
    ['another type', { ...anItem(), type: 'Choice' }, false],
    ['null', null, false],
    ['a text', 'Annotation', false],
    ['an empty object', {}, false],
  ])('is told from other kinds: %s %s', (_, value, expected) => {
    expect(isItem(value)).toBe(expected)
  })
})

describe('an annotation', () => {
  test.each([
    ['that is placed', { span: span(4, 9), drift: 'none' }],
    ['whose sentence changed', { span: span(4, 9), drift: 'sentence' }],
    ['that is an orphan', { span: null, drift: 'none' }],
  ] as const)('%s is made from its item', (_, { span, drift }) => {
    expect(toAnnotation(anItem(), span, drift)).toEqual(anAnnotation({ span, drift }))
  })

  it('quotes the words that a person confirmed, not those of today', () => {
    const item = {
      ...anItem(),
      'galley:confirmed': { 'galley:exact': 'Mayor', 'galley:sentenceSha256': sha256(2) },
    }
    expect(toAnnotation(item, null, 'none').quote).toBe('Mayor')
  })

  it('offers each other version once, and none that has no tag or says the same', () => {
    const versions = [
      aContent('assessment'),
      aContent('fact'),
      aContent('fact', 'Why?'),
      aContent('assessment'),
    ]
    const item = {
      ...anItem(),
      'galley:alternatives': [
        ...versions.map((content) => ({ 'galley:device': laptop, body: anItem({ content }).body })),
        { 'galley:device': laptop, body: [] },
      ],
    }
    expect(toAnnotation(item, null, 'none').alternatives).toEqual([
      aContent('assessment'),
      aContent('fact', 'Why?'),
    ])
  })
})
