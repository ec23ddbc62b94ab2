import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairBlocks } from '../../../renderer/editor/block-diff.ts'
import { attrsOf } from '../../../renderer/editor/schema.ts'
import { blockNodes, docText } from '../../../renderer/editor/story-doc.ts'
import type { Annotation, Drift, Place } from '../../../shared/annotation/annotation.ts'
import type { Story } from '../../../shared/story/story.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { story } from '../../helpers/story.ts'
import { type BlockSketch, storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

const editing = { can: true, fixed: [] } as const

const block: fc.Arbitrary<BlockSketch> = fc.record({
  kind: fc.constantFrom('paragraph', 'item', 'headline', 'quote', 'blank'),
  level: fc.nat(2),
  marker: fc.constantFrom('', '•'),
  text: fc
    .array(fc.constantFrom('mayor', ' ', 'é', '👩‍🚒', '\n', 'left', '.'), { maxLength: 6 })
    .map((p) => p.join('')),
})
const blocks = fc.array(block, { minLength: 1, maxLength: 50 })
/** A text and one that was made from it: blocks taken out, put in, changed, moved. */
const versions = fc
  .tuple(
    blocks,
    fc.array(fc.tuple(fc.constantFrom('out', 'in', 'change', 'move'), fc.nat(), fc.nat(), block), {
      maxLength: 12,
    }),
  )
  .map(([old, edits]) => {
    const fresh = [...old]
    for (const [edit, a, b, one] of edits) {
      const at = a % Math.max(1, fresh.length)
      if (edit === 'in' || fresh.length < 2) fresh.splice(at, 0, one)
      else if (edit === 'out') fresh.splice(at, 1)
      else if (edit === 'change') fresh[at] = one
      else fresh.splice(b % fresh.length, 0, ...fresh.splice(at, 1))
    }
    return { old: storyOfBlocks('s.md', old), fresh: storyOfBlocks('s.md', fresh) }
  })
const ranges = fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.constantFrom<Drift>('none', 'words', 'sentence')), {
  minLength: 6,
  maxLength: 6,
})

function placesIn({ text }: Story, wanted: readonly (readonly [number, number, Drift])[]): Place[] {
  return wanted.map(([at, length, drift], n) => {
    const start = at % (text.length + 1)
    const end = Math.min(text.length, start + length)
    const placed = end > start
    return { id: annotationId(n + 1), span: placed ? span(start, end) : null, drift: placed ? drift : 'none' }
  })
}

const marksIn = (made: Story, wanted: readonly (readonly [number, number, Drift])[]): Annotation[] =>
  placesIn(made, wanted).map((place) =>
    anAnnotation({
      ...place,
      quote: place.span === null ? 'gone' : made.text.slice(place.span.start, place.span.end),
    }),
  )

