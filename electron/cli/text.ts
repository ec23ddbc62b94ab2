import { formatOf } from '../../shared/story/formats.ts'
import { command } from './command.ts'
import { atDesk } from './desk.ts'
import { DONE, fail, print } from './io.ts'
import { oneStory } from './stories.ts'
import { sayWarnings } from './warnings.ts'

export const text = command({
  name: 'text',
  usage: 'text STORY [--whole-page]',
  summary: 'Prints the story text: exactly the text that offsets count in, and nothing else.',
  help: `  --whole-page  of a web page everything, not only the article found in it

Lines end with a line feed, a byte order mark is left out, and no line feed is added at the end.
What could not be carried over from a document or a page is named on standard error.
Exit code 0: printed; 1: the story can't be opened; 2: wrong use.
`,
  options: { 'whole-page': { type: 'boolean', default: false } },
  async run({ values, positionals }, io) {
    const story = oneStory(positionals)
    if (typeof story !== 'string') return story
    const wholePage = values['whole-page']
    if (wholePage && formatOf(story) !== 'html') {
      return { wrongUse: `--whole-page goes with a web page, which “${story}” is not.` }
    }
    return atDesk(io, {}, async ({ open }) => {
      const opened = await open(story, { wholePage })
      if (!opened.ok) return fail(io, opened.error)
      sayWarnings(opened.value, io)
      print(io, opened.value.story.text)
      return DONE
    })
  },
})
