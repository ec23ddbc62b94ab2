import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDesk } from '../../electron/desk/desk.ts'
import { directDesk } from '../../electron/desk/direct.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { deskDeps } from '../helpers/desk-deps.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures')

/** Opens a copy of a fixture as a desk does; `unchanged` compares every file of its folder afterwards. */
async function open(file: string): Promise<{ opened: Result<OpenedStory, Failure>; unchanged: boolean }> {
  const folder = tempFolder()
  const stories = path.join(folder, 'stories')
  cpSync(FIXTURES, stories, { recursive: true })
  const desk = await createDesk(deskDeps(folder, { given: [path.join(stories, file)] }))
  const client = desk.connect(() => {})
  const api = directDesk(client)
  const begun = await api.begin({})
  if (!begun.ok) throw new Error(begun.error.kind)
  const { opening, problem } = begun.value
  const opened: Result<OpenedStory, Failure> =
    opening === null && problem !== null
      ? { ok: false, error: problem }
      : await api.openStory({ story: opening ?? neverId() })
  await client.close()
  await desk.close()
  const here = path.join(stories, path.dirname(file))
  const there = path.join(FIXTURES, path.dirname(file))
  return { opened, unchanged: contents(here) === contents(there) }
}

function neverId(): never {
  throw new Error('the desk neither opened the story nor said why')
}

/** Names and bytes of a folder's files, as one comparable value. */
function contents(folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map(({ name }) => `${name} ${readFileSync(path.join(folder, name)).toString('base64')}`)
    .sort()
    .join('\n')
}

describe('a story of the fixtures', () => {
  it.each([
    { file: 'harbour-tunnel.txt', words: [600, 750], layers: { 'L. Haddad': 9, 'M. Okafor': 27 } },
    { file: 'long-read.txt', words: [5800, 6200], layers: {} },
    { file: 'ridge-rescue.md', words: [500, 800], layers: {} },
    { file: 'port-talks.ar.txt', words: [250, 400], layers: { 'L. Haddad': 10, 'M. Okafor': 4 } },
    { file: 'repeats-and-emoji.txt', words: [250, 400], layers: {} },
    { file: 'brief.txt', words: [30, 60], layers: {} },
    { file: 'wire-wrapped.txt', words: [300, 400], layers: {} },
  ])('opens with all its annotations placed: $file', async ({ file, words, layers }) => {
    const { opened, unchanged } = await open(file)
    if (!opened.ok) throw new Error(opened.error.kind)
    const { story, unreadable } = opened.value
    const count = story.text.split(/\s+/).length
    expect(count).toBeGreaterThanOrEqual(words[0] ?? 0)
    expect(count).toBeLessThanOrEqual(words[1] ?? 0)
    const counts = opened.value.layers.map(({ name, count: marks, orphans }) => [name, marks - orphans])
    expect(Object.fromEntries(counts)).toEqual(layers)
    expect([story.warnings, unreadable, unchanged]).toEqual([[], [], true])
    for (const { quote, span } of opened.value.annotations) {
      expect(span === null ? null : story.text.slice(span.start, span.end)).toBe(quote)
    }
  })

  it('has the parts of a wire story', async () => {
    const { opened } = await open('harbour-tunnel.txt')
    if (!opened.ok) throw new Error(opened.error.kind)
    const kinds = opened.value.story.blocks.map((block) => block.kind).filter((kind) => kind !== 'blank')
    expect(kinds.slice(0, 8)).toEqual([
      'dateline',
      'headline',
      'caption',
      'paragraph',
      'paragraph',
      'item',
      'item',
      'paragraph',
    ])
  })

  it('has lines of at most 70 columns where it is wrapped', async () => {
    const { opened } = await open('wire-wrapped.txt')
    if (!opened.ok) throw new Error(opened.error.kind)
    const { text, hardWrapped } = opened.value.story
    expect([hardWrapped, Math.max(...text.split('\n').map((line) => line.length)) <= 70]).toEqual([
      true,
      true,
    ])
  })
})

