import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookFor, stepFound } from '../../../renderer/editor/commands/find.ts'
import { hitsIn } from '../../../renderer/editor/find.ts'
import { createFinder } from '../../../renderer/editor/find-hits.ts'
import { isPlain, plainly } from '../../../renderer/editor/folded-block.ts'
import { snapshotOf } from '../../../renderer/editor/snapshot.ts'
import { storyDoc } from '../../../renderer/editor/story-doc.ts'
import { FoldedText } from '../../../shared/anchor/folded-text.ts'
import type { Story } from '../../../shared/story/story.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'
import { storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

/** The words of a story that a query finds, as they are written there. */
function find(of: Story, query: string): readonly string[] {
  const hits = createFinder().hits(storyDoc(of), query)
  return hits
    .within({ start: textOffset(0), end: textOffset(of.text.length) })
    .map(({ start, end }) => of.text.slice(start, end))
}
const findIn = (source: string, query: string) => find(story(source).story, query)

describe('looking for words', () => {
  it.each([
    ['case', 'The MAYOR and the mayor', 'Mayor', ['MAYOR', 'mayor']],
    ['typographic quotes', 'He said “no”, she ‘no’', '"no"', ['“no”']],
    ['apostrophes', "It’s and it's", "it's", ['It’s', "it's"]],
    ['dashes', 'the 2025–26 budget', '2025-26', ['2025–26']],
    ['composed and decomposed letters', 'caf\u00e9 cafe\u0301', 'caf\u00e9', ['caf\u00e9', 'cafe\u0301']],
    ['accents left out', 'Zoë Müller', 'zoe muller', ['Zoë Müller']],
    ['no-break blanks', '20\u00a0km and 20\u202fkm', '20 km', ['20\u00a0km', '20\u202fkm']],
    ['soft hyphens', 'co\u00adoperate', 'cooperate', ['co\u00adoperate']],
    ['Arabic vowel signs and stretched letters', 'مُدُن مـــدن', 'مدن', ['مُدُن', 'مـــدن']],
    ['Hebrew vowel points', 'שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
    ['blanks around what is typed', 'the mayor left', 'mayor ', ['mayor']],
    ['parts of words', 'mayors', 'mayor', ['mayor']],
    ['full-width letters', 'ＡＢＣ', 'abc', ['ＡＢＣ']],
  ])('sees no difference in %s', (_case, source, query, expected) => {
    expect(findIn(source, query)).toEqual(expected)
  })

  it.each([
    ['nothing', 'The mayor', ''],
    ['blanks alone', 'The mayor', '  '],
    ['half an emoji', 'Fire crews 👩‍🚒 said', '👩'],
    ['words over the end of a paragraph', 'the mayor\nresigned', 'mayor resigned'],
    ['hits that overlap one before', 'aaa', 'aa'],
  ])('finds no more than it should of %s', (_case, source, query) => {
    expect(findIn(source, query).length).toBeLessThanOrEqual(query === 'aa' ? 1 : 0)
  })

  it('takes the short way only where it leads to the same', () => {
    const signs = fc.array(fc.constantFrom(...'aB `“”’—–- \u00a0\n.é'), { maxLength: 12 })
    fc.assert(
      fc.property(signs, (all) => {
        const text = all.join('')
        if (!isPlain(text)) return
        const [short, long] = [plainly(text), new FoldedText(text)]
        expect(short.folded).toBe(long.folded)
        for (let at = 0; at < text.length; at++) {
          expect(short.unfold(at, at + 1)).toEqual(long.unfold(at, at + 1))
        }
      }),
    )
  })

  it('takes it for every letter that it says is plain', () => {
    for (let code = 0; code <= 0x2fff; code++) {
      const text = `a${String.fromCharCode(code)}b`
      if (isPlain(text)) expect(plainly(text).folded).toBe(new FoldedText(text).folded)
    }
  })

  it('finds words over a line that was wrapped by hand', () => {
    const wrapped = storyOfBlocks('s.txt', [{ kind: 'paragraph', text: 'The mayor\nresigned' }])
    expect(find({ ...wrapped, hardWrapped: true }, 'mayor resigned')).toEqual(['mayor\nresigned'])
  })

  it('finds in long stories what a plain search finds', () => {
    const paragraph = fc.stringMatching(/^[ab ]{0,12}$/)
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('a', 'ab', 'bba'),
        (lines, query) => {
          const made = story(lines.join('\n')).story
          const doc = storyDoc(made)
          const hits = createFinder().hits(doc, query)
          const plain: number[] = []
          for (
            let at = made.text.indexOf(query);
            at !== -1;
            at = made.text.indexOf(query, at + query.length)
          ) {
            plain.push(at)
          }
          expect(Array.from({ length: hits.count }, (_, i) => hits.at(i).start)).toEqual(plain)
          plain.forEach((start, i) => {
            expect(hits.indexOf(span(start, start + query.length))).toBe(i)
            expect(hits.from(start)).toBe(i)
            expect(hits.from(start + 1)).toBe(i + 1)
          })
        },
      ),
    )
  })
})

