import type { OpenedStory } from '../../shared/desk/contract.ts'
import { personName } from '../../shared/desk/person-name.ts'
import type { Failure } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/messages.ts'
import type { Result } from '../../shared/result.ts'
import { type Finding, failedFinding, findingOf, inWords, needsPerson } from './check-finding.ts'
import { command, type Given } from './command.ts'
import { atDesk, type CommandDesk } from './desk.ts'
import { DONE, type Io, NEEDS_A_PERSON, print, say, type WrongUse } from './io.ts'
import { someStories } from './stories.ts'

const options = {
  json: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  as: { type: 'string' },
} as const

export const check = command({
  name: 'check',
  usage: 'check STORY… [--json] [--fix --as NAME]',
  summary: 'Tells for every layer what is placed, changed or an orphan, and what can’t be read.',
  help: `  --fix      saves today's positions of the marks that were found with the words they were confirmed with. Only
             in the annotation file of the person named; changed words and orphans are left for that person
  --as NAME  goes with --fix: the annotator known here by exactly that name
  --json     an array with one object per story: story; layers, each with annotator, name, and the lists placed,
             sentenceChanged (the words are the same, the sentence around them is not), changed (the words read
             otherwise), orphan and versions (changed in two places at once), which hold id, quote (the words that
             were confirmed) and words (those that stand there today, null for an orphan); unreadable, the
             annotation files that can't be read, each with file, kind and sentence; tags, null or a sentence on
             the folder's file of tags; problem, null or a sentence;
             fixed, the ids that got new positions, null without --fix or where that person has no annotations

Exit code 0: nothing to do; 1: something needs a person (changed words or sentences, an orphan, two versions, a file
that can't be read, a file of tags with a fault, a story that can't be opened, work that is not yet beside its story,
nothing at all by the person to fix); 2: wrong use.
`,
  options,
  async run({ values, positionals }, io) {
    const stories = someStories(positionals)
    if ('wrongUse' in stories) return stories
    const fixer = fixerOf(values)
    if (typeof fixer === 'object' && fixer !== null) return fixer
    return atDesk(io, fixer === null ? {} : { person: fixer }, async (desk) => {
      const found: Finding[] = []
      for (const story of stories) found.push(await look(desk, story, fixer, io))
      const words = values.json
        ? `${JSON.stringify(found, null, 2)}\n`
        : found.map((one) => inWords(one, io)).join('')
      print(io, words)
      const nothingToFix = fixer !== null && found.every(({ fixed }) => fixed === null)
      return nothingToFix || found.some(needsPerson) ? NEEDS_A_PERSON : DONE
    })
  },
})

/** Whose positions are saved; null: nothing is to be changed. */
function fixerOf({ fix, as }: Given<typeof options>['values']): string | null | WrongUse {
  if (!fix)
    return as === undefined ? null : { wrongUse: '--as goes with --fix: nothing is changed without it.' }
  if (as === undefined) return { wrongUse: 'Say whose annotations to fix with --as NAME.' }
  const name = personName(as)
  return name.ok ? name.value : { wrongUse: sentenceFor(name.error) }
}

async function look(desk: CommandDesk, story: string, fixer: string | null, io: Io): Promise<Finding> {
  const opened = await desk.open(story)
  if (!opened.ok) return failedFinding(story, opened.error)
  if (fixer === null) return findingOf(story, opened.value)
  const own = opened.value.layers.find(({ mine }) => mine)
  if (own === undefined || own.count === 0) {
    say(io, `“${fixer}” has no annotations of “${story}”: nothing was changed there.`)
    return findingOf(story, opened.value)
  }
  return fixed(desk, story, opened.value)
}

async function fixed(desk: CommandDesk, story: string, { id }: OpenedStory): Promise<Finding> {
  const settled = await desk.api.settlePlaces({ story: id })
  if (!settled.ok) return failedFinding(story, settled.error)
  const after: Result<OpenedStory, Failure> = await desk.api.openStory({ story: id })
  if (!after.ok) return failedFinding(story, after.error)
  const finding = findingOf(story, { ...after.value, save: settled.value.save })
  return { ...finding, fixed: settled.value.settled }
}
