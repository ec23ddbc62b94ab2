import { createHash } from 'node:crypto'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { qdpxExport } from '../../../../electron/exchange/refi-qda.ts'
import type { ReportInput } from '../../../../shared/report/report-input.ts'
import type { Reply } from '../../../../shared/review/reply.ts'
import type { AnnotationId, IsoTime } from '../../../../shared/units.ts'
import { harbourReport, jane, okafor, reportInput } from '../../../helpers/report-input.ts'
import { storyOfBlocks } from '../../../helpers/story-of-blocks.ts'

const golden = path.resolve(import.meta.dirname, '../../../golden')

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  readonly text: string
}

/** The XML as elements, without the white space between them. */
function parsed(xml: string): Node {
  type Raw = ReturnType<typeof fromXml>['children'][number]
  const node = (raw: Raw): readonly Node[] => {
    if (raw.type !== 'element') return []
    const texts = raw.children.map((child) => (child.type === 'text' ? child.value : ''))
    const attributes = Object.fromEntries(
      Object.entries(raw.attributes).map(([key, value]) => [key, value ?? '']),
    )
    return [{ name: raw.name, attributes, children: raw.children.flatMap(node), text: texts.join('') }]
  }
  const [root] = fromXml(xml).children.flatMap(node)
  if (root === undefined) throw new Error('no root')
  return root
}
function all(node: Node, name: string): readonly Node[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))]
}
function filesIn(input: ReportInput): {
  readonly project: Node
  readonly xml: string
  readonly text: string
  readonly names: readonly string[]
} {
  const entries = unzipSync(qdpxExport(input).files[0]?.content as Uint8Array)
  const names = Object.keys(entries)
  const read = (name: string | undefined) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(entries[name ?? ''])
  const xml = read('project.qde')
  return { project: parsed(xml), xml, names, text: read(names.find((name) => name.startsWith('sources/'))) }
}

const replies: readonly Reply[] = [
  {
    id: 'urn:uuid:4e91a000-0000-4000-8000-000000000001' as AnnotationId,
    creator: okafor,
    to: harbourReport.annotations[3]?.id ?? ('' as AnnotationId),
    verdict: 'disputes',
    note: 'The log says 39,000.',
    created: '2026-11-20T11:00:00Z' as IsoTime,
    modified: '2026-11-20T11:00:00Z' as IsoTime,
  },
]
const whole = { ...harbourReport, replies }

