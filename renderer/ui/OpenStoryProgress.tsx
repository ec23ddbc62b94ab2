import { TagStrip } from './TagStrip.tsx'
import { type Numbers, useNumbers } from './use-numbers.ts'

/** How far the open story is: share of sentences, who marked it, and the tag strip. */
export function OpenStoryProgress({ className }: { readonly className: string }) {
  const numbers = useNumbers()
  return (
    <>
      <span className={className}>
        {/* Keeps its line while it is counted. */}
        {numbers === null ? '\u00a0' : inWords(numbers)}
      </span>
      <TagStrip />
    </>
  )
}

function inWords({ coverage, people }: Numbers): string {
  if (people.length === 0) return 'Not started'
  const share = coverage === null ? [] : [`${Math.round(coverage * 100)} % of sentences`]
  return [...share, people.join(', ')].join(' · ')
}
