import { arrangeSidecar } from './sidecar-order.ts'
import type { Sidecar } from './sidecar-schema.ts'

/**
 * The text of a sidecar file. One sidecar has one text: known members in a fixed order, unknown ones after
 * them as they came, items by position, small objects on one line each, so that a diff shows what a person
 * did. Ends in a line break. Lone surrogates are escaped, so the text has a UTF-8 form.
 */
export function serialiseSidecar(sidecar: Sidecar): string {
  return `${print(arrangeSidecar(sidecar), sidecarLayout, '')}\n`
}

/** How a value, or each element of a list, is laid out. */
interface Layout {
  /** Known members, each with its place; the others come after them. */
  readonly rank: ReadonlyMap<string, number>
  /** On one line; else each member, or element, stands on lines of its own. */
  readonly line: boolean
  /** Layouts of members; one without a layout stands on its line as it came. */
  readonly members: ReadonlyMap<string, Layout>
}

type Members = Readonly<Record<string, Layout>>

function layout(line: boolean, keys: readonly string[], members: Members): Layout {
  const rank = new Map(keys.map((key, index) => [key, index]))
  return { rank, line, members: new Map(Object.entries(members)) }
}
const onLine = (keys: readonly string[], members: Members = {}) => layout(true, keys, members)
const onLines = (keys: readonly string[], members: Members) => layout(false, keys, members)

const story = ['galley:name', 'galley:reader', 'galley:fileSha256', 'galley:textSha256', 'galley:textLength']
const person = onLine(['id', 'type', 'name'])
const adopted = onLine(['galley:file', 'galley:collection'])
const tombstone = onLine(['galley:id', 'galley:revision', 'galley:at'])
const body = onLine(['type', 'purpose', 'value', 'format', 'galley:field'])
const selector = onLine(['type', 'exact', 'prefix', 'suffix', 'start', 'end'])
const target = ['source', 'galley:text', 'galley:moves', 'selector']
const confirmed = onLine(['galley:exact', 'galley:sentenceSha256'])
const said = ['motivation', 'creator', 'created', 'modified']
const alternative = onLine(['galley:device', ...said, 'body', 'target', 'galley:confirmed'], {
  body,
  target: onLine(target, { selector }),
  'galley:confirmed': confirmed,
})
const item = onLines(
  [
    ...['id', 'type', ...said, 'galley:revision', 'galley:device'],
    ...['body', 'target', 'galley:confirmed', 'galley:alternatives'],
  ],
  {
    body,
    target: onLines(target, { selector }),
    'galley:confirmed': confirmed,
    'galley:alternatives': alternative,
  },
)
const page = onLines(['id', 'type', 'partOf', 'startIndex', 'items'], { items: item })
const sidecarLayout = onLines(
  [
    ...['@context', 'id', 'type', 'label', 'galley:format', 'galley:device', 'galley:story'],
    ...['creator', 'galley:adopts', 'total', 'first', 'galley:deleted'],
  ],
  {
    'galley:story': onLines(story, {}),
    creator: person,
    'galley:adopts': adopted,
    first: page,
    'galley:deleted': tombstone,
  },
)

const asItCame = onLine([])

/** Texts of items as they stand in a sidecar: a save of thousands of marks prints only the one that changed. */
const printedItems = new WeakMap<object, string>()

/** Items are never changed in place, so an item that was printed has its text. */
function printItem(value: object, indent: string | null): string {
  let text = printedItems.get(value)
  if (text === undefined) {
    text = printObject(value, item, indent)
    printedItems.set(value, text)
  }
  return text
}

/** @param indent of the line on which the value begins; null: all of it stands on that line */
function print(value: unknown, layout: Layout, indent: string | null): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (layout === item && !Array.isArray(value)) return printItem(value, indent)
  return printObject(value, layout, indent)
}

function printObject(value: object, layout: Layout, indent: string | null): string {
  const inner = indent === null ? null : `${indent}  `
  if (Array.isArray(value)) {
    // Elements of a list on lines of their own may themselves be lines.
    const elements = value.map((element) => print(element, layout, inner))
    return wrap('[', elements, ']', layout === asItCame ? null : indent)
  }
  const within = layout.line ? null : inner
  const members: string[] = []
  for (const [key, member] of inOrder(value, layout)) {
    // Undefined members are left out, as in JSON.
    if (member === undefined) continue
    members.push(`${JSON.stringify(key)}: ${print(member, layout.members.get(key) ?? asItCame, within)}`)
  }
  return wrap('{', members, '}', layout.line ? null : indent)
}

function wrap(open: string, parts: readonly string[], close: string, indent: string | null): string {
  if (parts.length === 0) return open + close
  if (indent !== null) return `${open}\n${indent}  ${parts.join(`,\n${indent}  `)}\n${indent}${close}`
  return open === '{' ? `{ ${parts.join(', ')} }` : `[${parts.join(', ')}]`
}

/** Known members in their order, then the others in theirs. Ours nearly always are; then nothing is sorted. */
function inOrder(value: object, layout: Layout): readonly [string, unknown][] {
  const members = Object.entries(value)
  const rank = (key: string) => layout.rank.get(key) ?? layout.rank.size
  let last = 0
  for (const [key] of members) {
    const next = rank(key)
    if (next < last) return members.sort(([a], [b]) => rank(a) - rank(b))
    last = next
  }
  return members
}