describe('a broken story', () => {
  it.each([
    { file: 'empty.txt', error: { kind: 'empty-story' } },
    { file: 'picture.txt', error: { kind: 'binary', found: 'a PNG image' } },
    { file: 'control-characters.txt', error: { kind: 'binary', found: 'binary data' } },
    { file: 'minutes.rtf', error: { kind: 'unsupported', extension: '.rtf' } },
    { file: 'broken-utf8.txt', error: { kind: 'broken-text', at: 165 } },
    { file: 'cut-in-a-character.txt', error: { kind: 'broken-text', at: 207 } },
    { file: 'utf16-odd.txt', error: { kind: 'broken-text', at: 180 } },
    { file: 'utf16-no-mark.txt', error: { kind: 'binary', found: 'UTF-16 text without a byte order mark' } },
  ])('is refused and left alone: $file', async ({ file, error }) => {
    const { opened, unchanged } = await open(`broken/${file}`)
    expect(opened).toEqual({ ok: false, error: { file, ...error } })
    expect(unchanged).toBe(true)
  })
})

describe('an unusual story', () => {
  it.each([
    { file: 'windows-1252.txt', encoding: 'Windows-1252', lineEnds: 'CRLF' },
    { file: 'utf16-le.txt', encoding: 'UTF-16LE', lineEnds: 'LF' },
    { file: 'utf16-be.txt', encoding: 'UTF-16BE', lineEnds: 'LF' },
    { file: 'utf8-bom-crlf.txt', encoding: 'UTF-8 with BOM', lineEnds: 'CRLF' },
    { file: 'mixed-line-ends.txt', encoding: 'UTF-8', lineEnds: 'mixed' },
  ])('opens with its encoding named: $file', async ({ file, encoding, lineEnds }) => {
    const { opened } = await open(`broken/${file}`)
    if (!opened.ok) throw new Error(opened.error.kind)
    expect(opened.value).toMatchObject({ encoding, lineEnds })
    const text = opened.value.story.text.replace('🏮 ', '')
    expect(text).toMatch(
      /^Café Größenwahn closes after 61 years\n\nQUAYSIDE – The Café Größenwahn, where three/,
    )
    expect(text).toMatch(/\n\nA cup cost €2\.40 to the end\.\n?$/)
  })
})

describe('a broken sidecar', () => {
  it('is named with its kind, and neither it nor the good one beside it is changed', async () => {
    const { opened, unchanged } = await open('broken/weir.txt')
    if (!opened.ok) throw new Error(opened.error.kind)
    const kinds = opened.value.unreadable.map(({ file, kind }) => [file.split('.')[2]?.slice(0, -9), kind])
    expect(Object.fromEntries(kinds)).toEqual({
      'conflict-markers': 'sidecar-json',
      'duplicate-ids': 'sidecar-invalid',
      empty: 'sidecar-empty',
      list: 'sidecar-foreign',
      newer: 'sidecar-newer',
      'not-utf8': 'sidecar-encoding',
      'nul-bytes': 'sidecar-json',
      null: 'sidecar-foreign',
      'other-program': 'sidecar-foreign',
      'too-deep': 'sidecar-too-deep',
      truncated: 'sidecar-json',
      'wrong-type': 'sidecar-invalid',
    })
    expect(opened.value.layers.map(({ name, count }) => [name, count])).toEqual([['M. Okafor', 2]])
    expect(unchanged).toBe(true)
  })
})

describe('the README of the fixtures', () => {
  const readme = readFileSync(path.join(FIXTURES, 'README.md'), 'utf8')
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => entry.name)

  it.each(files.filter((file) => !file.endsWith('.json')))('says what %s is for', (file) => {
    expect(readme).toContain(`\`${file}\``)
  })

  it('says what is wrong with each broken sidecar', () => {
    const broken = files.flatMap(
      (file) => /^weir\.txt\.(.+-0000000.)\.annotations\.json$/.exec(file)?.[1] ?? [],
    )
    expect(broken.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
    expect(broken).toHaveLength(12)
  })
})
