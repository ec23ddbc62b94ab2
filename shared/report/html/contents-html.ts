import { isBody, type Story } from '../../story/story.ts'
import { countWords } from '../../story/words.ts'
import { count } from '../plain-words.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'

/** A place in the story to go to. */
export interface Stop {
  /** Index of the block. */
  readonly block: number
  readonly id: string
  readonly words: string
  /** Not a heading of the story but the opening words of a paragraph, given by its number. */
  readonly paragraph: number | null
  /** Annotations that start between this and the next stop. */
  readonly marks: number
}

// From here on a story is no longer seen as a whole on the screen.
const LONG_IN_WORDS = 1500
const MANY_HEADINGS = 4
/** A long story without headings gets about so many stops. */
const STOPS = 10
const LONGEST = 70

/** The table of contents of a long story, from its headings and labels; empty: it needs none. */
export function storyStops(story: Story, entries: readonly Entry[]): readonly Stop[] {
  const headed = story.blocks.flatMap(({ kind, start, end }, block) =>
    (kind === 'heading' || kind === 'label') && start < end ? [{ block, paragraph: null }] : [],
  )
  const isLong = countWords(story) > LONG_IN_WORDS
  if (headed.length >= MANY_HEADINGS || (isLong && headed.length > 1)) return stopsAt(headed, story, entries)
  return isLong ? stopsAt(everyFew(story), story, entries) : []
}

type Place = Pick<Stop, 'block' | 'paragraph'>

/** Numbered as in the margin. */
function everyFew({ blocks }: Story): readonly Place[] {
  const paragraphs = blocks.flatMap(({ kind }, block) => (isBody(kind) ? [block] : []))
  const step = Math.ceil(paragraphs.length / STOPS)
  return paragraphs.flatMap((block, index) =>
    step > 1 && index % step === 0 ? [{ block, paragraph: index + 1 }] : [],
  )
}

function stopsAt(
  places: readonly Place[],
  { text, blocks }: Story,
  entries: readonly Entry[],
): readonly Stop[] {
  const starts = entries.flatMap(({ annotation: { span } }) => (span === null ? [] : [span.start]))
  return places.map(({ block, paragraph }, index) => {
    const { start = 0, end = 0 } = blocks[block] ?? {}
    const next = blocks[places[index + 1]?.block ?? -1]?.start ?? text.length
    return {
      block,
      id: `part-${index + 1}`,
      words: shortened(text.slice(start, end).trim(), LONGEST),
      paragraph,
      marks: starts.filter((at) => at >= start && at < next).length,
    }
  })
}

/** A section of the report. */
export interface Section {
  readonly id: string
  readonly name: string
}

/** Where to go in the report; the stops hang below the story. */
export function contentsHtml(sections: readonly Section[], stops: readonly Stop[]): Html {
  return html`<nav class="contents${stops.length === 0 ? '' : ' long'}" aria-label="Contents">
<ul>${join(
    sections.map(
      ({ id, name }) =>
        html`<li><a href="#${id}">${name}</a>${id === 'story' && stops.length > 0 ? stopsHtml(stops) : nothing}</li>
`,
    ),
  )}</ul>
</nav>`
}

function stopsHtml(stops: readonly Stop[]): Html {
  return html`<ol class="stops">${join(
    stops.map(({ id, words, paragraph, marks }) => {
      const number = paragraph === null ? nothing : html`<span class="soft">¶ ${paragraph}</span> `
      const used = marks === 0 ? nothing : html` <span class="soft">${count(marks, 'mark')}</span>`
      return html`<li><a href="#${id}">${number}<bdi>${words}</bdi></a>${used}</li>`
    }),
  )}</ol>`
}

/** Cut after a word where there is one, never inside a character. `most`: in code points. */
export function shortened(words: string, most: number): string {
  const points = [...words]
  if (points.length <= most) return words
  const cut = points.slice(0, most).join('')
  const blank = cut.lastIndexOf(' ')
  return `${blank > most / 2 ? cut.slice(0, blank) : cut}…`
}
