import type { Root, RootContent } from 'hast'
import { fromHast } from '../../../shared/story/from-hast.ts'
import type { BlockKind, Story } from '../../../shared/story/story.ts'
import { plain, StoryBuilder } from '../../../shared/story/story-builder.ts'

/** One piece of a wire story, in the order in which it is read. */
export type Piece =
  | { readonly kind: BlockKind; readonly text: string; readonly level?: number }
  | { readonly kind: 'picture'; readonly source: string; readonly alternative: string }
  | { readonly kind: 'body'; readonly nodes: readonly RootContent[] }

/**
 * Puts a story together. A headline that the body repeats at its beginning is left out of the body, and any other
 * of the first rank in it is a heading.
 */
export function assembled(pieces: readonly Piece[]): Pick<Story, 'text' | 'blocks' | 'marks' | 'images'> {
  const builder = new StoryBuilder()
  let headline = ''
  for (const piece of pieces) {
    if (piece.kind === 'picture' && 'source' in piece)
      builder.addImage(piece.source, oneLine(piece.alternative))
    else if (piece.kind === 'body' && 'nodes' in piece) addBody(builder, piece.nodes, headline)
    else if ('text' in piece) {
      const text = oneLine(piece.text)
      if (piece.kind === 'headline') headline = text
      if (text !== '') builder.add(piece.kind, plain(text), piece.level ?? 0)
    }
  }
  return builder.finish()
}

function addBody(builder: StoryBuilder, nodes: readonly RootContent[], headline: string): void {
  const tree: Root = { type: 'root', children: [...nodes] }
  const body = fromHast(tree).finish()
  let isFirst = true
  for (const { kind, start, end, level, marker } of body.blocks) {
    const text = body.text.slice(start, end)
    const image = body.images.find(({ at }) => kind === 'image' && at === start)
    if (image !== undefined) {
      builder.addImage(image.source, text)
    } else if (text !== '' || kind === 'rule') {
      if (!(isFirst && headline !== '' && text === headline)) {
        const own = kind === 'headline' && headline !== '' ? 'heading' : kind
        const marks = body.marks
          .filter((mark) => mark.start >= start && mark.end <= end)
          .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }))
        builder.add(own, { text, marks }, level, marker)
      }
      isFirst = false
    }
  }
}

/** Text in one line, without outer white space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** An address that a window may show as one: of the web, or a file beside the story; else empty. */
export function pictureAddress(address: string): string {
  const isPath = !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(address)
  return isPath || /^https?:\/\//i.test(address) ? address : ''
}
