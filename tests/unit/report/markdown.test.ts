import path from 'node:path'
import fc from 'fast-check'
import type { Nodes, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { markdownReport } from '../../../shared/report/markdown.ts'
import { type ReportInput, WHOLE_REPORT } from '../../../shared/report/report-input.ts'
import type { Reply } from '../../../shared/review/reply.ts'
import type { IsoTime, TagId } from '../../../shared/units.ts'
import { harbourReport, jane, type MarkSketch, okafor, reportInput } from '../../helpers/report-input.ts'
import { story } from '../../helpers/story.ts'
import { type BlockSketch, storyOfBlocks } from '../../helpers/story-of-blocks.ts'

const golden = path.resolve(import.meta.dirname, '../../golden')
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })

function made(input: ReportInput): string {
  const [file] = markdownReport(input).files
  return String(file?.content)
}

function read(text: string): Root {
  return parser.parse(text)
}

/** What a reader sees of it: numbers of notes are no text. */
function wordsOf(node: Nodes): string {
  if (node.type === 'footnoteReference' || (node.type === 'html' && node.value === '<!-- -->')) return ''
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The blocks of the story, those inside of lists and quotes one by one. */
function storyOf(text: string): readonly string[] {
  const blocks = read(text).children
  const from = blocks.findIndex(
    (block) => block.type === 'heading' && wordsOf(block) === 'The story, with its marks',
  )
  const to = blocks.findIndex((block, index) => index > from && block.type === 'heading' && block.depth === 2)
  return blocks
    .slice(from + 1, to)
    .flatMap(leaves)
    .map(withoutBrackets)
}

function leaves(block: RootContent): readonly string[] {
  if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote')
    return block.children.flatMap(leaves)
  return [wordsOf(block)]
}

function withoutBrackets(words: string): string {
  return words.replace(/[⟦⟧][⁰¹²³⁴⁵⁶⁷⁸⁹]*/g, '')
}

describe('markdownReport', () => {
  it('makes the report that lies in tests/golden', async () => {
    const { name, files, leftOut } = markdownReport(harbourReport)
    expect(name).toBe('harbour-tunnel.report.md')
    expect(files.map((file) => [file.name, file.mediaType])).toEqual([
      [name, 'text/markdown; charset=utf-8; variant=GFM'],
    ])
    expect(leftOut).toEqual([])
    // To rewrite it after a change that was meant: npm run test:unit -- -u tests/unit/report/markdown.test.ts
    await expect(files[0]?.content).toMatchFileSnapshot(path.join(golden, name))
  })

  it('reads as the story again, block by block', () => {
    const { text } = harbourReport.story
    expect(storyOf(made(harbourReport))).toEqual(text.split('\n'))
  })

  it('reads as the story whatever stands in it and wherever the marks lie', () => {
    const kinds = fc.constantFrom<BlockSketch['kind']>(
      'paragraph',
      'heading',
      'headline',
      'quote',
      'item',
      'caption',
      'label',
    )
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '# ',
          '- ',
          '1. ',
          '> ',
          '* * *',
          '---',
          '===',
          '`',
          '```',
          '~~',
          '**',
          '_',
          '[a](b)',
          '![',
          '[^1]',
          '[^1]: ',
        ],
        ...[
          '<b>',
          '&amp;',
          '&',
          '\\',
          '|',
          '| - |',
          'https://example.org/a_b',
          'www.a.org',
          'a@b.org',
          '  ',
          '\t',
          ' ',
        ],
        ...[
          '🚦',
          'مرحبا',
          'word',
          '. ',
          '(',
          ')',
          '$x$',
          ':::',
          '<!-- -->',
          '+ ',
          '[ ] ',
          '\u00A0',
          '- [x] ',
          '#',
          '!',
        ],
      ),
      fc.string(),
    )
    const block = fc.record({
      kind: kinds,
      words: fc
        .array(piece, { minLength: 1, maxLength: 8 })
        .map((parts) => parts.join('').replace(/[\r\n\0⟦⟧⁰¹²³⁴⁵⁶⁷⁸⁹]/g, '')),
      level: fc.nat(3),
      marker: fc.constantFrom('•', '1.', '7.'),
      emphasis: fc.option(
        fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('strong', 'emphasis', 'strike', 'code')),
        { nil: null },
      ),
    })
    const places = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), places, (sketches, marks) => {
        const sketch = storyOfBlocks(
          'any.md',
          sketches.map(({ kind, words, level, marker, emphasis }) => ({
            kind,
            text: words,
            level: kind === 'heading' || kind === 'headline' ? Math.max(1, level) : level,
            marker: kind === 'item' ? marker : '',
            inline:
              emphasis === null || words === ''
                ? []
                : [{ kind: emphasis[2] as 'strong', words: part(words, emphasis[0], emphasis[1]) }],
          })),
        )
        fc.pre(sketch.text.length > 0)
        const on = marks.map(([a, b, mine]): MarkSketch => {
          return { by: mine ? jane : okafor, tag: 'fact', on: part(sketch.text, a, b), note: sketch.text }
        })
        const wanted = sketch.text.split('\n').filter((words) => words.trim() !== '')
        expect(storyOf(made(reportInput(sketch, on)))).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })

  it('has a footnote for each mark in the text, first led to in the order of the numbers', () => {
    const text = made(harbourReport)
    const places = [...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => Number(number))
    const first = places.filter((number, index) => places.indexOf(number) === index)
    expect(first).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    const notes = read(text).children.flatMap((block) => (block.type === 'footnoteDefinition' ? [block] : []))
    expect(notes.map(({ identifier }) => Number(identifier))).toEqual(first)
    expect(wordsOf(notes[2] ?? { type: 'text', value: '' })).toContain(
      'Who is this? We have a name on the record',
    )
  })

  it('says of marks that overlap which one ends', () => {
    const text = made(
      reportInput(story('one two three four').story, [
        { by: jane, tag: 'fact', on: 'one two three' },
        { by: okafor, tag: 'assessment', on: 'two three four' },
      ]),
    )
    expect(text).toContain('⟦[^1]one ⟦[^2]two three⟧¹ four⟧')
  })

  it('takes other brackets where the story has these', () => {
    const text = made(reportInput(story('one ⟦two⟧ three').story, [{ by: jane, tag: 'fact', on: 'one' }]))
    expect(text).toContain('⟪[^1]one⟫ ⟦two⟧ three')
    const all = made(reportInput(story('⟦⟪⦃❲⦗⧼ one').story, [{ by: jane, tag: 'fact', on: 'one' }]))
    expect(all).toContain('\n\n⟦⟪⦃❲⦗⧼ one\n\n')
    expect(all).toContain('| [^1] | Fact |')
  })

  it('keeps words of files from becoming Markdown: names, notes, tags, fields, replies', () => {
    const attack =
      '**x** [a](javascript:alert(1)) <img src=x>\n\n# y\n- z | `w` ![i](https://example.org/p.png) [^1]: q'
    const input = reportInput(story('Rain', { name: `${attack.replaceAll('\n', ' ')}.md` }).story, [
      { by: jane, tag: attack, on: 'Rain', note: attack, fields: { [attack]: attack } },
      {
        by: jane,
        tag: 'fact',
        on: attack,
        orphan: true,
        note: attack,
        alternatives: [{ tag: attack as TagId, note: attack, fields: {} }],
      },
    ])
    const at = '2026-11-21T00:00:00Z' as IsoTime
    const reply: Reply = {
      id: 'r' as Reply['id'],
      creator: jane,
      name: attack,
      to: input.annotations[0]?.id ?? ('' as Reply['to']),
      verdict: 'disputes',
      note: attack,
      created: at,
      modified: at,
    }
    const text = made({
      ...input,
      layers: input.layers.map((layer) => ({ ...layer, name: attack })),
      tags: input.tags.map((tag) => ({ ...tag, label: attack })),
      replies: [reply],
      galleyVersion: attack,
    })
    const nodes = all(read(text))
    expect(
      nodes
        .filter(({ type }) =>
          ['html', 'image', 'imageReference', 'inlineCode', 'linkReference', 'definition'].includes(type),
        )
        .map(wordsOf),
    ).toEqual([input.textSha256])
    const links = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []))
    expect(links.filter((url) => !url.startsWith('https://example.org/p.png'))).toEqual([])
    const headings = nodes.filter(({ type }) => type === 'heading').map(wordsOf)
    expect(headings.slice(1)).toEqual([
      'The story, with its marks',
      'To be checked',
      'Numbers',
      'All annotations',
    ])
    const rows = nodes.flatMap((node) =>
      node.type === 'table' ? node.children.map((row) => row.children.length) : [],
    )
    expect(new Set(rows)).toEqual(new Set([4, 6]))
  })

  it('keeps to the choice, and says it at the top', () => {
    const text = made({
      ...harbourReport,
      choice: { ...WHOLE_REPORT, tags: ['fact' as TagId], notes: false },
    })
    expect(text).toContain('**Fact only, without notes.**')
    expect(text).not.toMatch(/Assessment|rumour|Checked against|Authority log/)
    expect(storyOf(text)).toEqual(harbourReport.story.text.split('\n'))
  })

  it('has the addresses of links, also where a mark meets one', () => {
    expect(made(harbourReport)).toContain(
      '## Links in the story\n\n- the review said: <https://example.org/review?a=1&b="2">\n\n',
    )
  })

  it('has lists, quotes, code and pictures in their forms', () => {
    const text = made(
      reportInput(
        storyOfBlocks('a.md', [
          { kind: 'item', text: 'first', marker: '1.' },
          { kind: 'item', text: 'inside', marker: '•', level: 1 },
          { kind: 'item', text: 'second', marker: '2.' },
          { kind: 'item', text: 'done', marker: '☑' },
          { kind: 'quote', text: 'We said so.', level: 1 },
          { kind: 'code', text: 'a = `b`' },
          { kind: 'rule', text: '' },
          { kind: 'image', text: 'A gate' },
          { kind: 'paragraph', text: 'two\nlines' },
        ]),
        [],
      ),
    )
    const between = text.slice(text.indexOf('1. first'), text.indexOf('## Numbers'))
    expect(between.split('\n\n')).toEqual([
      '1. first',
      '   - inside',
      '2. second',
      '- [x] done',
      '> > We said so.',
      '```\na = `b`\n```',
      '---',
      '*Picture, not in this report.* A gate',
      'two\\\nlines',
      '',
    ])
  })
})

/** Words of a text, at least one unit. */
function part(words: string, a: number, b: number): string {
  const start = a % words.length
  return words.slice(start, start + 1 + (b % (words.length - start)))
}

function all(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(all)] : [node]
}
