import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Span, TextOffset } from '../../../shared/units.ts'
import type { Jump } from '../../state/model.ts'
import type { EditorContext } from '../context.ts'
import type { Piece } from '../decorations.ts'
import { drawingOf } from '../drawing-plugin.ts'
import { type JumpState, jumpStateOf, noJump, tellJump } from '../jump-state.ts'
import { type JumpStroke, readJumpStroke } from '../jump-strokes.ts'
import { type JumpWord, labelled, wordsAround, wordsBehind } from '../jump-words.ts'
import type { KeyStroke } from '../key-stroke.ts'
import { caretOf, placeCaret, select } from '../selection.ts'
import { storyOf, storyStateOf } from '../story-state.ts'
import { measureVisible, scrollerOf } from '../viewport.ts'
import { shorten } from '../words.ts'

// Letters typed on after the word was reached come within this time of one another, in milliseconds.
const AHEAD = 500
// More words than this nobody listens to.
const HEARD = 4
// What can be seen is known to within a line, and no word that is seen may be missing.
const LINE = 80

/**
 * `G`: waits for the letters of a word in sight, to put the caret before it. Right after such a jump: for those of
 * the word up to which is to be selected. {@link jumpKey} takes the letters.
 */
export function jump(context: EditorContext): Command {
  return (state, dispatch, view) => {
    if (storyStateOf(state).mode === 'edit') return false
    const { from } = jumpStateOf(state)
    const story = storyOf(state)
    const sight = sightIn(state, view)
    const start = from ?? caretOf(state)
    const words = from === null ? wordsAround(story, sight, start) : wordsBehind(story, sight, start)
    if (words.length === 0) return false
    const to = from === null ? 'start' : 'end'
    dispatch?.(waitFor(state, words, { typed: '', to, from: start }))
    if (dispatch !== undefined) {
      context.say(to === 'start' ? 'Jump: type letters of a word' : 'Select up to: type letters or a digit')
    }
    return true
  }
}

/**
 * Gives a jump that waits the next key. False: the key is not for it and does what it always does. The same for
 * keys that were typed ahead of the answer.
 * @param now milliseconds of a clock that never goes back
 */
export function jumpKey(context: EditorContext, now: () => number = () => performance.now()) {
  return (state: EditorState, stroke: KeyStroke, dispatch: (tr: Transaction) => void): boolean => {
    const jumping = jumpStateOf(state)
    const read = readJumpStroke(stroke)
    if (jumping.waiting === null) return swallow(state, jumping, read, now(), dispatch)
    const { words, jump } = jumping.waiting
    // Another try at the end of what is to be selected begins at the same word.
    const stop = () => dispatch(tellJump(state.tr, { ...noJump, from: jump.to === 'end' ? jump.from : null }))
    const narrow = (typed: string) => {
      dispatch(waitFor(state, words, { ...jump, typed }))
      context.say(hear(state, labelled(words, typed, jump.to)))
    }
    const choose = (target: Span, letters = '') => {
      dispatch(arrive(state, jump, target, { letters, until: now() + AHEAD }))
      context.say(arrived(state, jump, target))
    }
    const take = (letters: readonly string[], digit: string | null) => {
      const byLabel = (label: string | null) => jump.targets.find((target) => target.label === label)
      const labelledSo = byLabel(digit)
      if (labelledSo !== undefined) return choose(labelledSo.span)
      const tries = digit === null ? letters : [...letters, digit]
      for (const letter of tries) {
        const typed = jump.typed + letter
        const matching = words.filter((word) => word.letters.startsWith(typed))
        const [only] = matching
        if (only !== undefined && matching.length === 1) {
          return choose(only.span, only.letters.slice(typed.length))
        }
        if (only !== undefined) return narrow(typed)
        const spare = byLabel(letter)
        if (spare !== undefined) return choose(spare.span)
      }
      context.say(`No word in sight begins with ${jump.typed}${tries[0] ?? ''}`)
    }

    switch (read.kind) {
      case 'modifier':
        return false
      case 'other':
        stop()
        return false
      case 'letters':
        take(read.letters, read.digit)
        return true
      case 'nearest': {
        const nearest = jump.targets[0]?.span ?? words[0]?.span
        if (nearest !== undefined) choose(nearest)
        return true
      }
      case 'back':
        if (jump.typed !== '') narrow([...jump.typed].slice(0, -1).join(''))
        else stop()
        return true
      case 'end':
        stop()
        return true
      case 'nothing':
        return true
    }
  }
}

/** Who types a word as a whole doesn't see when its first letters were enough. */
function swallow(
  state: EditorState,
  jumping: JumpState,
  read: JumpStroke,
  time: number,
  dispatch: (tr: Transaction) => void,
): boolean {
  const { ahead } = jumping
  if (ahead === null || read.kind !== 'letters' || time >= ahead.until) return false
  const tries = read.digit === null ? read.letters : [...read.letters, read.digit]
  const next = tries.find((letter) => ahead.letters.startsWith(letter))
  if (next === undefined) return false
  const rest = { letters: ahead.letters.slice(next.length), until: time + AHEAD }
  dispatch(tellJump(state.tr, { ...jumping, ahead: rest }))
  return true
}

function waitFor(state: EditorState, words: readonly JumpWord[], asked: Omit<Jump, 'targets'>): Transaction {
  const targets = labelled(words, asked.typed, asked.to)
  return tellJump(state.tr, { waiting: { words, jump: { ...asked, targets } }, from: null, ahead: null })
}

function arrive(
  state: EditorState,
  { to, from }: Jump,
  target: Span,
  ahead: JumpState['ahead'],
): Transaction {
  return to === 'start'
    ? tellJump(placeCaret(state.tr, target.start), { waiting: null, from: target.start, ahead })
    : tellJump(select(state.tr, selectedBy(from, target)), { ...noJump, ahead })
}

function arrived(state: EditorState, { to, from }: Jump, target: Span): string {
  const { start, end } = to === 'start' ? target : selectedBy(from, target)
  const words = shorten(storyOf(state).text.slice(start, end))
  return to === 'start' ? words : `Selected: ${words}`
}

const selectedBy = (from: TextOffset, { end }: Span): Span => ({ start: from, end })

/** "4 words: 1 corridor, 2 council …" */
function hear(state: EditorState, targets: Jump['targets']): string {
  if (targets.length === 0) return 'Type letters of a word'
  const { text } = storyOf(state)
  const names = targets
    .slice(0, HEARD)
    .map(({ span, label }) => `${label} ${text.slice(span.start, span.end)}`)
  const more = targets.length > HEARD ? ' …' : ''
  return `${targets.length} ${targets.length === 1 ? 'word' : 'words'}: ${names.join(', ')}${more}`
}

/** The part of the story in which words are looked for: what can be seen, else what is drawn, else all of it. */
function sightIn(state: EditorState, view: EditorView | undefined): Piece {
  const { length } = storyOf(state).text
  const seen = view === undefined ? null : measureVisible(view, scrollerOf(view.dom))
  if (seen === null) return drawingOf(state).window ?? { start: 0 as TextOffset, end: length as TextOffset }
  return {
    start: Math.max(0, seen.start - LINE) as TextOffset,
    end: Math.min(length, seen.end + LINE) as TextOffset,
  }
}
