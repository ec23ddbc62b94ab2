import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { percent } from '../../../shared/report/plain-words.ts'
import { span } from '../../../shared/units.ts'
import { useEditor } from '../editor-context.ts'
import type { LiveCount } from '../list/use-tag-counts.ts'
import chart from './Chart.module.css'
import { BINS, binSpan } from './distribution.ts'
import type { Figures } from './figures.ts'
import styles from './Numbers.module.css'
import { StoryTicks } from './StoryTicks.tsx'
import { TagCurve } from './TagCurve.tsx'

interface DistributionProps {
  readonly figures: Figures
  readonly tags: readonly LiveCount[]
  readonly onChosen: (() => void) | undefined
}

/**
 * Where in the story each tag stands: one row of steps per tag, the beginning of the story first. One slider over all
 * rows goes to a place in the text, and says what is marked there.
 */
export function Distribution({ figures: { distribution, ticks }, tags, onChosen }: DistributionProps) {
  const editor = useEditor()
  const [at, setAt] = useState(0)
  const rows = distribution.flatMap(({ tag, shares }) => {
    const known = tags.find((one) => one.tag.id === tag)
    return known === undefined ? [] : { tag: known.tag, shares }
  })
  if (rows.length === 0) return null
  // One scale for all rows, so that they can be compared.
  const most = Math.max(...rows.flatMap(({ shares }) => shares))

  const go = (bin: number) => {
    const to = Math.min(Math.max(bin, 0), BINS - 1)
    setAt(to)
    const length = editor?.story().text.length ?? 0
    if (length === 0) return
    // In a story of a few words a part may be less than a letter.
    const start = Math.min(binSpan(to, length).start, length - 1)
    editor?.scrollTo(span(start, start + 1))
  }
  const point = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { left, width } = event.currentTarget.getBoundingClientRect()
    go(Math.floor((BINS * (event.clientX - left)) / width))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      onChosen?.()
      editor?.focus()
      return
    }
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 5, PageUp: -5 }
    const ends = { Home: -BINS, End: BINS }
    const step = { ...steps, ...ends }[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(at + step)
  }
  const here = rows.flatMap(({ tag, shares }) => {
    const share = shares[at] ?? 0
    return share > 0 ? `${tag.label} ${percent(share)}` : []
  })
  return (
    <section className={styles.section} aria-label="Along the story">
      <h3 className={styles.heading}>Along the story</h3>
      <div
        className={chart.chart}
        role="slider"
        tabIndex={0}
        aria-label="Where the tags stand in the story"
        aria-valuemin={1}
        aria-valuemax={BINS}
        aria-valuenow={at + 1}
        aria-valuetext={`Part ${at + 1} of ${BINS}: ${here.join(', ') || 'nothing marked'}`}
        onPointerDown={point}
        onPointerMove={point}
        onKeyDown={onKeyDown}
      >
        {rows.map(({ tag, shares }) => (
          <TagCurve key={tag.id} tag={tag} shares={shares} most={most} />
        ))}
        <StoryTicks ticks={ticks} />
        <span className={chart.cursor} style={{ insetInlineStart: `${(100 * (at + 0.5)) / BINS}%` }} />
      </div>
      <div className={chart.ends} aria-hidden="true">
        <span>Beginning</span>
        <span>End</span>
      </div>
      <Headings figures={{ ticks }} onChosen={onChosen} />
    </section>
  )
}

/** The headings that the lines in the chart stand for; pressing one goes there. */
function Headings({
  figures: { ticks },
  onChosen,
}: {
  readonly figures: Pick<Figures, 'ticks'>
  readonly onChosen: (() => void) | undefined
}) {
  const editor = useEditor()
  const headings = ticks.filter(({ kind }) => kind === 'heading')
  if (headings.length === 0) return null
  return (
    <ol className={chart.headings} aria-label="Headings">
      {headings.map(({ label, span: place }) => (
        <li key={place.start}>
          <button
            type="button"
            className={chart.goTo}
            onClick={() => {
              editor?.scrollTo(place)
              onChosen?.()
            }}
          >
            <bdi>{label}</bdi>
          </button>
        </li>
      ))}
    </ol>
  )
}
