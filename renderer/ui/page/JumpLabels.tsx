import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useEditor } from '../editor-context.ts'
import { useDesk } from '../tools.ts'
import styles from './JumpLabels.module.css'

/** While `G` waits for letters: the key of each word it can go to, over that word. The editor says them aloud. */
export const JumpLabels = memo(function JumpLabels() {
  const editor = useEditor()
  const jump = useDesk(({ open }) => open?.editor.jump ?? null)
  const layer = useRef<HTMLDivElement>(null)
  const labelled = jump?.targets.filter(({ label }) => label !== '') ?? []

  const place = useCallback(() => {
    const base = layer.current?.getBoundingClientRect()
    if (base === undefined || editor === null || jump === null) return
    const targets = jump.targets.filter(({ label }) => label !== '')
    // All are read before the first is written.
    const rects = targets.map(({ span }) => editor.rectOfSpan(span))
    for (const [index, chip] of [...(layer.current?.children ?? [])].entries()) {
      const rect = rects[index] ?? null
      if (!(chip instanceof HTMLElement)) continue
      chip.hidden = rect === null
      if (rect !== null) {
        chip.style.translate = `${Math.round(rect.left - base.left)}px ${Math.round(rect.top - base.top)}px`
      }
    }
  }, [editor, jump])
  useLayoutEffect(place)
  useEffect(() => editor?.onLayout(place), [editor, place])

  if (labelled.length === 0) return null
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      {labelled.map(({ label, span }) => (
        <kbd key={span.start} className={styles.label} data-testid="jump-label">
          {label.toUpperCase()}
        </kbd>
      ))}
    </div>
  )
})
