import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { TextOffset } from '../../shared/units.ts'
import type { Jump } from '../state/model.ts'
import type { JumpWord } from './jump-words.ts'
import { startsEditing } from './story-state.ts'

/** What `G` has begun. */
export interface JumpState {
  /** Letters are awaited; null: not now. */
  readonly waiting: { readonly jump: Jump; readonly words: readonly JumpWord[] } | null
  /** Where the last jump put the caret, as long as it stands there: the next one selects from here. */
  readonly from: TextOffset | null
  /** Letters of the word just reached that may still be on their way; `until`: milliseconds of the clock. */
  readonly ahead: { readonly letters: string; readonly until: number } | null
}

export const noJump: JumpState = { waiting: null, from: null, ahead: null }

const jumpKey = new PluginKey<JumpState>('galley-jump')

/** Remembers a jump until the caret goes elsewhere or the text changes. */
export function jumpPlugin(): Plugin<JumpState> {
  return new Plugin<JumpState>({
    key: jumpKey,
    state: {
      init: () => noJump,
      apply(tr, state) {
        const said: JumpState | undefined = tr.getMeta(jumpKey)
        if (said !== undefined) return said
        const stays =
          !tr.selectionSet && !startsEditing(tr) && (tr.steps.length === 0 || tr.doc.eq(tr.before))
        return stays ? state : noJump
      },
    },
  })
}

/** @throws RangeError if the plugin is missing */
export function jumpStateOf(state: EditorState): JumpState {
  const found = jumpKey.getState(state)
  if (found === undefined) throw new RangeError('this editor state has no jump plugin')
  return found
}

export function tellJump(tr: Transaction, jump: JumpState): Transaction {
  return tr.setMeta(jumpKey, jump)
}
