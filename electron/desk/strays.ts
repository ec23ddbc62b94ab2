import path from 'node:path'
import { marksIn } from '../../shared/annotation/item.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type { Person, Stray } from '../../shared/desk/contract.ts'
import type { AnnotatorId, Sha256 } from '../../shared/units.ts'
import type { StorySidecars } from '../storage/story-sidecars.ts'
import { findStraySidecars, type StraySidecar } from '../storage/stray-sidecars.ts'
import type { StoryState } from './story-state.ts'
import type { StoryText } from './story-text.ts'

// A file of which fewer marks are found than this share was hardly made on this story.
const FOUND_SHARE = 0.5

/** The folder's sidecars without a story that were made on this one: on its very text, or on its words. */
export async function findStrays(
  sidecars: StorySidecars,
  state: StoryState,
  me: Person | null,
): Promise<readonly Stray[]> {
  const { file, facts } = state.current
  const found = await findStraySidecars(sidecars, path.dirname(file.path), facts.storyName)
  await state.learn(textsOf(found))
  return straysThatFit(found, state.current, me)
}

function straysThatFit(found: readonly StraySidecar[], text: StoryText, me: Person | null): readonly Stray[] {
  return found.flatMap(({ file, sidecar }) => {
    const items = marksIn(sidecar)
    if (items.length === 0) return []
    const placed = text.place(items).filter((span) => span !== null).length
    const isSameText = sidecar['galley:story']['galley:textSha256'] === text.textSha256
    if (!isSameText && placed < items.length * FOUND_SHARE) return []
    const annotator = { id: sidecar.creator.id as AnnotatorId, name: sidecar.creator.name }
    return {
      file,
      storyName: sidecar['galley:story']['galley:name'],
      annotator,
      mine: annotator.id === me?.id,
      count: items.length,
      found: placed,
    }
  })
}

/** The texts that the marks of some sidecars were made on. */
export function textsOf(sources: readonly { readonly sidecar: Sidecar }[]): ReadonlySet<Sha256> {
  const made = new Set<Sha256>()
  for (const { sidecar } of sources) {
    for (const item of marksIn(sidecar)) made.add(item.target['galley:text'] as Sha256)
  }
  return made
}
