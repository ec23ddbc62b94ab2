import { sameWords } from '../../shared/anchor/same-words.ts'
import type { Drift } from '../../shared/annotation/annotation.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { Story } from '../../shared/story/story.ts'
import type { Sha256, Span } from '../../shared/units.ts'
import { isConfirmedSentence, NO_SENTENCE } from './confirmed-sentence.ts'

/** What became of the words that a person confirmed, at the place where the item stands in the text. */
export function driftOf(item: SidecarItem, span: Span, story: Story, textSha256: Sha256): Drift {
  const confirmed = item['galley:confirmed']
  const { target } = item
  const exact = confirmed['galley:exact']
  const found = story.text.slice(span.start, span.end)
  if (found !== exact && !sameWords(found, exact)) return 'words'
  // Confirmed on this very text: no sentence has to be cut out.
  const here = target['galley:text'] === textSha256 && target['galley:moves'] === undefined
  if (here && confirmed['galley:sentenceSha256'] !== NO_SENTENCE) return 'none'
  return isConfirmedSentence(confirmed['galley:sentenceSha256'], story, span) ? 'none' : 'sentence'
}
