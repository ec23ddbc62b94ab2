import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { builtInTags } from '../../shared/tags.ts'
import { useEditor } from './editor-context.ts'
import { Kbd } from './parts/Kbd.tsx'
import { TagDot } from './parts/TagSwatch.tsx'
import { placePopover } from './place-popover.ts'
import styles from './SelectionPopover.module.css'
import { tagCommand } from './tag-command.ts'
import { tagStyle } from './tag-style.ts'
import { useDesk, useTools } from './tools.ts'

/** Tags beside the selected words. It never takes the focus, never covers the words, and waits for the pointer. */
export const SelectionPopover = memo(function SelectionPopover() {
  const selection = useDesk((state) => state.open?.editor.selection ?? null)
  // Where words are typed or looked for, a selection is no question which tag.
  const isMarking = useDesk(({ open }) => open?.editor.mode === 'annotate' && open.editor.placing === null)
  const pointerIsDown = usePointerIsDown()
  if (selection === null || pointerIsDown || !isMarking) return null
  return <Choices />
})

function Choices() {
  const editor = useEditor()
  const { runner } = useTools()
  const singleKeys = useDesk((state) => state.settings.singleKeys)
  const canNote = useDesk(() => runner.can('note'))
  const popover = useRef<HTMLDivElement>(null)

  const place = useCallback(() => {
    const element = popover.current
    const stage = element?.parentElement?.getBoundingClientRect()
    if (element === null || element === undefined || stage === undefined) return
    const at = placePopover(editor?.rectOfSelection() ?? null, stage, element.getBoundingClientRect())
    element.style.visibility = at === null || !isWorkingInStory(element) ? 'hidden' : 'visible'
    if (at !== null) element.style.transform = `translate(${at.left}px, ${at.top}px)`
  }, [editor])

  useLayoutEffect(place)
  useEffect(() => editor?.onLayout(place), [editor, place])
  useEffect(() => {
    document.addEventListener('focusin', place)
    return () => document.removeEventListener('focusin', place)
  }, [place])

  const tags = builtInTags.map((tag) => ({ tag, command: tagCommand(tag) }))
  return (
    <div ref={popover} className={styles.popover} role="toolbar" aria-label="Tag the selected words">
      {tags.map(
        ({ tag, command }) =>
          command !== undefined && (
            <button
              key={tag.id}
              type="button"
              className={styles.choice}
              style={tagStyle(tag)}
              aria-label={tag.label}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => runner.run(command)}
            >
              <TagDot tag={tag} />
              <span className={styles.label}>{tag.shortLabel}</span>
              {singleKeys && <Kbd silent>{tag.key}</Kbd>}
            </button>
          ),
      )}
      {canNote && (
        <button
          type="button"
          className={styles.choice}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runner.run('note')}
        >
          <span className={styles.label}>Note</span>
          {singleKeys && <Kbd silent>N</Kbd>}
        </button>
      )}
    </div>
  )
}

/** The focus is in the story or in the popover itself, not in a card or a dialog. */
function isWorkingInStory(popover: HTMLElement): boolean {
  return popover.parentElement?.contains(document.activeElement) ?? false
}

/** True from the press of a pointer to its release: the popover must not jump about under a growing selection. */
function usePointerIsDown(): boolean {
  const [down, setDown] = useState(false)
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const inPopover = event.target instanceof Element && event.target.closest('[role="toolbar"]') !== null
      if (!inPopover) setDown(true)
    }
    const release = () => setDown(false)
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release, true)
    window.addEventListener('pointercancel', release, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('pointerup', release, true)
      window.removeEventListener('pointercancel', release, true)
    }
  }, [])
  return down
}
