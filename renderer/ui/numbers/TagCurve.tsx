import { memo } from 'react'
import type { Tag } from '../../../shared/tags.ts'
import { tagStyle } from '../tag-style.ts'
import chart from './Chart.module.css'
import { stepPaths } from './chart-paths.ts'

interface TagCurveProps {
  readonly tag: Tag
  /** 0–1 for each part of the story. */
  readonly shares: readonly number[]
  /** The share that takes the full height, above 0. */
  readonly most: number
}

/** One tag along the story: its tint as an area, its line style along the top. The slider around it says the same. */
export const TagCurve = memo(function TagCurve({ tag, shares, most }: TagCurveProps) {
  const { area, edge } = stepPaths(shares.map((share) => share / most))
  return (
    <div className={chart.curve} style={tagStyle(tag)} data-line={tag.line} aria-hidden="true">
      <bdi className={chart.curveName}>{tag.shortLabel}</bdi>
      <svg viewBox={`0 0 ${shares.length} 1`} preserveAspectRatio="none" aria-hidden="true">
        <path className={chart.area} d={area} />
        <path className={chart.edge} d={edge} />
        {tag.line === 'double' && <path className={chart.gap} d={edge} />}
      </svg>
    </div>
  )
})
