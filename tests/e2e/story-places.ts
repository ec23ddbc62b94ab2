import type { Locator } from '@playwright/test'

export interface PlaceOnScreen {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Question =
  | { readonly kind: 'selection' }
  | { readonly kind: 'box'; readonly start: number; readonly end: number }
type Answer = { readonly start: number; readonly end: number } | PlaceOnScreen | null

/** Where the selection stands, in UTF-16 units of the story text; start = end: a caret. */
export async function selectionOf(story: Locator): Promise<{ start: number; end: number }> {
  const found = await story.evaluate(ask, { kind: 'selection' } as Question)
  if (found === null || !('start' in found)) throw new Error('the selection is not in the story')
  return found
}

/** The first line of a span as it lies in the window, in pixels; null: it has no box. */
export async function boxOf(
  story: Locator,
  span: { readonly start: number; readonly end: number },
): Promise<PlaceOnScreen | null> {
  const found = await story.evaluate(ask, { kind: 'box', ...span } as Question)
  return found !== null && 'left' in found ? found : null
}

/** Runs in the page: goes once through the drawn story, counting its text as the editor does. */
function ask(story: Element, question: Question): Answer {
  const isBreak = (node: Node): boolean =>
    node instanceof HTMLElement &&
    (node.classList.contains('soft-break') ||
      (node instanceof HTMLBRElement && !node.classList.contains('ProseMirror-trailingBreak')))
  const selection = getSelection()
  const found = { anchor: -1, focus: -1 }
  const box: { from: [Node, number] | null; to: [Node, number] | null } = { from: null, to: null }
  let at = 0
  const meet = (node: Node, offset: number, here: number) => {
    if (selection?.anchorNode === node && selection.anchorOffset === offset) found.anchor = here
    if (selection?.focusNode === node && selection.focusOffset === offset) found.focus = here
  }
  const read = (node: Node) => {
    if (node instanceof Text) {
      const from = at
      at += node.length
      if (selection?.anchorNode === node) found.anchor = from + selection.anchorOffset
      if (selection?.focusNode === node) found.focus = from + selection.focusOffset
      if (question.kind === 'box') {
        if (box.from === null && question.start < at) box.from = [node, question.start - from]
        if (box.to === null && question.end <= at) box.to = [node, question.end - from]
      }
      return
    }
    if (isBreak(node)) {
      meet(node, 0, at)
      at += 1
      return
    }
    // What stands in the frame of a picture is no text of the story.
    if (node instanceof HTMLElement && node.classList.contains('picture')) return
    for (const [index, child] of [...node.childNodes].entries()) {
      meet(node, index, at)
      read(child)
    }
    meet(node, node.childNodes.length, at)
  }
  let first = true
  for (const chunk of story.children) {
    for (const block of chunk.children) {
      if (!first) at += 1
      first = false
      read(block)
    }
  }
  if (question.kind === 'selection') {
    const { anchor, focus } = found
    return anchor < 0 || focus < 0 ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
  }
  if (box.from === null || box.to === null) return null
  const range = document.createRange()
  range.setStart(...box.from)
  range.setEnd(...box.to)
  const [rect] = [...range.getClientRects()].filter(({ width }) => width > 0)
  return rect === undefined
    ? null
    : { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }
}
