import type { Story } from '../../shared/story/story.ts'
import { anAnnotation } from './annotation.ts'
import { type MarkedStory, story } from './story.ts'
import { TestEditor } from './test-editor.ts'

/** An editor in Edit text, with one mark from `<a>` to `<b>` where the source has them. */
export function edit(
  source: string | MarkedStory,
  more: Partial<Story> = {},
): TestEditor & { readonly made: MarkedStory } {
  const made = typeof source === 'string' ? story(source, more) : source
  const has = typeof source !== 'string' || source.includes('<b>')
  const quote = has ? made.text.slice(made.at('a'), made.at('b')) : ''
  const editor = new TestEditor(made.story, has ? [anAnnotation({ span: made.span(), quote })] : [])
  editor.run('edit-text')
  return Object.assign(editor, { made })
}

export const drifts = (editor: TestEditor) => editor.annotations().map(({ drift }) => drift)
export const kinds = (editor: TestEditor) => editor.story().blocks.map(({ kind }) => kind)
