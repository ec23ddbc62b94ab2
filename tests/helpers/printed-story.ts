import type { ImportedSet } from '../../shared/exchange/imported.ts'
import type { Story } from '../../shared/story/story.ts'

/** A story, and what came with it, as lines that a person can check against the document. */
export function printed(read: {
  readonly story: Story
  readonly images?: readonly {
    readonly source: string
    readonly mediaType: string
    readonly bytes: Uint8Array
  }[]
  readonly comments?: ImportedSet
}): string {
  const { story, images = [], comments } = read
  const lines = [`${story.format} ${story.reader}`, '']
  for (const { kind, start, end, level, marker } of story.blocks) {
    const name = `${kind}${level === 0 ? '' : ` ${level}`}${marker === '' ? '' : ` ${marker}`}`
    const source = story.images.find(({ at }) => kind === 'image' && at === start)?.source
    lines.push(`${name} | ${story.text.slice(start, end)}${source === undefined ? '' : ` <${source}>`}`)
  }
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [
      'marks',
      story.marks.map(
        ({ kind, start, end, href }) =>
          `${kind} ${start}–${end} “${story.text.slice(start, end)}”${href === '' ? '' : ` <${href}>`}`,
      ),
    ],
    ['meta', Object.entries(story.meta).map(([name, value]) => `${name}: ${value}`)],
    ['warnings', story.warnings],
    ['images', images.map(({ source, mediaType, bytes }) => `${source} ${mediaType} ${bytes.length} bytes`)],
    ['comments', (comments?.marks ?? []).map((mark) => JSON.stringify(mark))],
    ['warnings of the comments', comments?.warnings ?? []],
  ]
  for (const [title, rows] of parts) if (rows.length > 0) lines.push('', `# ${title}`, ...rows)
  return `${lines.join('\n')}\n`
}
