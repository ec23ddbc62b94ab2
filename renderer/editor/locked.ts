import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Story } from '../../shared/story/story.ts'
import { selectedSpan } from './selection.ts'

export interface LockOptions {
  readonly story: Story
  undo(): void
  redo(): void
}

/**
 * Keeps the text as it is while caret and selection stay real. The region must stay editable for the browser's
 * sake, so everything that would write is cancelled where the browser announces it, and what it does not let us
 * cancel (a composition) is put back before it is drawn. Copying works and gives plain text.
 */
export function lockPlugin({ story, undo, redo }: LockOptions): Plugin {
  const cancel = (_view: EditorView, event: Event) => {
    event.preventDefault()
    return true
  }
  return new Plugin({
    filterTransaction: (tr) => tr.doc.eq(tr.before),
    props: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        // Editable elements can be focused anyway; said for those who look for it.
        tabindex: '0',
        'aria-readonly': 'true',
        'aria-label': 'Story text',
        'aria-description': 'Annotating, text locked',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
        // Writing assistants would put their own elements into the story.
        'data-gramm': 'false',
        translate: 'no',
      },
      handleTextInput: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput(_view, event) {
          event.preventDefault()
          if (event.inputType === 'historyUndo') undo()
          if (event.inputType === 'historyRedo') redo()
          return true
        },
        cut: cancel,
        paste: cancel,
        drop: cancel,
        dragstart: cancel,
        // ProseMirror protects the words being composed from its own redrawing. Unaware of the composition it
        // puts the story's text back at once, and the browser gives the composition up.
        compositionstart: () => true,
        compositionupdate: () => true,
        compositionend: () => true,
        copy(view, event) {
          event.preventDefault()
          const span = selectedSpan(view.state)
          if (span !== null) {
            event.clipboardData?.setData('text/plain', story.text.slice(span.start, span.end))
          }
          return true
        },
      },
    },
  })
}
