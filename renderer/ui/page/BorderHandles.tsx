import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { type Annotation, isPlaced, type PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { findTag } from '../../../shared/tags.ts'
import { isMine } from '../../state/selectors.ts'
import { useEditor } from '../editor-context.ts'
import { tagStyle } from '../tag-style.ts'
import { useDesk, useTools } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import styles from './BorderHandles.module.css'
import type { Border } from './border-target.ts'
import { STORY_SCROLL } from './Page.tsx'
import type { Box } from './place-popover.ts'
import { useBorderDrag } from './use-border-drag.ts'
import { usePointerInUse } from './use-pointer-in-use.ts'

const borders: readonly Border[] = ['start', 'end']
// While the story scrolls there are no handles; this long after the last step of it they are back, in milliseconds.
const SCROLL_REST = 120

/**
 * Handles at both borders of the active annotation, to be dragged; with keys it is `B` and the arrows, and the
 * handle shows which border was chosen. They lie over the story, never in it.
 */
export const BorderHandles = memo(function BorderHandles() {
  const editor = useEditor()
  const mark = useMovable()
  const chosen = useDesk(({ open }) => open?.editor.border ?? null)
  const tags = useTags()
  // Whoever works with keys would only see them jump about.
  const pointerInUse = usePointerInUse()
  const layer = useRef<HTMLDivElement>(null)
  const { ghost, start, move, end, stop } = useBorderDrag(editor, mark)

  const place = useCallback(() => {
    const base = layer.current?.getBoundingClientRect()
    if (base === undefined || editor === null || mark === null) return
    const carets: Readonly<Record<Border, Box | null>> = editor.bordersOf(mark.id)
    for (const border of borders) {
      const handle = layer.current?.querySelector<HTMLElement>(`[data-border="${border}"]`)
      if (handle) moveTo(handle, ghost?.border === border ? ghost.caret : carets[border], base)
    }
  }, [editor, mark, ghost])
  useLayoutEffect(place)
  useAtRest(layer, place)

  if (mark === null || (!pointerInUse && chosen === null && ghost === null)) return null
  return (
    <div ref={layer} className={styles.layer} style={tagStyle(findTag(tags, mark.tag))} aria-hidden="true">
      {borders.map((border) => (
        <div
          key={border}
          className={styles.handle}
          data-border={border}
          data-chosen={chosen === border || undefined}
          data-dragged={ghost?.border === border || undefined}
          onPointerDown={start(border)}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={stop}
        />
      ))}
    </div>
  )
})

/** The active annotation, if its borders can be moved now; null: they can't. */
function useMovable(): PlacedAnnotation | null {
  const { store } = useTools()
  const person = useDesk((state) => state.person)
  const active = useDesk(({ open }) => {
    if (open === null || open.editor.mode !== 'annotate' || open.editor.jump !== null) return null
    return open.marksHidden || open.editor.placing !== null ? null : open.editor.active
  })
  const annotations = useDesk(({ open }) => (active === null ? none : (open?.editor.annotations ?? none)))
  // Looked for among thousands only when it is another one, or they changed.
  return useMemo(() => {
    const { open } = store.get()
    const found = active === null ? undefined : annotations.find(({ id }) => id === active)
    if (open === null || found === undefined || !isPlaced(found)) return null
    return found.creator === person?.id || isMine(open, found) ? found : null
  }, [store, person, active, annotations])
}

const none: readonly Annotation[] = []

function moveTo(handle: HTMLElement, caret: Box | null, base: Box): void {
  handle.hidden = caret === null
  if (caret === null) return
  handle.style.translate = `${caret.left - base.left}px ${caret.top - base.top}px`
  handle.style.height = `${caret.bottom - caret.top}px`
}

/** Places what lies over the story after each redraw of it, but not while it scrolls: then it is out of sight. */
function useAtRest(layer: { readonly current: HTMLElement | null }, place: () => void) {
  const editor = useEditor()
  useEffect(() => {
    const scroller = document.getElementById(STORY_SCROLL)
    if (editor === null || scroller === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = () => {
      timer = undefined
      layer.current?.removeAttribute('data-scrolling')
      place()
    }
    const scroll = () => {
      clearTimeout(timer)
      timer = setTimeout(rest, SCROLL_REST)
      layer.current?.setAttribute('data-scrolling', '')
    }
    scroller.addEventListener('scroll', scroll, { passive: true })
    const stop = editor.onLayout(() => timer === undefined && place())
    return () => {
      clearTimeout(timer)
      layer.current?.removeAttribute('data-scrolling')
      scroller.removeEventListener('scroll', scroll)
      stop()
    }
  }, [editor, layer, place])
}
