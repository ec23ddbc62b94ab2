import type { Tag } from '../../../shared/tags.ts'
import { tagStyle } from '../tag-style.ts'
import bars from './Bars.module.css'

interface StackedBarProps {
  readonly parts: readonly { readonly tag: Tag; readonly count: number }[]
  /** What the full width stands for; the parts together are not more. */
  readonly of: number
}

/** Counts by tag as pieces of one bar, each with its tag's colour and line. What stands beside it says it in words. */
export function StackedBar({ parts, of }: StackedBarProps) {
  return (
    <span className={bars.bar} aria-hidden="true">
      {parts.map(
        ({ tag, count }) =>
          count > 0 && (
            <span
              key={tag.id}
              className={bars.piece}
              data-line={tag.line}
              style={{ ...tagStyle(tag), inlineSize: `${(100 * count) / of}%` }}
            />
          ),
      )}
    </span>
  )
}
