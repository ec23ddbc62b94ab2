import type { BlockContent } from './block-contents.ts'
import type { Leaf } from './markdown-leaves.ts'
import { type PhrasingStyle, writePhrasing } from './markdown-phrasing.ts'

/**
 * Lines of a leaf without the signs of the containers around it.
 * @param chunk its whole lines, as they were or changed
 */
export function ownLines(chunk: string, leaf: Leaf): readonly string[] {
  const lines = chunk.split('\n')
  const margin = leaf.path.at(-1)?.rest ?? ''
  if (margin === '') return lines
  const isLazy = leaf.node.type === 'paragraph' || leaf.node.type === 'heading'
  return lines.map((line, index) => {
    if (index === 0) return line.slice(Math.min(margin.length, leaf.start - leaf.from))
    if (isLazy) return line.replace(/^[ \t>]+/, '')
    let length = 0
    while (length < margin.length && line[length] === margin[length]) length++
    return line.slice(length)
  })
}

/**
 * Lines of a block that is written anew, without the signs of the containers around it.
 * @returns null: Markdown has no form for it
 */
export function newLines(
  content: BlockContent,
  style: Pick<PhrasingStyle, 'emphasis' | 'cutsAddresses'>,
  words: string | null = null,
): readonly string[] | null {
  const inHeading = content.kind === 'heading' && !content.text.includes('\n')
  const place = { before: '', after: '', startsLine: !inHeading, inHeading, lineBreak: '\\\n', ...style }
  const source = words ?? writePhrasing(content, place)
  switch (content.kind) {
    case 'paragraph':
    case 'quote':
      return source.split('\n')
    case 'item':
      return `${checkbox(content.marker)}${source}`.split('\n')
    case 'heading':
      if (inHeading) return [`${'#'.repeat(content.level)} ${source}`]
      return [...source.split('\n'), content.level === 1 ? '===' : '---']
    case 'code':
      return codeLines(content.text, [])
    case 'rule':
      return ['***']
    default:
      return null
  }
}

/**
 * Lines of a code block, its fence and language as they were.
 * @param before lines it had; empty: none
 */
export function codeLines(text: string, before: readonly string[]): readonly string[] {
  const opened = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(before[0] ?? '')
  const lines = text.split('\n')
  if (opened === null) {
    const isIndented = before.length > 0 && lines[0]?.trim() !== '' && lines.at(-1)?.trim() !== ''
    if (isIndented) return lines.map((line) => (line === '' ? '' : `    ${line}`))
  }
  const [, indent = '', fence = '```', info = ''] = opened ?? []
  const sign = fence.charAt(0)
  const runs = text.match(new RegExp(`${sign}+`, 'g')) ?? []
  const length = runs.reduce((most, run) => Math.max(most, run.length + 1), fence.length)
  const own = sign.repeat(length)
  return [
    `${indent}${own}${info}`,
    ...lines.map((line) => (line === '' ? '' : indent + line)),
    `${indent}${own}`,
  ]
}

function checkbox(marker: string): string {
  return marker === '☑' ? '[x] ' : marker === '☐' ? '[ ] ' : ''
}

/** Lines with the signs of containers before them. @param first before the first line @param rest before the others */
export function withMargin(lines: readonly string[], first: string, rest: string): string {
  const before = (index: number) => (index === 0 ? first : rest)
  return lines.map((line, index) => (line === '' ? before(index).trimEnd() : before(index) + line)).join('\n')
}
