import { memo, type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { type Span, span } from '../../../shared/units.ts'
import type { DeskState } from '../../state/model.ts'
import { useEditor } from '../editor-context.ts'
import type { TagRun } from '../strip-bins.ts'
import { useDesk, useTools } from '../tools.ts'
import { STRIP_LENGTH, useStrip } from '../use-strip.ts'
import { findTicks } from './find-ticks.ts'
import { STORY_SCROLL } from './Page.tsx'
import styles from './Ruler.module.css'

// The shortest run, on the strip: one marked word in a long read still shows.
const LEAST = 2

/** The whole story as a narrow column: what is marked where, and which part is in view. Pressing it goes there. */
export const Ruler = memo(function Ruler() {
  const { store } = useTools()
  const editor = useEditor()
  const strip = useStrip()
  const ruler = useRef<HTMLDivElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const sight = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (editor === null) return
    let last = ''
    const draw = () => {
      const length = lengthOf(store.get())
      const page = document.getElementById(STORY_SCROLL)
      // A key moves nothing, most of the time; what is seen takes some thirty questions to find out.
      const now = `${length} ${page?.scrollTop} ${page?.scrollHeight} ${page?.clientHeight}`
      if (now === last) return
      last = now
      const seen = editor.visibleSpan()
      // When all have read the layout: a write in between would have it made anew for the next who reads.
      if (seen !== null && length > 0) queueMicrotask(() => show(seen, length))
    }
    const show = ({ start, end }: Span, length: number) => {
      if (view.current === null || sight.current === null) return
      // Nothing to scroll, nothing to show.
      view.current.hidden = start === 0 && end === length
      // Moved, not laid out: the ruler goes along with each frame of the wheel.
      view.current.style.transform = `translateY(${(100 * start) / length}%)`
      const height = `${(100 * (end - start)) / length}%`
      if (sight.current.style.height !== height) sight.current.style.height = height
      ruler.current?.setAttribute('aria-valuenow', String(Math.round((100 * start) / length)))
    }
    draw()
    return editor.onLayout(draw)
  }, [editor, store])

  const go = (event: PointerEvent<HTMLDivElement>) => {
    const length = lengthOf(store.get())
    if (event.buttons !== 1 || length === 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const part = Math.min(Math.max((event.clientY - top) / height, 0), 1)
    const at = Math.min(Math.floor(part * length), length - 1)
    editor?.scrollTo(span(at, at + 1))
  }
  return (
    <div
      ref={ruler}
      className={styles.ruler}
      role="scrollbar"
      aria-label="Place in the story"
      aria-controls={STORY_SCROLL}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      tabIndex={-1}
      onPointerDown={go}
      onPointerMove={go}
    >
      <svg
        className={styles.marks}
        viewBox={`0 0 1 ${STRIP_LENGTH}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {strip.map(({ colour, runs }) => (
          <path key={colour} style={{ fill: colour }} d={runs.map(box).join('')} />
        ))}
        <Hits />
      </svg>
      <div ref={view} className={styles.view}>
        <div ref={sight} className={styles.sight} />
      </div>
    </div>
  )
})

/** Where the words that are looked for stand: on half the width, so that marks are still seen beside them. */
function Hits() {
  const editor = useEditor()
  const query = useDesk(({ open }) => open?.editor.find?.query ?? null)
  const story = useDesk(({ open }) => (open?.editor.find ? open.editor.story : null))
  const ticks = useMemo(() => {
    const hits = query === null || story === null ? null : (editor?.hits() ?? null)
    return hits === null ? [] : findTicks(hits, story?.text.length ?? 0, STRIP_LENGTH)
  }, [editor, query, story])
  if (ticks.length === 0) return null
  return (
    <path
      className={styles.hits}
      d={ticks.map((tick) => `M0.5 ${tick - 1}H1V${tick + LEAST}H0.5Z`).join('')}
    />
  )
}

/** Of the story text as it stands, in UTF-16 units. */
function lengthOf({ open }: DeskState): number {
  return open?.editor.story.text.length ?? 0
}

function box({ start, end }: TagRun): string {
  return `M0 ${start}H1V${Math.max(end, start + LEAST)}H0Z`
}
