import chart from './Chart.module.css'
import type { StoryTick } from './ticks.ts'

// Part of the width; a number of three digits fits behind the line before it.
const NEAR_END = 0.92

/** Thin lines through the chart where headings or paragraphs begin; paragraphs with their number. */
export function StoryTicks({ ticks }: { readonly ticks: readonly StoryTick[] }) {
  return (
    <div className={chart.ticks} aria-hidden="true">
      {ticks.map(({ at, label, kind }) => (
        <span key={at} className={chart.tick} style={{ insetInlineStart: `${100 * at}%` }}>
          {kind === 'paragraph' && (
            <span className={chart.tickLabel} data-before={at > NEAR_END || undefined}>
              {label}
            </span>
          )}
        </span>
      ))}
    </div>
  )
}
