import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'

// The floor of every ratio: a bare ProseMirror with the same text, no marks, no plugins of ours.
const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
})

declare global {
  interface Window {
    /** Opens the story from its text; the story arrives by fetch first, as in the app. */
    openFloor(): Promise<void>
  }
}

window.openFloor = async () => {
  const text = await (await fetch('/story.txt')).text()
  const paragraphs = text
    .split('\n')
    .map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]))
  const host = document.querySelector('#page')
  if (host === null) throw new Error('no page')
  const view = new EditorView(host, {
    state: EditorState.create({ doc: schema.node('doc', null, paragraphs), plugins: [keymap(baseKeymap)] }),
  })
  view.dom.spellcheck = false
  view.focus()
}
