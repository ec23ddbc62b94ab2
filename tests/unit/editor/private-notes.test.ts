import { describe, expect, it } from 'vitest'
import { undoName } from '../../../renderer/editor/commands/undo.ts'
import { contentOf } from '../../../renderer/editor/content.ts'
import { movePart, writePart } from '../../../shared/annotation/private-part.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { anAnnotation } from '../../helpers/annotation.ts'
import { story } from '../../helpers/story.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

const NOTE = { kind: 'note' } as const

/** The editor with one own mark and a note for everybody on it. */
function noted() {
  const editor = new TestEditor(story('The mayor resigned on Friday.').story, [
    anAnnotation({ note: 'Her brother told me.', fields: { source: 'the brother' } }),
  ])
  const mark = () => {
    const [only] = editor.annotations()
    if (only === undefined) throw new Error('the mark is gone')
    return only
  }
  return { editor, mark }
}

describe('a private note in the editor', () => {
  it('is made and taken back as one step, with a name of its own', () => {
    const { editor, mark } = noted()
    editor.change(mark().id, movePart(contentOf(mark()), NOTE, 'private'))
    expect(mark()).toMatchObject({ note: '', private: { note: 'Her brother told me.', fields: {} } })
    expect(undoName(editor.state, builtInTags)).toBe('Keep private the note on fact')
    editor.run('undo')
    expect(mark()).toMatchObject({ note: 'Her brother told me.' })
    expect(mark()).not.toHaveProperty('private')
    editor.run('redo')
    expect(mark().private).toEqual({ note: 'Her brother told me.', fields: {} })
  })

  it('stays where it is when another part is undone', () => {
    const { editor, mark } = noted()
    editor.change(mark().id, { ...contentOf(mark()), fields: {} })
    const elsewhere = { ...mark(), private: { note: 'From another window.', fields: {} } }
    editor.receive([elsewhere])
    editor.run('undo')
    expect(mark()).toMatchObject({
      fields: { source: 'the brother' },
      private: { note: 'From another window.', fields: {} },
    })
  })

  it('is sent with every change, and moves along with the text', () => {
    const { editor, mark } = noted()
    editor.change(mark().id, writePart(movePart(contentOf(mark()), NOTE, 'private'), NOTE, 'Ask her.'))
    expect(editor.changes.at(-1)).toMatchObject({
      content: { note: '', private: { note: 'Ask her.', fields: {} } },
      span: span(4, 9),
    })
    editor.run('edit-text')
    editor.caret(textOffset(0))
    editor.type('Yes: ')
    expect(mark()).toMatchObject({ span: span(9, 14), private: { note: 'Ask her.' } })
  })
})