describe('the search of the open story', () => {
  const made = story('<a>the cat. A <b>cat sat. The <c>Cat\nother <d>cat')
  const open = () => new TestEditor(made.story)
  const look = (editor: TestEditor, query: string | null) => lookFor(query)(editor.state, editor.dispatch)
  const step = (editor: TestEditor, by: 1 | -1) =>
    stepFound(editor.context, by)(editor.state, editor.dispatch)
  const found = (editor: TestEditor) => snapshotOf(editor.state, editor.tags).find

  it('selects the first from the caret on, and leaves it to the bar to say which it is', () => {
    const editor = open()
    editor.caret(made.at('b'))
    expect(look(editor, 'cat')).toBe(true)
    expect(found(editor)).toEqual({ query: 'cat', count: 4, current: 1 })
    expect([editor.selected(), editor.said]).toEqual(['cat', []])
  })

  it('stays at the place while the query grows', () => {
    const editor = open()
    editor.caret(made.at('b'))
    look(editor, 'c')
    look(editor, 'cat')
    expect(found(editor)?.current).toBe(1)
  })

  it('goes on and back around the ends', () => {
    const editor = open()
    editor.caret(made.at('c'))
    look(editor, 'cat')
    const walk = (by: 1 | -1) => (step(editor, by) ? found(editor)?.current : 'no')
    expect([walk(1), walk(1), walk(-1), walk(-1)]).toEqual([3, 0, 3, 2])
    expect(editor.said).toEqual(['4 of 4', '1 of 4', '4 of 4', '3 of 4'])
  })

  it('goes on from where the caret was put', () => {
    const editor = open()
    look(editor, 'cat')
    editor.caret(made.at('c'))
    expect(found(editor)?.current).toBe(null)
    step(editor, -1)
    expect(found(editor)?.current).toBe(1)
    editor.caret(made.at('c'))
    step(editor, 1)
    expect(found(editor)?.current).toBe(2)
  })

  it('leaves the caret where it finds nothing', () => {
    const editor = open()
    editor.caret(made.at('b'))
    expect(look(editor, 'dog')).toBe(false)
    expect([editor.selected(), step(editor, 1)]).toEqual([made.at('b'), false])
  })

  it('is right again after the text changed', () => {
    const editor = open()
    look(editor, 'cat')
    editor.run('edit-text')
    editor.replace(span(made.at('b'), made.at('b') + 3), 'cat and a cat')
    expect(found(editor)?.count).toBe(5)
    expect(hitsIn(editor.state)?.at(2).start).toBe(made.at('b') + 10)
  })

  it('ends with no query', () => {
    const editor = open()
    look(editor, 'cat')
    look(editor, null)
    expect([found(editor), step(editor, 1)]).toEqual([null, false])
  })
})
