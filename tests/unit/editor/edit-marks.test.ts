import { describe, expect, it } from 'vitest'
import { span, textOffset } from '../../../shared/units.ts'
import { anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { drifts, edit } from '../../helpers/edit-text.ts'
import { story } from '../../helpers/story.ts'
import { storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { colleague, TestEditor } from '../../helpers/test-editor.ts'

describe('a mark, while the text is typed', () => {
  it('grows with what is typed inside, not with what is typed at its borders', () => {
    const editor = edit('The <a>mayor<b> left')
    editor.caret(editor.made.at('a'))
    editor.type('old ')
    editor.caret(textOffset(13))
    editor.type('s')
    editor.caret(textOffset(10))
    editor.type('-')
    expect([editor.text(), editor.marks(), drifts(editor)]).toEqual([
      'The old ma-yors left',
      ['fact: ma-yor'],
      ['words'],
    ])
  })

  it('that is typed over takes the new words, letter by letter, and says that they changed', () => {
    const editor = edit('The <a>mayor<b>, it was said, left')
    editor.select(editor.made.span())
    editor.type('governor')
    expect([editor.marks(), drifts(editor), editor.annotations()[0]?.quote]).toEqual([
      ['fact: governor'],
      ['words'],
      'mayor',
    ])
    editor.type(' who')
    expect(editor.marks()).toEqual(['fact: governor'])
    editor.run('undo', 'undo')
    expect([editor.text(), editor.marks(), drifts(editor)]).toEqual([
      editor.made.text,
      ['fact: mayor'],
      ['none'],
    ])
  })

  it('of which the last word is typed over keeps the new one', () => {
    const editor = edit('The <a>mayor of Arden<b> left')
    editor.select(span(13, 18))
    editor.type('Boston')
    expect(editor.marks()).toEqual(['fact: mayor of Boston'])
  })

  it('that is typed over with the signs around it takes only words', () => {
    const editor = edit('He said “<a>never<b>”.')
    editor.select(span(8, 16))
    editor.paste('“always”.')
    expect(editor.marks()).toEqual(['fact: always'])
  })

  it('in a paragraph that is pasted over is found in the new one', () => {
    const editor = edit('Nobody was hurt. <a>The mayor resigned<b> on Friday, a clerk said.')
    editor.select(span(0, editor.made.text.length))
    editor.paste('On Friday, a clerk said, nobody was hurt. But the mayor resigned at once.')
    expect(editor.marks()).toEqual(['fact: the mayor resigned'])
    editor.run('undo')
    expect([editor.marks(), drifts(editor)]).toEqual([['fact: The mayor resigned'], ['none']])
  })

  it('in a paragraph that is pasted over with something else is an orphan', () => {
    const editor = edit('Nobody was hurt. <a>The mayor resigned<b> on Friday.')
    editor.select(span(0, editor.made.text.length))
    editor.paste('Rain fell all over the county for the whole night.')
    expect([editor.marks(), drifts(editor)]).toEqual([['fact: orphan'], ['none']])
  })

  it('whose words are deleted is an orphan with its old words; undo brings back place and drift', () => {
    const editor = edit('The <a>mayor<b> left')
    editor.caret(editor.made.at('b'))
    editor.backspace(5)
    expect([editor.text(), editor.marks(), editor.annotations()[0]?.quote]).toEqual([
      'The  left',
      ['fact: orphan'],
      'mayor',
    ])
    editor.run('undo')
    expect([editor.text(), editor.marks(), drifts(editor)]).toEqual([
      editor.made.text,
      ['fact: mayor'],
      ['none'],
    ])
    editor.run('redo')
    expect(editor.marks()).toEqual(['fact: orphan'])
  })

  it('says that its words changed, and no more when they are as confirmed again', () => {
    const editor = edit('At <a>5 a.m.<b> it opened')
    const change = (text: string) => {
      editor.replace(span(3, 4), text)
      return drifts(editor)[0]
    }
    expect([change('6'), change('5')]).toEqual(['words', 'none'])
    editor.select(span(3, 9))
    editor.paste('5\u00a0a.m.')
    expect(drifts(editor)).toEqual(['none'])
  })

  it('whose sentence had changed says so again when its words are as confirmed again', () => {
    const made = story('The <a>mayor<b> left')
    const editor = new TestEditor(made.story, [anAnnotation({ span: made.span(), drift: 'sentence' })])
    editor.run('edit-text')
    editor.caret(textOffset(6))
    editor.type('x')
    expect(drifts(editor)).toEqual(['words'])
    editor.run('undo')
    expect(drifts(editor)).toEqual(['sentence'])
  })

  it('moves along, a colleague’s too; only own places are told, and none is a change', () => {
    const made = story('The <a>mayor<b> left')
    const theirs = anAnnotation({
      id: annotationId(2),
      creator: colleague.id,
      span: span(10, 14),
      quote: 'left',
    })
    const editor = new TestEditor(made.story, [anAnnotation({ span: made.span() }), theirs])
    editor.run('edit-text')
    editor.caret(textOffset(0))
    editor.type('Old ')
    expect(editor.marks()).toEqual(['fact: mayor', 'fact: left'])
    expect(editor.places()).toEqual([{ id: annotationId(1), span: span(8, 13) }])
    expect(editor.changes).toEqual([])
  })
})

describe('cut and paste', () => {
  it('carries marks to where the text is pasted; a second paste makes none', () => {
    const editor = edit('One.\nThe <a>mayor<b> left.\nThree.')
    editor.select(span(5, 20))
    expect(editor.cut()).toBe('The mayor left.')
    expect(editor.marks()).toEqual(['fact: orphan'])
    editor.caret(textOffset(0))
    editor.paste('The mayor left.')
    expect(editor.marks()).toEqual(['fact: mayor'])
    expect(editor.annotations()[0]?.span).toEqual(span(4, 9))
    editor.paste('The mayor left.')
    expect(editor.marks()).toEqual(['fact: mayor'])
    editor.run('undo', 'undo')
    expect(editor.marks()).toEqual(['fact: orphan'])
    editor.run('undo')
    expect([editor.text(), editor.marks(), drifts(editor)]).toEqual([
      editor.made.text,
      ['fact: mayor'],
      ['none'],
    ])
    expect(editor.changes).toEqual([])
  })

  it('brings a mark back also when the system changed the line ends, not with another text', () => {
    const editor = edit('The <a>mayor<b>\nleft.')
    editor.select(span(0, 15))
    editor.cut()
    editor.paste('The mayor?')
    expect(editor.marks()).toEqual(['fact: orphan'])
    editor.paste('The mayor\r\nleft.')
    expect(editor.marks()).toEqual(['fact: mayor'])
  })

  it('copying carries none', () => {
    const editor = edit('The <a>mayor<b> left.')
    editor.select(span(0, 15))
    expect(editor.copy()).toBe('The mayor left.')
    editor.caret(textOffset(15))
    editor.paste('The mayor left.')
    expect(editor.marks()).toEqual(['fact: mayor'])
    expect(editor.annotations()[0]?.span).toEqual(span(4, 9))
  })

  it('keeps inline marks of the story', () => {
    const editor = new TestEditor(
      storyOfBlocks('s.md', [
        { kind: 'paragraph', text: 'The mayor left', inline: [{ kind: 'strong', words: 'mayor' }] },
      ]),
    )
    editor.run('edit-text')
    editor.select(span(4, 9))
    editor.cut()
    editor.caret(textOffset(9))
    editor.paste('mayor')
    expect(editor.text()).toBe('The  leftmayor')
    expect(editor.story().marks).toEqual([{ kind: 'strong', start: 9, end: 14, href: '' }])
  })
})
