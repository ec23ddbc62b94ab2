import type { Command } from 'prosemirror-state'
import type { Platform } from '../../shared/desk/contract.ts'
import { annotationsOf } from './annotation-state.ts'
import type { Stride } from './border-steps.ts'
import { leaveBorder, moveBorder, type Way } from './commands/border.ts'
import type { EditorContext } from './context.ts'
import type { KeyStroke } from './key-stroke.ts'

const arrows: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: -1,
  ArrowDown: 1,
}

/**
 * Keys while a border is being moved: left and right by a character, with Ctrl (on a Mac Option) by a word, up and
 * down by a sentence; Enter leaves. Shift may still be held from `Shift+B`. null: not a key for this.
 */
export function borderKey(context: EditorContext, stroke: KeyStroke, platform: Platform): Command | null {
  const { key, ctrlKey, altKey, metaKey } = stroke
  const [byWord, others] = platform === 'darwin' ? [altKey, ctrlKey || metaKey] : [ctrlKey, altKey || metaKey]
  if (others) return null
  if (key === 'Enter' && !byWord) return leaveBorder(context)
  const way = arrows[key]
  if (way === undefined) return null
  const across: Stride = byWord ? 'word' : 'character'
  const command = moveBorder(context, way, typeof way === 'number' ? 'sentence' : across)
  return (state, dispatch, view) => annotationsOf(state).border !== null && command(state, dispatch, view)
}
