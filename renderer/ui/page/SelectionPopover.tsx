import { memo, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { EditorSnapshot } from '../../state/model.ts'
import { useEditor } from '../editor-context.ts'
import { useDesk } from '../tools.ts'
import { STORY_SCROLL } from './Page.tsx'
import { type Point, placePopover } from './place-popover.ts'
import { SelectionChoices } from './SelectionChoices.tsx'
import styles from './SelectionPopover.module.css'
import { useHand } from './use-hand.ts'
import { useRest } from './use-rest.ts'

// With keys one steps on at once as a rule; the popover waits until the selection stays, in milliseconds.
const KEY_REST = 450
// With the pointer long enough for the third press of a triple click.
const POINTER_REST = 160
// Height of the line that says what a tag is for, two lines of it, in pixels.
const HINT = 48

/** Tags beside the selected words. It never takes the focus, never covers the words, and waits for the hand. */
export const SelectionPopover = memo(function SelectionPopover() {
  const asked = useDesk(({ open }) => (open === null ? null : whatIsAsked(open.editor)))
  const { down, at } = useHand()
  const rested = useRest(down ? null : asked, at.current === null ? KEY_REST : POINTER_REST)
  if (!rested) return null
  return <Placed key={asked} at={at} />
})

/** The selection that waits for a tag, as a string to be compared; null: none does. */
function whatIsAsked(editor: EditorSnapshot): string | null {
  const { selection, mode, placing, armed, border, jump } = editor
  // Where words are typed, looked for or marked by themselves, a selection is no question which tag.
  const busy = mode !== 'annotate' || placing !== null || armed !== null || border !== null || jump !== null
  return selection === null || busy ? null : `${selection.start}-${selection.end}`
}

function Placed({ at }: { readonly at: RefObject<Point | null> }) {
  const editor = useEditor()
  const popover = useRef<HTMLDivElement>(null)
  // Where the pointer let go when it came up; it stays there.
  const [pointer] = useState(at.current)

  const place = useCallback(() => {
    const element = popover.current
    const scroll = document.getElementById(STORY_SCROLL)
    if (element === null || scroll === null) return
    const stage = scroll.getBoundingClientRect()
    const words = editor?.rectOfSelection() ?? null
    // Scrolled since, the words are elsewhere and the pointer says nothing of them.
    const near = pointer !== null && words !== null && isAtWords(pointer, words) ? pointer : null
    const size = { width: element.offsetWidth, height: element.offsetHeight }
    const found = placePopover(words, stage, size, { pointer: near, spare: HINT })
    const worked = scroll.contains(document.activeElement) || element.contains(document.activeElement)
    element.toggleAttribute('data-away', found === null || !worked)
    if (found === null) return
    element.dataset.side = found.side
    element.style.translate = `${found.left - stage.left}px ${found.top - stage.top}px`
  }, [editor, pointer])

  useLayoutEffect(place)
  useEffect(() => editor?.onLayout(place), [editor, place])
  useEffect(() => {
    document.addEventListener('focusin', place)
    return () => document.removeEventListener('focusin', place)
  }, [place])
  return (
    <div ref={popover} className={styles.popover} data-away="">
      <SelectionChoices />
    </div>
  )
}

// A drag often ends a little beside the words, in pixels.
const NEAR = 40

function isAtWords(
  { y }: Point,
  { first, last }: { readonly first: DOMRect; readonly last: DOMRect },
): boolean {
  return y > first.top - NEAR && y < last.bottom + NEAR
}
