import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationsOf } from '../../../renderer/editor/annotation-state.ts'
import { stepBorder } from '../../../renderer/editor/border-steps.ts'
import { moveBorderTo } from '../../../renderer/editor/commands/border.ts'
import { redoName, undoName } from '../../../renderer/editor/commands/undo.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId, jane } from '../../helpers/annotation.ts'
import { pressKey, pressKeys } from '../../helpers/press-keys.ts'
import { type MarkedStory, story } from '../../helpers/story.ts'
import { colleague, TestEditor } from '../../helpers/test-editor.ts'

const copy = story('The <a>east corridor<b> was shut.\nNobody 👩‍🚒 knew.')

function open(made: MarkedStory = copy, creator = jane): TestEditor {
  const place = made.span()
  const quote = made.text.slice(place.start, place.end)
  const mark = anAnnotation({
    id: annotationId(1),
    creator: creator.id,
    ...aContent('fact'),
    span: place,
    quote,
  })
  const editor = new TestEditor(made.story, [mark])
  editor.caret(place.start)
  return editor
}
const words = (editor: TestEditor) => editor.marks().map((mark) => mark.replace('fact: ', ''))

describe('B and Shift+B', () => {
  it.each<[string, readonly string[], string]>([
    ['the end, by characters', ['Shift+b', 'ArrowRight', 'ArrowRight'], 'east corridor wa'],
    ['the end, back', ['Shift+b', 'ArrowLeft'], 'east corrido'],
    ['the start, by characters', ['b', 'ArrowLeft', 'ArrowLeft'], 'he east corridor'],
    ['the end, by words', ['Shift+b', 'Ctrl+ArrowRight', 'Ctrl+ArrowRight'], 'east corridor was shut'],
    ['the end, back by words', ['Shift+b', 'Ctrl+ArrowLeft'], 'east'],
    ['the start, by words', ['b', 'Ctrl+ArrowRight'], 'corridor'],
    ['the start, back by words', ['b', 'Ctrl+ArrowLeft'], 'The east corridor'],
    ['the end, by sentences', ['Shift+b', 'ArrowDown'], 'east corridor was shut.'],
    [
      'the end, by two sentences',
      ['Shift+b', 'ArrowDown', 'ArrowDown'],
      'east corridor was shut.\nNobody 👩‍🚒 knew.',
    ],
    ['the end, down and up', ['Shift+b', 'ArrowDown', 'ArrowDown', 'ArrowUp'], 'east corridor was shut.'],
    ['the start, by sentences', ['b', 'ArrowUp'], 'The east corridor'],
    ['the end with Shift still held', ['Shift+b', 'Shift+ArrowLeft'], 'east corrido'],
    ['then the other one', ['b', 'Ctrl+ArrowLeft', 'Shift+b', 'ArrowLeft'], 'The east corrido'],
  ])('and arrows move %s', (_case, keys, expected) => {
    const editor = open()
    pressKeys(editor, ...keys)
    expect(words(editor)).toEqual([expected])
  })

  it('never cut a character in two', () => {
    const made = story('<a>Nobody<b> 👩‍🚒 knew.')
    const editor = open(made)
    pressKeys(editor, 'Shift+b', 'ArrowRight')
    expect(words(editor)).toEqual(['Nobody 👩‍🚒'])
  })

  it('never let one border pass the other, and one too far is undone by the opposite arrow', () => {
    const made = story('It <a>is<b> so')
    const editor = open(made)
    pressKeys(editor, 'Shift+b', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    expect([words(editor), editor.said.at(-1)]).toEqual([['i'], 'The end can’t go further'])
    pressKeys(editor, 'ArrowRight', 'b', 'ArrowRight', 'ArrowRight', 'ArrowLeft')
    expect(words(editor)).toEqual(['is'])
  })

  it('stop at the ends of the story', () => {
    const made = story('<a>is so<b>')
    const editor = open(made)
    pressKeys(editor, 'b', 'ArrowLeft', 'Shift+b', 'ArrowRight', 'ArrowDown', 'Ctrl+ArrowRight')
    expect([words(editor), editor.changes]).toEqual([['is so'], []])
  })

  it('move left what is to move left on the screen, in Hebrew and Arabic too', () => {
    const editor = open(story('ראש <a>העיר<b> התפטר.'))
    pressKeys(editor, 'Shift+b', 'ArrowLeft')
    expect(words(editor)).toEqual(['העיר ה'])
    pressKeys(editor, 'Ctrl+ArrowRight', 'b', 'Ctrl+ArrowRight')
    expect(words(editor)).toEqual(['ראש העיר'])
  })

  it('are left with the same key, Enter or Esc; then the arrows are the caret’s', () => {
    for (const leave of ['Shift+b', 'Enter', 'Escape']) {
      const editor = open()
      pressKeys(editor, 'Shift+b')
      expect(annotationsOf(editor.state).border).toBe('end')
      pressKeys(editor, leave)
      expect([annotationsOf(editor.state).border, editor.active()]).toEqual([null, 'east corridor'])
      expect(pressKey(editor, 'ArrowLeft')).toBe(false)
      expect(editor.cards).toEqual([])
    }
  })

  it('are left by going elsewhere', () => {
    const editor = open()
    pressKeys(editor, 'b')
    editor.caret(textOffset(0))
    expect(annotationsOf(editor.state).border).toBeNull()
  })

  it('do nothing to a colleague’s mark but say whose it is', () => {
    const editor = open(copy, colleague)
    expect([editor.can('start-border'), editor.run('end-border')]).toEqual([false, false])
    expect(editor.said).toEqual(['This annotation belongs to M. Okafor; only they can change it'])
  })

  it('say where the border is now', () => {
    const editor = open()
    pressKeys(editor, 'Shift+b', 'Ctrl+ArrowRight', 'ArrowLeft', 'b', 'Ctrl+ArrowRight')
    expect(editor.said).toEqual([
      'Move the end with the arrows, then Enter',
      'Ends after: was',
      'Ends after: wa',
      'Move the start with the arrows, then Enter',
      'Starts with: corridor',
    ])
  })
})

describe('what is said of a border', () => {
  it('is a whole character where it is no word', () => {
    const editor = open(story('<a>Nobody<b> 👩‍🚒 knew.'))
    pressKeys(editor, 'Shift+b', 'ArrowRight')
    expect(editor.said.at(-1)).toBe('Ends after: 👩‍🚒')
  })
})

describe('a border that was moved', () => {
  it('is saved with the words that now are the confirmed ones', () => {
    const editor = open()
    pressKeys(editor, 'Shift+b', 'Ctrl+ArrowRight')
    const [mark] = editor.annotations()
    expect([mark?.quote, mark?.drift]).toEqual(['east corridor was', 'none'])
    expect(editor.changes).toEqual([
      {
        kind: 'put',
        id: annotationId(1),
        content: aContent('fact'),
        span: span(copy.at('a'), copy.at('b') + 4),
        confirm: true,
      },
    ])
  })

  it('goes back in one step for all moves that follow each other, and forth again', () => {
    const editor = open()
    pressKeys(editor, 'Shift+b', 'ArrowRight', 'ArrowRight', 'Ctrl+ArrowRight', 'ArrowLeft')
    expect(undoName(editor.state, builtInTags)).toBe('Move the end of fact')
    editor.run('undo')
    expect([words(editor), undoName(editor.state, builtInTags)]).toEqual([['east corridor'], null])
    expect(editor.annotations()[0]?.quote).toBe('east corridor')
    expect(redoName(editor.state, builtInTags)).toBe('Move the end of fact')
    editor.run('redo')
    expect(words(editor)).toEqual(['east corridor wa'])
  })

  it('goes back apart from what was done between, and from the other border', () => {
    const editor = open()
    pressKeys(editor, 'Shift+b', 'ArrowRight')
    editor.change(annotationId(1), aContent('fact', 'Which?'))
    pressKeys(editor, 'ArrowRight', 'ArrowRight', 'b', 'Ctrl+ArrowLeft')
    const back = () => editor.run('undo') && editor.marks()
    expect([back(), back(), back(), back()]).toEqual([
      ['fact: east corridor was (Which?)'],
      ['fact: east corridor w (Which?)'],
      ['fact: east corridor w'],
      ['fact: east corridor'],
    ])
  })

  it('can be moved on after Undo, as another step', () => {
    const editor = open()
    pressKeys(editor, 'Shift+b', 'ArrowRight', 'ArrowRight', 'Ctrl+z', 'Ctrl+ArrowRight')
    expect([words(editor), editor.selected()]).toEqual([['east corridor was'], copy.at('b') + 4])
    pressKeys(editor, 'Ctrl+z', 'Escape')
    expect([words(editor), editor.active()]).toEqual([['east corridor'], 'east corridor'])
  })

  it('is not joined with a move after Esc', () => {
    const editor = open()
    pressKeys(editor, 'Shift+b', 'ArrowRight', 'Escape', 'Shift+b', 'ArrowRight')
    editor.run('undo')
    expect(words(editor)).toEqual(['east corridor w'])
  })

  it('leaves a changed sentence to be confirmed', () => {
    const made = copy.span()
    const mark = anAnnotation({
      id: annotationId(1),
      creator: jane.id,
      span: made,
      quote: 'east corridor',
      drift: 'sentence',
    })
    const editor = new TestEditor(copy.story, [mark])
    editor.caret(made.start)
    pressKeys(editor, 'Shift+b', 'Ctrl+ArrowRight')
    expect(editor.annotations()[0]?.drift).toBe('sentence')
  })
})

describe('a border that the mouse moves', () => {
  const move = (editor: TestEditor, border: 'start' | 'end', to: number) =>
    moveBorderTo(editor.context, annotationId(1), border, textOffset(to))(editor.state, editor.dispatch)

  it('snaps to visible, whole characters, as one step', () => {
    const made = story('<a>Nobody<b> 👩‍🚒 knew.')
    const editor = open(made)
    expect(move(editor, 'end', made.at('b') + 2)).toBe(true)
    expect(words(editor)).toEqual(['Nobody 👩‍🚒'])
    move(editor, 'end', made.at('b') + 1)
    expect(words(editor)).toEqual(['Nobody'])
    editor.run('undo')
    expect(words(editor)).toEqual(['Nobody 👩‍🚒'])
  })

  it('never passes the other one, nor leaves the story', () => {
    const editor = open()
    expect([move(editor, 'end', copy.at('a')), move(editor, 'start', copy.at('b') + 1)]).toEqual([
      false,
      false,
    ])
    expect(move(editor, 'end', 10_000)).toBe(true)
    expect(words(editor)).toEqual(['east corridor was shut.\nNobody 👩‍🚒 knew.'])
  })

  it('that ends where it began is no change', () => {
    const editor = open()
    move(editor, 'end', copy.at('b'))
    expect(editor.changes).toEqual([])
  })

  it('is not a colleague’s', () => {
    expect(move(open(copy, colleague), 'end', 20)).toBe(false)
  })
})

describe('steps of a border', () => {
  const text = 'She said: “No  way!” 👩‍🚒 Then\n\nthe mayor, Mr. Vale, resigned.'
  const place = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => span(start, Math.min(text.length, start + length)))

  it('one on, then one back, is where one was a step before', () => {
    const made = story(text).story
    fc.assert(
      fc.property(
        place,
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom('character' as const, 'word' as const),
        fc.constantFrom(1 as const, -1 as const),
        (from, border, stride, step) => {
          // From anywhere the first step leads to where borders stand; from there on each can be taken back.
          const first = stepBorder(made, from, border, stride, step)
          const second = first && stepBorder(made, first, border, stride, step)
          if (second === null || first === null) return
          expect(stepBorder(made, second, border, stride, step === 1 ? -1 : 1)).toEqual(first)
        },
      ),
    )
  })

  it('are never empty and never begin or end, at the moved border, with white space', () => {
    const made = story(text).story
    fc.assert(
      fc.property(
        place,
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom('character' as const, 'word' as const, 'sentence' as const),
        fc.constantFrom(1 as const, -1 as const),
        (from, border, stride, step) => {
          const to = stepBorder(made, from, border, stride, step)
          if (to === null) return
          expect(to.start).toBeLessThan(to.end)
          expect(text.charAt(border === 'start' ? to.start : to.end - 1)).toMatch(/\S/)
        },
      ),
    )
  })
})
