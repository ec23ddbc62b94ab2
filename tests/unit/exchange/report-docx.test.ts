import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { docxReport } from '../../../electron/exchange/word/report-docx.ts'
import type { ReportInput } from '../../../shared/report/report-input.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { madeReport } from '../../helpers/made-report.ts'
import { printedParts } from '../../helpers/printed-parts.ts'
import { harbourThreads } from '../../helpers/replies.ts'
import { harbourReport, jane } from '../../helpers/report-input.ts'
import { partsOf, type ReadComment, readWord } from '../../helpers/word-document.ts'

const golden = path.resolve(import.meta.dirname, '../../golden')
const fixtures = path.resolve(import.meta.dirname, '../../../fixtures')
const PARTS = ['document', 'comments', 'commentsExtended', 'commentsIds', '_rels/document.xml.rels'].map(
  (part) => (part.endsWith('.rels') ? `word/${part}` : `word/${part}.xml`),
)

const contentOf = async (input: ReportInput): Promise<Uint8Array> => {
  const content = (await docxReport(input)).files[0]?.content
  if (!(content instanceof Uint8Array)) throw new Error('no bytes')
  return content
}
const wordOf = async (input: ReportInput) => readWord(await contentOf(input))
const storyTextIn = (word: Awaited<ReturnType<typeof wordOf>>) => word.before('NotFoundHeading')
const isRoot = ({ parent }: ReadComment) => parent === null

