import { CodePointIndex } from '../../story/code-points.ts'
import { isBody } from '../../story/story.ts'
import { count, dateAndTime, grouped } from '../plain-words.ts'
import { chosenAnnotations, layersInUse, type ReportInput } from '../report-input.ts'
import { tagsOf } from '../report-tags.ts'
import { type Entry, entriesOf } from './entry.ts'
import { type Html, html, join, trusted } from './html.ts'
import { numbersHtml } from './numbers-html.ts'
import { PAGE_STYLE } from './page-style.ts'
import { storyHtml } from './story-html.ts'
import { STORY_STYLE } from './story-style.ts'
import { overviewHtml } from './strip-html.ts'
import { orphansHtml, tableHtml } from './table-html.ts'
import { tagStyle } from './tag-style.ts'

/** Nothing is run and nothing is fetched, whatever stands in the story. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/**
 * The annotated report: one HTML file without script or outside resource, for screen and paper, light and dark.
 * The interface is in English; the story's blocks carry their own language and direction.
 */
export function reportHtml(given: ReportInput): string {
  const input = { ...given, layers: layersInUse(given) }
  const entries = entriesOf(input)
  const tags = tagsOf(input.tags, chosenAnnotations(input))
  const { story } = input
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Galley ${input.galleyVersion}">
<meta name="color-scheme" content="light dark">
<title>${story.name} – annotated report</title>
<style>${trusted(PAGE_STYLE + STORY_STYLE + tagStyle(tags))}</style>
</head>
<body>
${mastheadHtml(input, entries)}
<main>
<section aria-labelledby="overview">
<h2 id="overview">At a glance</h2>
${overviewHtml(input, entries)}
</section>
<section aria-labelledby="story">
<h2 id="story">The story, with its marks</h2>
<div class="story">
${storyHtml(story, entries, languageOf(input))}</div>
</section>
${orphansHtml(entries)}
<section aria-labelledby="numbers">
<h2 id="numbers">Numbers</h2>
${numbersHtml(input, entries)}
</section>
<section class="list" aria-labelledby="annotations">
<h2 id="annotations">All annotations</h2>
${tableHtml(entries)}
</section>
</main>
<footer><p>Made with Galley ${input.galleyVersion} on ${dateAndTime(input.made)}. The marks show what the annotators named above decided; the story is printed in full and unchanged.</p></footer>
</body>
</html>
`
  return page.markup
}

function mastheadHtml(input: ReportInput, entries: readonly Entry[]): Html {
  const { story, textSha256, layers, made } = input
  const orphans = entries.filter(({ place }) => place === null).length
  const paragraphs = story.blocks.filter(({ kind }) => isBody(kind)).length
  const facts: readonly (readonly [string, Html])[] = [
    ['Made', html`<time datetime="${made}">${dateAndTime(made)}</time>`],
    [layers.length === 1 ? 'Annotator' : 'Annotators', layersHtml(input, entries)],
    [
      'Annotations',
      html`${grouped(entries.length)}${orphans === 0 ? html`` : html`, ${count(orphans, 'of them')} not found in the text`}`,
    ],
    [
      'Text',
      html`${count(new CodePointIndex(story.text).length, 'character')} in ${count(paragraphs, 'paragraph')}`,
    ],
    ['SHA-256 of the text', html`<code>${textSha256}</code>`],
  ]
  return html`<header class="masthead">
<p class="kicker"><span class="brand">Galley</span> Annotated report</p>
<h1><bdi>${story.name}</bdi></h1>
<dl>${join(
    facts.map(
      ([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>
`,
    ),
  )}</dl>
</header>`
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

/** What the story says of itself, if it is a language tag (BCP 47); null: unknown. */
function languageOf({ story: { meta } }: ReportInput): string | null {
  const said = meta.lang ?? meta.language ?? ''
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(said) ? said : null
}
