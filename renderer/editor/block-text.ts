import type { Node } from 'prosemirror-model'

const known = new WeakMap<Node, string>()

/** The text of a block, a line break inside as `\n`. Kept per node: a key press makes one block new. */
export function blockText(block: Node): string {
  return keep(block, () => block.textBetween(0, block.content.size))
}

/** The texts of a chunk's blocks, joined by `\n`. */
export function chunkText(chunk: Node): string {
  return keep(chunk, () => chunk.children.map(blockText).join('\n'))
}

function keep(node: Node, make: () => string): string {
  let text = known.get(node)
  if (text === undefined) {
    text = make()
    known.set(node, text)
  }
  return text
}
