import { TagStrip } from './TagStrip.tsx'
import { useNumbers } from './use-numbers.ts'

/** How far the open story is: share of sentences, who marked it, and the tag strip. */
export function OpenStoryProgress({ className }: { readonly className: string }) {
  const numbers = useNumbers()
  if (numbers === null) return null
  const { coverage, people } = numbers
  const share = coverage === null ? [] : [`${Math.round(coverage * 100)} % of sentences`]
  return (
    <>
      <span className={className}>
        {people.length === 0 ? 'Not started' : [...share, people.join(', ')].join(' · ')}
      </span>
      <TagStrip />
    </>
  )
}
