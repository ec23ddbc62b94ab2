import type { Span, TextOffset } from '../units.ts'

/** A story as text with everything else standing off: no editor, no DOM, no path. */
export interface Story {
  /** File name with its extension, as on disk. */
  readonly name: string
  readonly format: StoryFormat
  /** Reader and its version. Offsets mean nothing without it: it rises whenever the text it makes changes. */
  readonly reader: ReaderVersion
  /** The story text: the text of the blocks joined by `\n`. Every offset in the program points into it. */
  readonly text: string
  /** In order; block n+1 starts one unit (the `\n`) after block n ends; together they cover the text. */
  readonly blocks: readonly Block[]
  /** Strong, emphasis, links; may overlap; sorted by start. */
  readonly marks: readonly InlineMark[]
  readonly images: readonly StoryImage[]
  /** Facts about the story that are not part of its text, e.g. front matter. */
  readonly meta: Readonly<Record<string, string>>
  /** Lines were wrapped by hand at 65–80 columns; a `\n` inside a block is then a soft break. */
  readonly hardWrapped: boolean
  /** What could not be carried over, one sentence each. */
  readonly warnings: readonly string[]
}

export type StoryFormat = 'txt' | 'md' | 'html' | 'docx' | 'ninjs' | 'nitf'

/** `html-page/1`: the whole of a saved web page, where `html/1` is the article found in it. */
export type ReaderVersion = 'txt/1' | 'md/2' | 'html/1' | 'html-page/1' | 'docx/1' | 'ninjs/1' | 'nitf/1'

/**
 * What a block is. In plain text the kind only styles: the characters stay. `blank` is an empty line;
 * `label` is a short line that opens a section, such as "Why it matters:".
 */
export type BlockKind =
  | 'headline'
  | 'heading'
  | 'dateline'
  | 'byline'
  | 'label'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'caption'
  | 'image'
  | 'code'
  | 'table-row'
  | 'rule'
  | 'blank'

/** One block of the story text; `start` = `end` for an empty one. */
export interface Block {
  readonly kind: BlockKind
  readonly start: TextOffset
  readonly end: TextOffset
  /** Heading level 1–6; nesting depth of an item or quote, 0 the outermost. 0 elsewhere. */
  readonly level: number
  /** What stands before a list item that is not part of the text (Markdown: `•`, `1.`); empty elsewhere. */
  readonly marker: string
}

export type InlineKind = 'strong' | 'emphasis' | 'strike' | 'code' | 'link'

export interface InlineMark extends Span {
  readonly kind: InlineKind
  /** Only for links; http, https and mailto only, else empty (the text stays). */
  readonly href: string
}

/** A picture named by the story. Its alternative text is the text of an `image` block. */
export interface StoryImage {
  /** Start of the `image` block. */
  readonly at: TextOffset
  /** As the story names it: an address, a path from the story's folder, or the name of a part of the document. */
  readonly source: string
}

/** A block that is part of the running text: it has sentences, counts for coverage and gets a number. */
export function isBody(kind: BlockKind): boolean {
  return kind === 'paragraph' || kind === 'item' || kind === 'quote' || kind === 'label'
}
