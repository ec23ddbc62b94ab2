import { STRIP_LENGTH, useWholeStrip } from '../use-strip.ts'
import styles from './TagStrip.module.css'

/** The whole story as one line, coloured where it is marked. The counts beside it say the same in words. */
export function TagStrip() {
  const strip = useWholeStrip()
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${STRIP_LENGTH} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {strip.map(({ colour, runs }) => (
        <path
          key={colour}
          style={{ fill: colour }}
          d={runs.map(({ start, end }) => `M${start} 0H${end}V1H${start}Z`).join('')}
        />
      ))}
    </svg>
  )
}
