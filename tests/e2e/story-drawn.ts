import type { Locator } from '@playwright/test'

/** What the window shows of a story. */
export interface OnScreen {
  readonly text: string
  readonly marks: Readonly<Record<string, readonly [start: number, end: number]>>
}

/** Text and marks of the drawn story: `id` → [start, end). Only what is drawn has its marks here. */
export function onScreen(story: Locator): Promise<OnScreen> {
  return story.evaluate((drawn) => {
    const marks: Record<string, [number, number]> = {}
    let text = ''
    const read = (node: Node) => {
      if (node instanceof HTMLBRElement) {
        // ProseMirror puts a break of its own into empty blocks.
        if (!node.classList.contains('ProseMirror-trailingBreak')) text += '\n'
        return
      }
      if (node instanceof HTMLElement && node.classList.contains('soft-break')) {
        text += '\n'
        return
      }
      const id = node instanceof HTMLElement ? node.dataset.annotationId : undefined
      const start = text.length
      if (node instanceof Text) text += node.data
      for (const child of node.childNodes) read(child)
      if (id !== undefined && text.length > start) marks[id] = [marks[id]?.[0] ?? start, text.length]
    }
    let first = true
    for (const chunk of drawn.children) {
      for (const block of chunk.children) {
        if (!first) text += '\n'
        first = false
        read(block)
      }
    }
    return { text, marks }
  })
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Where words of the drawn story begin and end, in pixels of the window, just inside their first and last letter. */
export function edgesOf(
  story: Locator,
  words: string,
): Promise<{ readonly from: Point; readonly to: Point }> {
  return story.evaluate((drawn, wanted) => {
    const walker = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT)
    const pieces: { node: Text; start: number }[] = []
    let all = ''
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      pieces.push({ node, start: all.length })
      all += node.data
    }
    const start = all.indexOf(wanted)
    if (start < 0) throw new Error(`not drawn: ${wanted}`)
    const rectAt = (offset: number, length: 1 | -1) => {
      const at = length === 1 ? offset : offset - 1
      const piece = pieces.findLast((each) => each.start <= at)
      if (piece === undefined) throw new Error('no text')
      const range = document.createRange()
      range.setStart(piece.node, at - piece.start)
      range.setEnd(piece.node, at - piece.start + 1)
      piece.node.parentElement?.scrollIntoView({ block: 'nearest' })
      return range.getBoundingClientRect()
    }
    const first = rectAt(start, 1)
    const last = rectAt(start + wanted.length, -1)
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    }
  }, words)
}

/** Puts the selection on a range of the story text, which must be drawn; `start` = `end`: a caret. */
export async function putSelection(story: Locator, start: number, end: number): Promise<void> {
  await story.evaluate(
    (drawn, wanted) => {
      const place = (offset: number): [Node, number] => {
        let at = 0
        for (const chunk of drawn.children) {
          for (const block of chunk.children) {
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
            let last: Text | null = null
            const from = at
            while (walker.nextNode()) {
              last = walker.currentNode as Text
              if (offset <= at + last.length) return [last, offset - at]
              at += last.length
            }
            if (offset <= at)
              return last === null && offset === from ? [block, 0] : [last ?? block, at - from]
            at += 1
          }
        }
        throw new Error(`outside the text: ${offset}`)
      }
      const [from, fromAt] = place(wanted.start)
      const [to, toAt] = place(wanted.end)
      getSelection()?.setBaseAndExtent(from, fromAt, to, toAt)
      // The browser tells of it in a task of its own; what is drawn before that task would put the old one back.
      document.dispatchEvent(new Event('selectionchange'))
    },
    { start, end },
  )
}
