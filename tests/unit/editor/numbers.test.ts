import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import type { DecorationSet } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { numbersPlugin } from '../../../renderer/editor/numbers-plugin.ts'
import { storyDoc } from '../../../renderer/editor/story-doc.ts'
import { story } from '../../helpers/story.ts'

const lines = ['Tunnel opens', '', 'The pumps ran.', 'Nobody was hurt.', '', 'Work goes on.', 'It rained.']

function open(doc: Node): EditorState {
  return EditorState.create({ doc, plugins: [numbersPlugin()] })
}

/** The numbers in the gutter, as `from-to number`. */
function numbersIn(state: EditorState): readonly string[] {
  const set = state.plugins[0]?.props.decorations?.call(state.plugins[0], state) as DecorationSet
  return set
    .find()
    .map(
      (each) =>
        `${each.from}-${each.to} ${(each as unknown as { type: { attrs: Record<string, string> } }).type.attrs['data-number']}`,
    )
}

describe('the numbers in the gutter', () => {
  const { doc } = open(storyDoc(story(lines.join('\n')).story, []))

  it('count the paragraphs of the running text, from the beginning of the story to its end', () => {
    const numbers = numbersIn(open(doc)).map((each) => each.split(' ')[1])
    expect(numbers.length).toBeGreaterThan(2)
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)))
  })

  it('are after each change what they would be in a story opened anew', () => {
    const places = fc.tuple(fc.nat(doc.content.size), fc.nat(6))
    const change = fc.record({ kind: fc.constantFrom('type', 'split', 'delete', 'retype'), at: places })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let state = open(doc)
        for (const { kind, at } of changes) {
          const from = Math.min(at[0], state.doc.content.size)
          const to = Math.min(from + at[1], state.doc.content.size)
          const { tr } = state
          const inText = state.doc.resolve(from).parent.isTextblock
          if (kind === 'type' && inText) tr.insertText('so ', from)
          if (kind === 'split' && inText) tr.split(from)
          if (kind === 'delete') tr.delete(from, to)
          // The very same words, but as a new paragraph.
          if (kind === 'retype')
            tr.replace(0, state.doc.content.size, state.doc.slice(0, state.doc.content.size))
          state = state.apply(tr)
          expect(numbersIn(state)).toEqual(numbersIn(open(state.doc)))
        }
      }),
    )
  })
})
