import type { Layer } from '../../annotation/annotation.ts'
import { countAnnotations } from '../counts.ts'
import { dateAndTime } from '../plain-words.ts'
import { chosenAnnotations, layersInUse, type ReportInput } from '../report-input.ts'
import { tagsOf } from '../report-tags.ts'
import { checkHtml, toCheck } from './check-html.ts'
import { agreementHtml, comparedLayers, type Pair, pairOf, sidesHtml } from './compare-html.ts'
import { COMPARE_STYLE } from './compare-style.ts'
import { contentsHtml, type Section, type Stop, storyStops } from './contents-html.ts'
import { type Entry, entriesOf } from './entry.ts'
import { FILTER_STYLE, filterHtml, filterStyle, switchesOf } from './filter-html.ts'
import { type Html, html, join, trusted } from './html.ts'
import { LIST_STYLE } from './list-style.ts'
import { mastheadHtml, titleOf } from './masthead-html.ts'
import { numbersHtml } from './numbers-html.ts'
import { PAGE_STYLE } from './page-style.ts'
import { marginStyle, PRINT_STYLE } from './print-style.ts'
import { storyHtml } from './story-html.ts'
import { STORY_STYLE } from './story-style.ts'
import { overviewHtml } from './strip-html.ts'
import { tableHtml } from './table-html.ts'
import { tagStyle } from './tag-style.ts'

/** Nothing is run, fetched or sent, whatever stands in the story. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * The annotated report: one HTML file without script or outside resource, for screen and paper, light and dark.
 * The interface is in English; the story's blocks carry their own language and direction.
 */
export function reportHtml(given: ReportInput): string {
  const compared = comparedLayers(given)
  const input = narrowed(given, compared)
  const entries = entriesOf(input, given.layers)
  const annotations = entries.map(({ annotation }) => annotation)
  const pair = compared === null ? null : pairOf(compared, input, entries)
  const stops = storyStops(input.story, entries)
  const counts = countAnnotations(annotations, input.layers, input.tags, input.story.text.length)
  const switches = switchesOf(input, counts)
  const sections = sectionsOf(input, entries, stops, pair)
  const style = [PAGE_STYLE, FILTER_STYLE, STORY_STYLE, LIST_STYLE, pair === null ? '' : COMPARE_STYLE]
  const tags = tagStyle(tagsOf(input.tags, annotations))
  const paper = PRINT_STYLE + marginStyle(input.story.name, input.made)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Galley ${input.galleyVersion}">
<meta name="color-scheme" content="light dark">
<title>${titleOf(input.story)} – annotated report</title>
<style>${trusted(style.join('') + tags + filterStyle(switches) + paper)}</style>
</head>
<body>
${mastheadHtml(input, entries)}
${contentsHtml(sections, stops)}
<main>
${filterHtml(switches)}${join(sections.map(({ markup }) => markup))}</main>
<footer><p>Made with Galley ${input.galleyVersion} on ${dateAndTime(input.made)}. The marks show what the annotators named above decided; the story is printed in full and unchanged.</p>
<p>SHA-256 of the story text: <code>${input.textSha256}</code></p></footer>
</body>
</html>
`
  return page.markup
}

/** Only what was chosen: annotations, their tags, the people who made them or who are compared. */
function narrowed(given: ReportInput, compared: readonly [Layer, Layer] | null): ReportInput {
  const { choice } = given
  const chosen = compared === null ? given : { ...given, layers: compared }
  const annotations = chosenAnnotations(chosen)
  return {
    ...given,
    annotations,
    layers: compared ?? layersInUse({ ...given, annotations }),
    tags: choice.tags === null ? given.tags : given.tags.filter(({ id }) => choice.tags?.includes(id)),
    choice: compared === null ? { ...choice, compare: null } : choice,
  }
}

interface Written extends Section {
  readonly markup: Html
}

function sectionsOf(
  input: ReportInput,
  entries: readonly Entry[],
  stops: readonly Stop[],
  pair: Pair | null,
): readonly Written[] {
  const { story } = input
  const found = toCheck(entries)
  const section = (id: string, name: string, body: Html): Written => ({
    id,
    name,
    markup: html`<section class="of-${id}" aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
${body}
</section>
`,
  })
  return [
    section('overview', 'At a glance', overviewHtml(input, entries)),
    ...(pair === null ? [] : [section('agreement', 'How far the two agree', agreementHtml(pair))]),
    pair === null
      ? section('story', 'The story, with its marks', storyHtml(story, entries, stops))
      : section('story', 'The story, side by side', sidesHtml(input, stops, pair)),
    ...(found === null ? [] : [section('check', 'To be checked', checkHtml(found, story))]),
    section('numbers', 'Numbers', numbersHtml(input, entries)),
    section('annotations', 'All annotations', tableHtml(entries)),
  ]
}