describe('qdpxExport', () => {
  it('is an archive of the project and the exact story text', async () => {
    const { names, text, xml, project } = filesIn(whole)
    const [source] = all(project, 'TextSource')
    expect(names).toEqual(['project.qde', `sources/${source?.attributes.guid}.txt`])
    expect(source?.attributes.plainTextPath).toBe(`internal://${source?.attributes.guid}.txt`)
    expect(text).toBe(harbourReport.story.text)
    await expect(xml).toMatchFileSnapshot(path.join(golden, 'harbour-tunnel.project.qde'))
  })

  it('gives positions of the first and the last character, in code points', () => {
    const { project, text } = filesIn(whole)
    const points = [...text]
    const marked = all(project, 'PlainTextSelection').map(({ attributes: { startPosition, endPosition } }) =>
      points.slice(Number(startPosition), Number(endPosition) + 1).join(''),
    )
    const words = [...harbourReport.annotations].flatMap(({ span }) =>
      span === null ? [] : [harbourReport.story.text.slice(span.start, span.end)],
    )
    expect([...marked].sort()).toEqual([...words].sort())
  })

  it('keeps the order, the GUIDs and the references that the schema asks for', () => {
    const { project } = filesIn(whole)
    // Project.xsd of 18 March 2019, as far as a project of ours goes.
    const order: Readonly<Record<string, readonly string[]>> = {
      Project: ['Users', 'CodeBook', 'Sources', 'Notes'],
      Users: ['User'],
      CodeBook: ['Codes'],
      Codes: ['Code'],
      Code: ['Description'],
      Sources: ['TextSource'],
      TextSource: ['PlainTextSelection'],
      PlainTextSelection: ['Description', 'Coding', 'NoteRef'],
      Coding: ['CodeRef'],
      Notes: ['Note'],
      Note: ['PlainTextContent'],
    }
    const check = (node: Node): void => {
      const places = node.children.map(({ name }) => (order[node.name] ?? []).indexOf(name))
      expect([node.name, places]).toEqual([node.name, [...places].sort((a, b) => a - b)])
      expect([node.name, places.includes(-1)]).toEqual([node.name, false])
      node.children.forEach(check)
    }
    check(project)
    const every = (node: Node): readonly Node[] => [node, ...node.children.flatMap(every)]
    const nodes = every(project)
    const guids = nodes.flatMap(({ attributes }) => attributes.guid ?? [])
    expect(new Set(guids).size).toBe(guids.length)
    for (const guid of guids) expect(guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    for (const { attributes } of nodes) {
      for (const name of ['targetGUID', 'creatingUser', 'modifyingUser', 'creatingUserGUID']) {
        if (attributes[name] !== undefined) expect(guids).toContain(attributes[name])
      }
      if (attributes.color !== undefined) expect(attributes.color).toMatch(/^#[0-9a-f]{6}$/)
    }
    for (const code of all(project, 'Code')) expect(code.attributes.isCodable).toBe('true')
  })

  it('has notes and fields as descriptions and answers as notes of their authors', () => {
    const { project } = filesIn(whole)
    expect(all(project, 'Description').map(({ text }) => text)).toContain(
      'Who is this? We have a name on the record from the press office.\nSource: port authority official\nKind: unnamed',
    )
    const [note] = all(project, 'Note')
    expect(note?.attributes).toMatchObject({
      name: 'disputes',
      creatingUser: okafor.replace('urn:uuid:', ''),
    })
    expect(note?.children[0]?.text).toBe('The log says 39,000.')
    const without = filesIn({ ...whole, choice: { ...whole.choice, notes: false } })
    expect(without.xml).not.toMatch(/on the record|39,000/)
  })

  it('says what the format has no place for', () => {
    expect(qdpxExport(whole).leftOut).toEqual([
      { kind: 'alternatives', count: 1 },
      { kind: 'layout', count: 11 },
      { kind: 'orphans', count: 1 },
    ])
  })

  it('escapes what is markup, and replaces and names what XML forbids', () => {
    const short = storyOfBlocks('rain.txt', [{ kind: 'paragraph', text: 'A <b> & "c"\r😀 rained.' }])
    const input = reportInput(short, [
      {
        by: jane,
        tag: 'fact',
        on: 'A <b> & "c"\r😀',
        note: 'Bell \u0007 and half \ud83d a pair,\r\nand ]]> too',
      },
    ])
    const { project, text } = filesIn(input)
    expect(text).toBe(short.text)
    expect(all(project, 'PlainTextSelection')[0]?.attributes.name).toBe('A <b> & "c" 😀')
    expect(all(project, 'Description').at(-1)?.text).toBe(
      'Bell \uFFFD and half \uFFFD a pair,\r\nand ]]> too',
    )
    expect(qdpxExport(input).leftOut).toContainEqual({ kind: 'characters', count: 1 })
  })

  it('makes the same bytes of the same input, whatever the time zone', () => {
    const bytes = (input: ReportInput) =>
      createHash('sha256')
        .update(qdpxExport(input).files[0]?.content ?? '')
        .digest('hex')
    const first = bytes(whole)
    const zone = process.env.TZ
    process.env.TZ = 'Asia/Tokyo'
    try {
      expect(bytes({ ...whole, annotations: [...whole.annotations].reverse() })).toBe(first)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('is a project without annotations, too', () => {
    const { project } = filesIn({ ...harbourReport, annotations: [] })
    expect(all(project, 'Users')).toEqual([])
    expect(all(project, 'TextSource')[0]?.children).toEqual([])
  })
})
