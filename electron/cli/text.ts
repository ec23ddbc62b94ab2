import { command } from './command.ts'
import { atDesk } from './desk.ts'
import { DONE, fail, print } from './io.ts'
import { oneStory } from './stories.ts'

export const text = command({
  name: 'text',
  usage: 'text STORY',
  summary: 'Prints the story text: exactly the text that offsets count in, and nothing else.',
  help: `Lines end with a line feed, a byte order mark is left out, and no line feed is added at the end.
Exit code 0: printed; 1: the story can't be opened; 2: wrong use.
`,
  options: {},
  async run({ positionals }, io) {
    const story = oneStory(positionals)
    if (typeof story !== 'string') return story
    return atDesk(io, {}, async ({ open }) => {
      const opened = await open(story)
      if (!opened.ok) return fail(io, opened.error)
      print(io, opened.value.story.text)
      return DONE
    })
  },
})
