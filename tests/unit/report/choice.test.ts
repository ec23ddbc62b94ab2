import { describe, expect, it } from 'vitest'
import { choiceWords } from '../../../shared/report/choice-words.ts'
import { reportHtml } from '../../../shared/report/html/page-html.ts'
import { htmlReport } from '../../../shared/report/html/report.ts'
import { type ReportChoice, WHOLE_REPORT } from '../../../shared/report/report-input.ts'
import { builtInTags } from '../../../shared/tags.ts'
import type { TagId } from '../../../shared/units.ts'
import { harbourReport, jane, okafor } from '../../helpers/report-input.ts'
import { elementsOf, storyTextOf } from '../../helpers/report-markup.ts'

const choosing = (choice: Partial<ReportChoice>) =>
  reportHtml({ ...harbourReport, choice: { ...WHOLE_REPORT, ...choice } })
const tags = (...ids: string[]) => ids as TagId[]

describe('choiceWords', () => {
  it.each<[Partial<ReportChoice>, string | null]>([
    [{}, null],
    [{ notes: false }, 'Without notes.'],
    [{ tags: tags('attribution', 'fact'), notes: false }, 'Fact and attribution only, without notes.'],
    [{ tags: tags('rumour', 'fact', 'photo-caption') }, 'Fact, photo caption and rumour only.'],
    [{ tags: [] }, 'No annotations.'],
  ])('puts %j as %j', (choice, words) => {
    expect(choiceWords({ ...WHOLE_REPORT, ...choice }, builtInTags)).toBe(words)
  })

  it('leaves the labels of a newsroom as it wrote them', () => {
    const own = builtInTags.map((tag) => ({ ...tag, label: `${tag.label} (ÖR)` }))
    expect(choiceWords({ ...WHOLE_REPORT, tags: tags('fact', 'attribution') }, own)).toBe(
      'Fact (ÖR) and Attribution (ÖR) only.',
    )
  })
})

describe('a report of a choice', () => {
  it('says at the top what was chosen, and has nothing else in it', () => {
    const page = choosing({ tags: tags('fact', 'attribution'), notes: false })
    expect(page).toContain('<p class="choice">Fact and attribution only, without notes.</p>')
    expect(page).not.toMatch(/Assessment|rumour|Photo caption/)
    expect(page).not.toMatch(/class="note |Who is this|Authority log|Name on record/)
    expect(storyTextOf(page)).toBe(harbourReport.story.text)
  })

  it('tells of another version only its other tag where notes are not wanted', () => {
    const [first] = harbourReport.annotations
    if (first === undefined) throw new Error('no annotations')
    const alternatives = [
      { tag: 'fact' as TagId, note: 'Kept to ourselves', fields: { source: 'a friend' } },
      { tag: first.tag, note: 'Kept as well', fields: {} },
    ]
    const page = reportHtml({
      ...harbourReport,
      annotations: [{ ...first, alternatives }],
      choice: { ...WHOLE_REPORT, notes: false },
    })
    expect(page).toContain('Another version, from another computer:</span> fact</p>')
    expect(page).not.toMatch(/Kept|a friend/)
  })

  it('has a switch for each tag in use and each annotator, and rules that hide what is off', () => {
    const page = choosing({})
    const boxes = elementsOf(page).flatMap(({ name, attributes }) =>
      name === 'input' ? [attributes.id] : [],
    )
    expect(boxes).toEqual(['show-t0', 'show-t1', 'show-t2', 'show-t3', 'show-t4', 'show-a0', 'show-a1'])
    for (const id of boxes) expect(page).toContain(`:root:has(#${id}:not(:checked))`)
  })

  it('has no switches where there is nothing to choose between', () => {
    const page = reportHtml({
      ...harbourReport,
      annotations: harbourReport.annotations.filter(
        ({ creator, tag }) => creator === okafor && tag === 'attribution',
      ),
    })
    expect(page).not.toMatch(/<input|class="filter"/)
  })

  it('is called after the headline, and the file after the story', () => {
    expect(choosing({})).toContain(
      '<title>Harbour tunnel reopens after eleven weeks of flood repairs – annotated report</title>',
    )
    const made = htmlReport(harbourReport)
    expect(made.name).toBe('harbour-tunnel.report.html')
    expect(made.files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['harbour-tunnel.report.html', 'text/html; charset=utf-8'],
    ])
    expect(made.leftOut).toEqual([])
  })
})

describe('two annotators side by side', () => {
  const page = choosing({ compare: [jane, okafor] })

  it('has the story twice, each with the marks of one', () => {
    expect(storyTextOf(page, 'one')).toBe(harbourReport.story.text)
    expect(storyTextOf(page, 'two')).toBe(harbourReport.story.text)
    const columns = [...page.matchAll(/<(?:p|h\d|blockquote) class="b (one|two) .*/g)].map(
      ([line, column]) => ({
        column,
        marks: [...line.matchAll(/aria-description="[^"]*, ([^"]*)"/g)].map(([, name]) => name),
      }),
    )
    const names = (wanted: string) =>
      new Set(columns.filter(({ column }) => column === wanted).flatMap(({ marks }) => marks))
    expect(names('one')).toEqual(new Set(['Jane Doe']))
    expect(names('two')).toEqual(new Set(['M. Okafor']))
  })

  it('has ids once, and the outline of one story', () => {
    const ids = elementsOf(page).flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(elementsOf(page).filter(({ attributes }) => attributes.class?.includes(' headline'))).toHaveLength(
      2,
    )
    expect(page.match(/<h3 class="b one headline"/g)).toHaveLength(1)
    expect(page.match(/<p class="b two headline"/g)).toHaveLength(1)
  })

  it('says of each paragraph how far they agree', () => {
    const said = [...page.matchAll(/Paragraph <\/span>(\d).*<span class="says" dir="auto">([^<]*)</g)]
    expect(said.map(([, number, words]) => [number, words])).toEqual([
      ['1', 'only Jane Doe'],
      ['2', 'tags differ'],
      ['3', 'only M. Okafor'],
      ['4', 'only M. Okafor'],
      ['5', 'only M. Okafor'],
      ['6', 'only in part'],
      ['7', 'only Jane Doe'],
      ['8', 'only Jane Doe'],
    ])
  })

  it('counts the marks that were compared, and leaves other layers out', () => {
    const third = { ...harbourReport.layers[0], annotator: 'urn:uuid:3', name: 'Third' }
    const input = { ...harbourReport, layers: [...harbourReport.layers, third] } as typeof harbourReport
    const other = reportHtml({ ...input, choice: { ...WHOLE_REPORT, compare: [jane, okafor] } })
    expect(other).toBe(page)
    expect(page).toMatch(/All marks<\/th><td class="figure">10<\/td><td class="figure">6<\/td>/)
    expect(page).toMatch(/Not found in the text<\/th><td class="figure">0<\/td><td class="figure">1<\/td>/)
  })

  it('shows an annotator who marked nothing, and one story where somebody is not among those chosen', () => {
    const none = harbourReport.annotations.filter(({ creator }) => creator === jane)
    const choice = { ...WHOLE_REPORT, compare: [jane, okafor] as const }
    const alone = reportHtml({ ...harbourReport, annotations: none, choice })
    expect(alone).toContain('<p class="who"><bdi>M. Okafor</bdi></p>')
    const layers = harbourReport.layers.filter(({ annotator }) => annotator === jane)
    expect(reportHtml({ ...harbourReport, layers, choice })).toContain('The story, with its marks')
  })
})