const placesOf = (editor: TestEditor) =>
  editor
    .annotations()
    .map(({ id, span: at, drift }) => ({ id, span: at, drift }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

function blocksShown(editor: TestEditor) {
  const nodes: unknown[] = []
  editor.state.doc.forEach((chunk) => {
    chunk.forEach((node) => {
      nodes.push(node.toJSON())
    })
  })
  return nodes
}

describe('showing another text', () => {
  it('ends exactly at that text, its blocks and its places, and leaves undo usable', async () => {
    await fc.assert(
      fc.asyncProperty(
        versions,
        ranges,
        ranges,
        fc.array(fc.nat(), { maxLength: 8 }),
        async ({ old, fresh }, before, after, typed) => {
          const editor = new TestEditor(old, marksIn(old, before))
          editor.run('edit-text')
          for (const at of typed) {
            const start = at % (editor.text().length + 1)
            const end = Math.min(editor.text().length, start + 4)
            if (end > start) editor.replace(span(start, end), 'x')
          }
          const places = placesIn(fresh, after)
          await editor.follow({ story: fresh, places, editing })
          expect(editor.text()).toBe(fresh.text)
          expect(blocksShown(editor)).toEqual(blockNodes(fresh).map((node) => node.toJSON()))
          expect(placesOf(editor)).toEqual(places)
          expect(editor.story()).toBe(fresh)
          editor.state.doc.check()
          while (editor.run('undo')) editor.state.doc.check()
          expect(docText(editor.state.doc)).toBe(editor.story().text)
          while (editor.run('redo')) editor.state.doc.check()
          expect(docText(editor.state.doc)).toBe(editor.story().text)
        },
      ),
      { numRuns: 150 },
    )
  })

  const long = (change: (n: number) => string) =>
    story(Array.from({ length: 200 }, (_, n) => change(n)).join('\n'))

  it('brings marks with the text they stand in, so that none blinks that stays', async () => {
    const old = long((n) => `Paragraph number ${n} stands here.`).story
    const fresh = long((n) => `Paragraph number ${n} stood here, corrected.`).story
    const at = (made: Story, n: number) => {
      const start = made.text.indexOf(`number ${n} `)
      return span(start, start + `number ${n}`.length)
    }
    const ids = [0, 60, 120, 199]
    const marks = ids.map((n) =>
      anAnnotation({ id: annotationId(n + 1), span: at(old, n), quote: `number ${n}` }),
    )
    const editor = new TestEditor(old, marks)
    let looks = 0
    const places = ids.map((n) => ({
      id: annotationId(n + 1),
      span: at(fresh, n),
      drift: 'sentence' as const,
    }))
    await editor.follow({ story: fresh, places, editing }, () => {
      looks++
      expect(editor.marks()).toEqual(ids.map((n) => `fact: number ${n}`))
    })
    expect(looks).toBeGreaterThan(3)
    expect(placesOf(editor).map(({ drift }) => drift)).toEqual(ids.map(() => 'sentence'))
    expect(editor.changes).toEqual([])
    expect(editor.edits).toBe(0)
  })

  it('refuses what would change something while it runs, and says so', async () => {
    const editor = new TestEditor(long((n) => `Paragraph ${n}`).story, [])
    editor.run('edit-text')
    editor.type('x')
    let tries = 0
    const fresh = long((n) => `Paragraph ${n}, changed`).story
    await editor.follow({ story: fresh, places: [], editing }, () => {
      if (tries++ > 0) return
      expect([editor.can('undo'), editor.run('undo'), editor.run('edit-text'), editor.run('tag-1')]).toEqual([
        false,
        false,
        false,
        false,
      ])
      const text = editor.text()
      editor.replace(span(0, 4), 'no')
      expect(editor.text()).toBe(text)
      expect(editor.said.at(-1)).toBe('The story is being brought up to date; try again in a moment')
    })
    expect(editor.text()).toBe(fresh.text)
  })

  it('is done at once where the text is the same, as after saving: whoever types is not stopped', async () => {
    const made = story('One <a>two<b>\nThree')
    const editor = new TestEditor(made.story, [anAnnotation({ span: made.span(), quote: 'two' })])
    editor.run('edit-text')
    editor.caret(made.at('b'))
    editor.enter()
    const [one, three] = [span(0, 7), span(9, 14)]
    const read: Story = {
      ...made.story,
      text: 'One two\n\nThree',
      blocks: [
        { kind: 'headline', ...one, level: 1, marker: '' },
        { kind: 'blank', start: textOffset(8), end: textOffset(8), level: 0, marker: '' },
        { kind: 'paragraph', ...three, level: 0, marker: '' },
      ],
    }
    const places = [{ id: annotationId(1), span: made.span(), drift: 'sentence' as const }]
    let pauses = 0
    const shown = editor.follow({ story: read, places, editing }, () => pauses++)
    editor.type('x')
    await shown
    expect([pauses, editor.text()]).toEqual([0, 'One two\nx\nThree'])
    expect(editor.story().blocks.map(({ kind }) => kind)).toEqual(['headline', 'paragraph', 'paragraph'])
    expect(placesOf(editor)).toEqual(places)
    editor.run('undo', 'undo')
    expect(editor.text()).toBe(made.text)
  })

  it('keeps the caret at its words', async () => {
    const made = story('One.\nThe may<a>or left.')
    const editor = new TestEditor(made.story)
    editor.caret(made.at('a'))
    const fresh = story('Zero.\nOne and more.\nThe may<a>or has left.')
    await editor.follow({ story: fresh.story, places: [], editing })
    expect(editor.selected()).toBe(fresh.at('a'))
  })

  it('takes a tag back afterwards, at its words', async () => {
    const made = story('The <a>mayor<b> left.')
    const editor = new TestEditor(made.story)
    editor.select(made.span())
    editor.run('tag-1')
    const id = editor.annotations()[0]?.id
    const fresh = story('Yesterday the <a>mayor<b> left.')
    if (id === undefined) throw new Error('nothing was tagged')
    await editor.follow({
      story: fresh.story,
      places: [{ id, span: fresh.span(), drift: 'sentence' }],
      editing,
    })
    editor.run('undo')
    expect(editor.marks()).toEqual([])
    editor.run('redo')
    expect(editor.marks()).toEqual(['fact: mayor'])
  })

  it('knows afterwards which blocks can only be read, and whether any can be edited', async () => {
    const made = story('One\nTwo')
    const editor = new TestEditor(made.story)
    await editor.follow({
      story: made.story,
      places: [],
      editing: { can: true, fixed: [{ block: 1, what: 'table' }] },
    })
    const fixed: unknown[] = []
    editor.state.doc.descendants((node) => {
      if (node.isTextblock) fixed.push(attrsOf(node).fixed)
    })
    expect(fixed).toEqual([null, 'table'])
    editor.run('edit-text')
    await editor.follow({
      story: made.story,
      places: [],
      editing: { can: false, reason: 'encoding', encoding: 'UTF-16LE' },
    })
    expect(editor.run('edit-text')).toBe(false)
  })
})

describe('pairs of blocks', () => {
  const texts = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'ab', 'abc', 'abd'), { maxLength: 30 })

  it('name every block once, in order on either side', () => {
    fc.assert(
      fc.property(texts, texts, (old, fresh) => {
        const pairs = pairBlocks(old, fresh)
        expect(pairs.flatMap((pair) => pair.old ?? [])).toEqual(old.map((_, i) => i))
        expect(pairs.flatMap((pair) => pair.fresh ?? [])).toEqual(fresh.map((_, i) => i))
      }),
    )
  })

  it('find a paragraph that was put in, and one that was corrected', () => {
    expect(
      pairBlocks(
        ['One', '', 'Two rivers', '', 'Three'],
        ['One', '', 'New', '', 'Two big rivers', '', 'Three'],
      ),
    ).toEqual([
      { old: 0, fresh: 0 },
      { old: 1, fresh: 1 },
      { old: null, fresh: 2 },
      { old: null, fresh: 3 },
      { old: 2, fresh: 4 },
      { old: 3, fresh: 5 },
      { old: 4, fresh: 6 },
    ])
  })
})
