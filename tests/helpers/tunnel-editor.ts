import { story } from './story.ts'
import { TestEditor } from './test-editor.ts'

/** Two paragraphs of clauses: a comma, a border of sentences, a semicolon. */
export const tunnel = story(
  '<a>The tunnel opened on Friday, <b>officials said. <c>Traffic flowed; <d>nobody was hurt.\n\n<e>The mayor resigned.',
)

/** {@link tunnel} in an editor, the caret at its beginning. */
export function openTunnel(): TestEditor {
  const editor = new TestEditor(tunnel.story)
  editor.caret(tunnel.at('a'))
  return editor
}
