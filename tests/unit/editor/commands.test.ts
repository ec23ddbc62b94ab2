import { describe, expect, it } from 'vitest'
import type { EditorCommandId } from '../../../renderer/editor/commands/index.ts'
import { stepBack } from '../../../renderer/editor/commands/step-back.ts'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { aContent, anAnnotation, annotationId, jane } from '../../helpers/annotation.ts'
import { type MarkedStory, story } from '../../helpers/story.ts'
import { storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { colleague, TestEditor } from '../../helpers/test-editor.ts'

/** Marks on the places that a story's source names: `{ a: 'fact' }` marks from `<a>` to `<aa>`. */
function marksOn(made: MarkedStory, tags: Readonly<Record<string, string>>, creator = jane): Annotation[] {
  return Object.entries(tags).map(([name, tag], n) => {
    const span = made.span(name, name + name)
    const quote = made.text.slice(span.start, span.end)
    return anAnnotation({ id: annotationId(n + 1), creator: creator.id, ...aContent(tag), span, quote })
  })
}

describe('a digit', () => {
  it('tags the selection without its outer white space and makes it the active one', () => {
    const made = story('The<a> mayor <b>resigned')
    const editor = new TestEditor(made.story)
    editor.select(made.span())
    expect(editor.run('tag-3')).toBe(true)
    expect([editor.marks(), editor.active(), editor.selected()]).toEqual([['attribution: mayor'], 'mayor', 9])
  })

  it('never cuts a character in two', () => {
    const made = story('Fire crews 👩<a>‍🚒 cafe<b>\u0301 said')
    const editor = new TestEditor(made.story)
    editor.select(made.span())
    editor.run('tag-1')
    expect(editor.marks()).toEqual(['fact: 👩‍🚒 cafe\u0301'])
  })

  it('on a bare caret tags the sentence under it and steps to the next, over empty lines', () => {
    const made = story('The mayor <a>resigned. She left.\n\n<b>Nobody knew.')
    const editor = new TestEditor(made.story)
    editor.caret(made.at('a'))
    editor.run('tag-1', 'tag-2')
    expect(editor.marks()).toEqual(['fact: The mayor resigned.', 'assessment: She left.'])
    expect([editor.selected(), editor.active()]).toEqual([made.at('b'), 'She left.'])
  })

  it('after J tags that sentence and steps on, so that the next digit does not meet it again', () => {
    const made = story('<a>The mayor resigned. She left.\n\n<b>Nobody knew.')
    const editor = new TestEditor(made.story)
    editor.caret(made.at('a'))
    editor.run('next-sentence', 'tag-1', 'tag-2')
    expect(editor.marks()).toEqual(['fact: The mayor resigned.', 'assessment: She left.'])
    expect(editor.selected()).toBe(made.at('b'))
  })

  it('stays at the end after the last sentence', () => {
    const made = story('Nobody <a>knew.')
    const editor = new TestEditor(made.story)
    editor.caret(made.at('a'))
    editor.run('tag-1')
    expect(editor.selected()).toBe(made.text.length)
  })

  it('finds the same mark instead of making it twice', () => {
    const made = story('The <a>mayor<aa> resigned')
    const editor = new TestEditor(made.story, marksOn(made, { a: 'fact' }))
    editor.select(made.span('a', 'aa'))
    editor.run('tag-1')
    editor.select(made.span('a', 'aa'))
    editor.run('tag-2')
    expect(editor.marks()).toEqual(['fact: mayor', 'assessment: mayor'])
  })

  it.each([
    ['white space', 'The<a> <b>mayor'],
    ['a line end', 'The mayor<a>\n<b>resigned'],
  ])('can’t tag %s', (_case, source) => {
    const made = story(source)
    const editor = new TestEditor(made.story)
    editor.select(made.span())
    expect([editor.can('tag-1'), editor.run('tag-1'), editor.marks()]).toEqual([false, false, []])
  })

  it('after T changes the tag of the active annotation; Esc takes T back', () => {
    const made = story('The <a>mayor<aa> resigned')
    const editor = new TestEditor(made.story, marksOn(made, { a: 'fact' }))
    editor.caret(made.at('a'))
    editor.run('retag', 'tag-4')
    expect(editor.marks()).toEqual(['photo-caption: mayor'])
    editor.run('retag')
    stepBack(editor.context)(editor.state, editor.dispatch)
    editor.select(made.span('a', 'aa'))
    editor.run('tag-1')
    expect(editor.marks()).toEqual(['photo-caption: mayor', 'fact: mayor'])
  })
})

describe('the active annotation', () => {
  const made = story('<a>The <b>mayor<bb> of <c>Arden<cc> resigned<aa> today')
  const open = () => new TestEditor(made.story, marksOn(made, { a: 'fact', b: 'attribution', c: 'fact' }))

  it('is the one that keys bring the caret into, and stays while the caret stays in it', () => {
    const editor = open()
    editor.caret(made.at('a'))
    expect(editor.active()).toBe('The mayor of Arden resigned')
    editor.caret(made.at('b'))
    expect(editor.active()).toBe('The mayor of Arden resigned')
    editor.caret(made.at('aa'))
    expect(editor.active()).toBe('The mayor of Arden resigned')
    editor.caret(made.story.blocks[0]?.end ?? made.at('aa'))
    expect(editor.active()).toBeNull()
  })

  it('is the shortest one at a click', () => {
    const editor = open()
    editor.caret(made.at('a'))
    editor.caret(made.at('b'), true)
    expect(editor.active()).toBe('mayor')
  })

  it('is none while other words are selected, so that Delete deletes nothing unseen', () => {
    const editor = open()
    editor.caret(made.at('b'), true)
    editor.select(made.span('c', 'cc'))
    expect([editor.active(), editor.can('delete')]).toEqual([null, false])
  })

  it('is another one of those over one another after X', () => {
    const editor = open()
    editor.caret(made.at('b'), true)
    editor.run('cycle-overlap')
    expect(editor.active()).toBe('The mayor of Arden resigned')
    editor.run('cycle-overlap')
    expect(editor.active()).toBe('mayor')
    editor.caret(made.story.blocks[0]?.end ?? made.at('aa'))
    expect(editor.can('cycle-overlap')).toBe(false)
  })

  it('is none when its layer is switched off or it is deleted elsewhere', () => {
    const editor = open()
    editor.caret(made.at('b'), true)
    editor.show({ hidden: new Set([jane.id]) })
    expect(editor.active()).toBeNull()
    editor.show({})
    editor.caret(made.at('b'), true)
    editor.receive([], [annotationId(2)])
    expect(editor.active()).toBeNull()
  })

  it('goes forth with L and back with H, without turning round at the ends', () => {
    const editor = open()
    const walk = (command: EditorCommandId) => (editor.run(command) ? editor.active() : 'no')
    expect([walk('next-mark'), walk('next-mark'), walk('next-mark'), walk('next-mark')]).toEqual([
      'The mayor of Arden resigned',
      'mayor',
      'Arden',
      'no',
    ])
    expect([walk('previous-mark'), walk('previous-mark'), walk('previous-mark')]).toEqual([
      'mayor',
      'The mayor of Arden resigned',
      'no',
    ])
  })

  it('is passed over by L while its layer is switched off', () => {
    const editor = new TestEditor(made.story, [
      ...marksOn(made, { a: 'fact' }, colleague),
      ...marksOn(made, { b: 'fact', c: 'fact' }).map((mark, n) => ({ ...mark, id: annotationId(50 + n) })),
    ])
    editor.show({ hidden: new Set([colleague.id]) })
    editor.run('next-mark')
    expect(editor.active()).toBe('mayor')
  })
})

describe('where no annotation is', () => {
  it.each(['retag', 'note', 'delete', 'start-border', 'accept', 'place-again'] as const)(
    '%s says what to do first',
    (command) => {
      const made = story('The <a>mayor<aa> <b>resigned')
      const editor = new TestEditor(made.story, marksOn(made, { a: 'fact' }))
      editor.caret(made.story.blocks[0]?.end ?? made.at('b'))
      expect([editor.can(command), editor.said]).toEqual([false, []])
      expect(editor.run(command)).toBe(false)
      expect(editor.said).toEqual(['No annotation is under the caret; go to one first'])
      // The digit after it tags, as it does without it.
      editor.run('tag-1')
      expect(editor.marks()).toContain('fact: The mayor resigned')
    },
  )
})

describe('on a colleague’s mark', () => {
  const made = story('The <a>mayor<aa> resigned')
  const open = () => {
    const editor = new TestEditor(made.story, marksOn(made, { a: 'fact' }, colleague))
    editor.caret(made.at('a'))
    return editor
  }

  it.each(['delete', 'retag', 'note'] as const)('%s does nothing but say whose it is', (command) => {
    const editor = open()
    expect([editor.can(command), editor.said]).toEqual([false, []])
    expect(editor.run(command)).toBe(false)
    expect(editor.said).toEqual(['This annotation belongs to M. Okafor; only they can change it'])
    expect([editor.marks(), editor.changes, editor.notes]).toEqual([['fact: mayor'], [], []])
  })

  it('the card opens all the same', () => {
    const editor = open()
    editor.run('card')
    expect(editor.cards).toEqual([annotationId(1)])
  })

  it('a panel can’t change it either', () => {
    const editor = open()
    expect([editor.change(annotationId(1), aContent('assessment')), editor.changes]).toEqual([false, []])
  })
})

describe('a note', () => {
  it('asks for its field, and is one change however often it says the same', () => {
    const made = story('The <a>mayor<aa> resigned')
    const editor = new TestEditor(made.story, marksOn(made, { a: 'fact' }))
    expect(editor.run('note')).toBe(false)
    editor.caret(made.at('a'))
    editor.run('note')
    editor.change(annotationId(1), aContent('fact', 'Who?'))
    editor.change(annotationId(1), aContent('fact', 'Who?'))
    expect(editor.notes).toEqual([annotationId(1)])
    expect(editor.changes).toEqual([
      { kind: 'put', id: annotationId(1), content: aContent('fact', 'Who?'), span: made.span('a', 'aa') },
    ])
  })
})

describe('growing a selection', () => {
  it.each<[string, string, readonly EditorCommandId[], string]>([
    ['W: the word at the caret', 'The may<a>or resigned.', ['grow-word'], 'mayor'],
    ['W: the word that the caret stands behind', 'The mayor<a>, she', ['grow-word'], 'mayor'],
    [
      'S: without the full stop',
      'It rained. The may<a>or resigned. She left.',
      ['grow-sentence'],
      'The mayor resigned',
    ],
    [
      'S twice: with it',
      'It rained. The may<a>or resigned.',
      ['grow-sentence', 'grow-sentence'],
      'The mayor resigned.',
    ],
    ['S: keeps what ends a quotation', 'He said: “No <a>way!” Then', ['grow-sentence'], 'He said: “No way!”'],
    ['W then S', 'It rained. The may<a>or resigned.', ['grow-word', 'grow-sentence'], 'The mayor resigned'],
    ['P: the paragraph', 'One. Tw<a>o. Three.\nFour.', ['grow-paragraph'], 'One. Two. Three'],
  ])('%s', (_case, source, commands, expected) => {
    const made = story(source)
    const editor = new TestEditor(made.story)
    editor.caret(made.at('a'))
    editor.run(...commands)
    expect(editor.selected()).toBe(expected)
  })

  it('takes both ends of a selection to the ends of their words', () => {
    const made = story('The ma<a>yor of Ar<b>den left')
    const editor = new TestEditor(made.story)
    editor.select(made.span())
    editor.run('grow-word')
    expect(editor.selected()).toBe('mayor of Arden')
  })
})

describe('walking by sentences', () => {
  const blocks = storyOfBlocks('s.txt', [
    { kind: 'headline', text: 'Harbour tunnel reopens' },
    { kind: 'blank', text: '' },
    { kind: 'caption', text: 'Crews at work.' },
    { kind: 'paragraph', text: 'It opened. Traffic flowed.' },
  ])

  it('selects each sentence in turn, headline and captions too, and stops at the ends', () => {
    const editor = new TestEditor(blocks)
    const walk = (command: EditorCommandId) => (editor.run(command) ? editor.selected() : 'no')
    expect(Array.from({ length: 5 }, () => walk('next-sentence'))).toEqual([
      'Harbour tunnel reopens',
      'Crews at work.',
      'It opened.',
      'Traffic flowed.',
      'no',
    ])
    expect(Array.from({ length: 4 }, () => walk('previous-sentence'))).toEqual([
      'It opened.',
      'Crews at work.',
      'Harbour tunnel reopens',
      'no',
    ])
  })
})

describe('Esc', () => {
  it('takes back the selection, then the active annotation, then is left to the page', () => {
    const made = story('The <a>mayor<aa> resigned')
    const editor = new TestEditor(made.story, marksOn(made, { a: 'fact' }))
    editor.caret(made.at('a'))
    editor.select(made.span('a', 'aa'))
    const press = () => stepBack(editor.context)(editor.state, editor.dispatch)
    expect([press(), editor.selected(), editor.active()]).toEqual([true, made.at('aa'), 'mayor'])
    expect([press(), editor.active()]).toEqual([true, null])
    expect(press()).toBe(false)
  })
})

describe('the locked text', () => {
  it('refuses a transaction that would change it', () => {
    const made = story('The mayor resigned')
    const editor = new TestEditor(made.story)
    const before = editor.state
    expect(before.applyTransaction(before.tr.insertText('x', 2)).state.doc).toBe(before.doc)
  })
})
