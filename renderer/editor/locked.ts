import { type EditorState, Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { StoryClipboard } from './clipboard.ts'
import { annotating, editing, enter, lineBreak, typeText } from './commands/text.ts'
import type { EditorContext } from './context.ts'
import { nextTurn } from './next-turn.ts'
import { busy, fixedAt, fixedSentence, refusal } from './refusal.ts'
import { storyStateOf } from './story-state.ts'
import { tidyLine } from './tidy.ts'

export interface LockOptions {
  readonly context: EditorContext
  readonly clipboard: StoryClipboard
  undo(): void
  redo(): void
}

/**
 * Keeps the text as it is while caret and selection stay real: while annotating all of it, while editing those
 * blocks that can only be read. The region must stay editable for the browser's sake, so everything that would
 * write is cancelled where the browser announces it, and what it does not let us cancel (a composition) is put
 * back before it is drawn. Text comes in and goes out as plain text.
 */
export function lockPlugin({ context, clipboard, undo, redo }: LockOptions): Plugin {
  /** Cancels what would write into locked text, and says why where the person meant to write. */
  const guard = (view: EditorView, event: Event): boolean => {
    const why = lockedWhy(view.state)
    if (why === null) return false
    event.preventDefault()
    if (why !== '') context.say(why)
    return true
  }
  const insert = (view: EditorView, text: string) => {
    const tr = clipboard.paste(view.state, text)
    if (tr !== null) view.dispatch(tr.setMeta('uiEvent', 'paste'))
  }
  // ProseMirror protects the words being composed from its own redrawing. Unaware of the composition it puts the
  // story's text back at once, and the browser gives the composition up.
  const absorb = (view: EditorView) => lockedWhy(view.state) !== null
  return new Plugin({
    filterTransaction: (tr, state) => refusal(state, tr) === null,
    props: {
      attributes: (state) => regionAttributes(storyStateOf(state).mode === 'edit'),
      handleTextInput(view, from, to, text) {
        if (lockedWhy(view.state) !== null) return true
        const { $from, $to } = view.state.selection
        // ProseMirror's own way would also take the blocks that a selection covers wholly.
        const own = from === $from.pos && to === $to.pos && !$from.sameParent($to)
        return (own || /[\r\n]/.test(text)) && typeText(text)(view.state, view.dispatch)
      },
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput(view, event) {
          const { inputType } = event
          if (inputType === 'historyUndo' || inputType === 'historyRedo') {
            event.preventDefault()
            if (inputType === 'historyUndo') undo()
            else redo()
            return true
          }
          if (guard(view, event)) return true
          if (event.isComposing) return false
          if (inputType === 'insertParagraph') enter(view.state, view.dispatch)
          else if (inputType === 'insertLineBreak') lineBreak(view.state, view.dispatch)
          // The story has no bold by hand, and pasting and dropping have events of their own.
          else if (!/^format|^insertFrom(Paste|Drop|Yank)|^deleteByDrag/.test(inputType)) return false
          event.preventDefault()
          return true
        },
        cut(view, event) {
          event.preventDefault()
          if (guard(view, event)) return true
          const cut = clipboard.cut(view.state)
          if (cut === null) return true
          event.clipboardData?.setData('text/plain', cut.text)
          view.dispatch(cut.tr.setMeta('uiEvent', 'cut'))
          return true
        },
        paste(view, event) {
          event.preventDefault()
          if (!guard(view, event)) insert(view, event.clipboardData?.getData('text/plain') ?? '')
          return true
        },
        drop(view, event) {
          event.preventDefault()
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          const text = event.dataTransfer?.getData('text/plain') ?? ''
          if (at === null || text === '' || storyStateOf(view.state).mode === 'annotate') return true
          const $at = view.state.doc.resolve(at.pos)
          view.dispatch(view.state.tr.setSelection(TextSelection.near($at)))
          if (!guard(view, event)) insert(view, text)
          return true
        },
        dragstart(_view, event) {
          event.preventDefault()
          return true
        },
        compositionstart: absorb,
        compositionupdate: absorb,
        compositionend(view) {
          if (absorb(view)) return true
          void nextTurn().then(() => {
            const tr = view.isDestroyed || view.composing ? null : tidyLine(view.state)
            if (tr !== null) view.dispatch(tr)
          })
          return false
        },
        copy(view, event) {
          event.preventDefault()
          const text = clipboard.copy(view.state)
          if (text !== null) event.clipboardData?.setData('text/plain', text)
          return true
        },
      },
    },
  })
}

/** Why nothing may be written at the selection now; empty: it needs no words; null: it may. */
function lockedWhy(state: EditorState): string | null {
  const { mode, following } = storyStateOf(state)
  if (mode === 'annotate') return ''
  if (following) return busy
  const fixed = fixedAt(state.doc, state.selection.from, state.selection.to)
  return fixed && fixedSentence(fixed)
}

function regionAttributes(edit: boolean): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    // Editable elements can be focused anyway; said for those who look for it.
    tabindex: '0',
    'aria-readonly': edit ? 'false' : 'true',
    'aria-label': 'Story text',
    'aria-description': edit ? editing : annotating,
    spellcheck: edit ? 'true' : 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    // Writing assistants would put their own elements into the story.
    'data-gramm': 'false',
    translate: 'no',
  }
}