describe('the Word report', () => {
  // To rewrite it after a change that was meant: npm run test:unit -- -u tests/unit/exchange/report-docx.test.ts
  it('has the parts that lie in tests/golden', async () => {
    const made = await docxReport(harbourThreads)
    expect(made.name).toBe('harbour-tunnel.annotated.docx')
    expect(made.leftOut).toEqual([])
    await expect(printedParts(await contentOf(harbourThreads), PARTS)).toMatchFileSnapshot(
      path.join(golden, 'harbour-tunnel.annotated.docx.txt'),
    )
  })

  it('is made of the same parts every time', async () => {
    const [one, other] = [await contentOf(harbourThreads), await contentOf(harbourThreads)]
    expect(partsOf(other)).toEqual(partsOf(one))
    const annotations = [...harbourThreads.annotations].reverse()
    expect(partsOf(await contentOf({ ...harbourThreads, annotations }))).toEqual(partsOf(one))
  })

  it.each(readdirSync(fixtures).filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md'))(
    'has the text of %s, and every mark on its words',
    async (name) => {
      const input = madeReport(readStory(name, readFileSync(path.join(fixtures, name), 'utf8')))
      const word = await wordOf(input)
      expect(storyTextIn(word)).toBe(input.story.text)
      const marked = word.comments.filter(isRoot).map(({ range }) => range)
      const places = input.annotations.map(({ span }) => span)
      expect(marked.slice(0, -1)).toEqual(places.slice(0, -1))
    },
  )

  it('says who, when and what in each comment', async () => {
    const { comments, text } = await wordOf(harbourReport)
    const said = (words: string) =>
      comments.find(({ range }) => range !== null && text.slice(range.start, range.end) === words)
    expect(said('according to a port authority official')).toMatchObject({
      author: 'Jane Doe',
      initials: 'JD',
      date: '2026-11-20T09:02:00.000Z',
      lines: [
        '[ATTRIBUTION] Who is this? We have a name on the record from the press office.',
        'source: port authority official',
        'kind: unnamed',
        'Another version, from another computer: attribution · Name on record?',
      ],
    })
    expect(said('<then & now>')).toMatchObject({
      initials: 'MO',
      lines: ['[RUMOUR] =HYPERLINK("http://x.example")'],
    })
    expect(said('النفق آمن الآن')).toMatchObject({ lines: ['[FACT]'] })
  })

  it('says that words changed since they were confirmed', async () => {
    const annotations = harbourReport.annotations.map((one) => ({
      ...one,
      drift: one.creator === jane ? ('words' as const) : ('sentence' as const),
      quote: 'opened\nearlier',
    }))
    const { comments } = await wordOf({ ...harbourReport, annotations })
    const last = (name: string) => comments.find(({ author }) => author === name)?.lines.at(-1)
    expect(last('Jane Doe')).toBe('The words have changed; confirmed were: “opened earlier”')
    expect(last('M. Okafor')).toBe('The sentence around it has changed since it was confirmed.')
  })

  it('hangs answers under the annotation, each with a range and a mark of its own', async () => {
    const { comments } = await wordOf(harbourThreads)
    const answers = comments.filter((comment) => !isRoot(comment))
    expect(answers.map(({ author, initials, lines }) => [author, initials, ...lines])).toEqual([
      ['M. Okafor', 'MO', '[ASKS] Can we use the name?', 'Lind would know.'],
      ['Jane Doe', 'JD', 'نعم، الاسم معروف.'],
      ['M. Okafor', 'MO', '[DISPUTES] The log says 39,500.'],
      ['Jane Doe', 'JD', '[RESOLVED]'],
      ['Ruth Abdi-Hall', 'RA', '[AGREES] 👍'],
    ])
    for (const answer of answers) {
      const root = comments.find(({ id }) => id === answer.parent)
      expect(root?.parent).toBeNull()
      expect(answer.range).toEqual(root?.range)
      expect(answer.reference).toBe(root?.reference)
    }
    expect(comments.filter(({ isDone }) => isDone).map(({ lines }) => lines[0])).toEqual([
      '[FACT]',
      '[DISPUTES] The log says 39,500.',
      '[RESOLVED]',
    ])
  })

  it('opens a thread again when somebody asks after it was resolved', async () => {
    const [, , , settled] = harbourThreads.replies
    if (settled === undefined) throw new Error('no answer')
    const again = { ...settled, id: 'urn:again' as AnnotationId, verdict: 'asks' as const }
    const { comments } = await wordOf({ ...harbourThreads, replies: [...harbourThreads.replies, again] })
    expect(comments.filter(({ isDone }) => isDone)).toEqual([])
  })

  it('gives paragraphs of comments ids that Word takes', async () => {
    const { comments } = await wordOf(madeReport(harbourReport.story))
    const ids = comments.map(({ paraId }) => Number.parseInt(paraId ?? '', 16))
    expect(new Set(ids).size).toBe(comments.length)
    for (const id of ids) {
      expect(id).toBeGreaterThan(0)
      expect(id).toBeLessThan(0x80000000)
    }
    expect(comments.every(({ range, reference }) => range !== null && reference === range.end)).toBe(true)
  })

  it('puts what was not found after the story, with its comment', async () => {
    const word = await wordOf(harbourReport)
    expect(word.text.slice(storyTextIn(word).length)).toBe(
      '\nNot found in the story\n“nobody was hurt, the authority said”',
    )
    expect(word.comments.at(-1)).toMatchObject({ lines: ['[FACT] Taken out in the second edition?'] })
    const found = harbourReport.annotations.filter(({ span }) => span !== null)
    const whole = await wordOf({ ...harbourReport, annotations: found })
    expect(whole.text).toBe(harbourReport.story.text)
  })

  it('leaves out what was not chosen', async () => {
    const bare = await wordOf({ ...harbourThreads, choice: { ...harbourThreads.choice, notes: false } })
    expect(
      bare.comments.every(({ lines, parent }) => parent === null && /^\[[A-Z ]+\]$/.test(lines.join())),
    ).toBe(true)
    const [, others] = harbourThreads.layers
    const { comments } = await wordOf({ ...harbourThreads, layers: others === undefined ? [] : [others] })
    expect(new Set(comments.filter(isRoot).map(({ author }) => author))).toEqual(new Set(['M. Okafor']))
    expect((await wordOf({ ...harbourThreads, layers: [] })).comments).toEqual([])
  })

  it('carries an answer to an answer up to the annotation, and leaves circles out', async () => {
    const [first] = harbourThreads.replies
    if (first === undefined) throw new Error('no answer')
    const circle = { ...first, id: 'urn:a' as AnnotationId, to: 'urn:b' as AnnotationId }
    const replies = [
      first,
      { ...first, id: 'urn:c' as AnnotationId, to: first.id },
      circle,
      { ...circle, id: circle.to, to: circle.id },
    ]
    const { comments } = await wordOf({ ...harbourThreads, replies })
    expect(comments.filter((comment) => !isRoot(comment))).toHaveLength(2)
  })
})
