import type { Block, Story } from '../../shared/story/story.ts'
import { type Span, span, type TextOffset, textOffset } from '../../shared/units.ts'

/** A story whose source said where its named places are. */
export interface MarkedStory {
  readonly story: Story
  readonly text: string
  /** Offset of the marker `<name>`. @throws RangeError if there is none. */
  at(name: string): TextOffset
  /** From one marker to another; `<a>` to `<b>` unless told. */
  span(from?: string, to?: string): Span
}

/**
 * `story('The <a>mayor<b> resigned')`: a story with the text "The mayor resigned" whose `a` is 4 and `b` is 9.
 * A marker is lower-case letters and digits in angle brackets. Each line is a paragraph, an empty one blank.
 */
export function story(source: string, overrides: Partial<Story> = {}): MarkedStory {
  const offsets = new Map<string, TextOffset>()
  let text = ''
  let from = 0
  for (const marker of source.matchAll(/<([a-z][a-z0-9]*)>/g)) {
    text += source.slice(from, marker.index)
    from = marker.index + marker[0].length
    offsets.set(marker[1] ?? '', textOffset(text.length))
  }
  text += source.slice(from)

  const at = (name: string): TextOffset => {
    const offset = offsets.get(name)
    if (offset === undefined) throw new RangeError(`no marker <${name}> in ${JSON.stringify(source)}`)
    return offset
  }
  return {
    story: {
      name: 'story.txt',
      format: 'txt',
      reader: 'txt/1',
      text,
      blocks: paragraphs(text),
      marks: [],
      images: [],
      meta: {},
      hardWrapped: false,
      warnings: [],
      ...overrides,
    },
    text,
    at,
    span: (from = 'a', to = 'b') => span(at(from), at(to)),
  }
}

function paragraphs(text: string): Block[] {
  let start = 0
  return text.split('\n').map((line) => {
    const end = start + line.length
    const kind = line === '' ? 'blank' : 'paragraph'
    const block: Block = { kind, start: textOffset(start), end: textOffset(end), level: 0, marker: '' }
    start = end + 1
    return block
  })
}
