import styles from './TagStrip.module.css'
import { useStrip } from './use-strip.ts'

// The strip is drawn on a line of this length and stretched to its place.
const LENGTH = 1000

/** The whole story as one line, coloured where it is marked. The counts beside it say the same in words. */
export function TagStrip() {
  const strip = useStrip()
  return (
    <svg className={styles.strip} viewBox={`0 0 ${LENGTH} 1`} preserveAspectRatio="none" aria-hidden="true">
      {strip.map(({ colour, stretches }) => (
        <path
          key={colour}
          style={{ fill: colour }}
          d={stretches
            .map(({ start, end }) => `M${round(start)} 0H${round(end)}V1H${round(start)}Z`)
            .join('')}
        />
      ))}
    </svg>
  )
}

function round(part: number): number {
  return Math.round(part * LENGTH * 10) / 10
}
