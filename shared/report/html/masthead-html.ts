import { isBody, type Story } from '../../story/story.ts'
import { countWords } from '../../story/words.ts'
import { choiceWords } from '../choice-words.ts'
import { count, dateAndTime, grouped } from '../plain-words.ts'
import type { ReportInput } from '../report-input.ts'
import { comparedLayers } from './compare-html.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import { languageOf } from './story-tongue.ts'

/** What a report is called: the story's headline, else the name of its file. */
export function titleOf({ blocks, text, name }: Story): string {
  const headline = blocks.find(({ kind, start, end }) => kind === 'headline' && start < end)
  const words = headline === undefined ? '' : text.slice(headline.start, headline.end).trim()
  return words === '' ? name : words.replace(/\s+/g, ' ')
}

/** Whose annotations of what, when; and at once what was left out on purpose. */
export function mastheadHtml(input: ReportInput, entries: readonly Entry[]): Html {
  const { story, layers, made, choice, tags } = input
  const orphans = entries.filter(({ place }) => place === null).length
  const paragraphs = story.blocks.filter(({ kind }) => isBody(kind)).length
  const chosen = choiceWords(choice, tags)
  const title = titleOf(story)
  const facts: readonly (readonly [string, Html])[] = [
    ['Story', html`<bdi>${story.name}</bdi>`],
    [layers.length === 1 ? 'Annotator' : 'Annotators', layersHtml(input, entries)],
    [
      'Annotations',
      html`${grouped(entries.length)}${orphans === 0 ? nothing : html`, ${count(orphans, 'of them')} not found in the text`}`,
    ],
    ['Text', html`${count(countWords(story), 'word')} in ${count(paragraphs, 'paragraph')}`],
    ['Made', html`<time datetime="${made}">${dateAndTime(made)}</time>`],
  ]
  return html`<header class="masthead">
<p class="kicker"><span class="brand">Galley</span> Annotated report${comparedLayers(input) === null ? '' : ', two annotators side by side'}</p>
<h1><bdi${languageHtml(title, story)}>${title}</bdi></h1>
${
  chosen === null
    ? nothing
    : html`<p class="choice">${chosen}</p>
`
}<dl>${join(
    facts.map(
      ([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>
`,
    ),
  )}</dl>
</header>`
}

/** A headline is in the language of its story, a file name in none. */
function languageHtml(title: string, story: Story): Html {
  return title === story.name ? html` lang=""` : html` lang="${languageOf(story) ?? ''}"`
}

function layersHtml({ layers }: ReportInput, entries: readonly Entry[]): Html {
  if (layers.length === 0) return html`none`
  return join(
    layers.map(({ annotator, name }) => {
      const own = entries.filter(({ annotation }) => annotation.creator === annotator).length
      return html`<span class="layer"><bdi>${name}</bdi> <span class="soft">${grouped(own)}</span></span>`
    }),
    ', ',
  )
}
