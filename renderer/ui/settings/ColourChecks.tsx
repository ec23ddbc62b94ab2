import { CircleAlert, CircleCheck } from 'lucide-react'
import { papers, type Side } from '../../../shared/colour/paper.ts'
import type { Tag } from '../../../shared/tags.ts'
import styles from './Colours.module.css'
import { type ColourCheck, colourChecks } from './colour-checks.ts'

interface ColourChecksProps {
  readonly tag: Tag
  readonly others: readonly Tag[]
  readonly side: Side
}

/** What can be measured of a tag's colour on one paper: drawn, as a figure, and in words. */
export function ColourChecks({ tag, others, side }: ColourChecksProps) {
  return (
    <ul className={styles.checks} aria-label={`Contrast on ${side} paper`}>
      {colourChecks(tag, others, side).map((check) => (
        <li key={check.id} className={styles.check}>
          <Sample check={check} tag={tag} side={side} />
          <span className={styles.checkText}>
            <span>
              {check.label} <strong className={styles.figure}>{check.figure}</strong>
            </span>
            <span className={styles.verdict} data-ok={check.ok}>
              {check.ok ? (
                <CircleCheck size={13} aria-hidden="true" />
              ) : (
                <CircleAlert size={13} aria-hidden="true" />
              )}
              <span>
                {check.ok ? 'OK. ' : ''}
                {check.sentence}
              </span>
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Marked words on that paper, whatever the window looks like; or two colours as someone else sees them. */
function Sample({
  check,
  tag,
  side,
}: {
  readonly check: ColourCheck
  readonly tag: Tag
  readonly side: Side
}) {
  const { paper, ink, tints } = papers[side]
  const looks: Record<`--${string}`, string> = {
    '--sample-paper': paper,
    '--sample-ink': ink,
    '--tag': tag[side],
    '--tag-line': tag.line,
    '--sample-tint': `${tints[0] * 100}%`,
  }
  return (
    <span className={styles.sample} style={looks} aria-hidden="true">
      {check.seen.length === 0 ? (
        <span className={styles.sampleMark} data-line={tag.line} data-bare={check.id === 'line' || undefined}>
          words
        </span>
      ) : (
        check.seen.map((colour, index) => {
          const one: Record<`--${string}`, string> = { '--tag': colour }
          // biome-ignore lint/suspicious/noArrayIndexKey: the two have no names, and may be of one colour
          return <span key={index} className={styles.seen} style={one} />
        })
      )}
    </span>
  )
}
