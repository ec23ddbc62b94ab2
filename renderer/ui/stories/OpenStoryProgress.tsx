import { type Numbers, useNumbers } from '../numbers/use-numbers.ts'
import { TagStrip } from './TagStrip.tsx'

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

function inWords({ sentences, marked, people }: Numbers): string {
  if (people.length === 0) return 'Not started'
  const noun = sentences === 1 ? 'sentence' : 'sentences'
  const share = sentences === 0 ? [] : `${marked.toLocaleString()} of ${sentences.toLocaleString()} ${noun}`
  return [share, people.join(', ')].flat().join(' · ')
}
