/**
 * Cuts a Markdown text where a new top-level block surely begins, so that most of it needs no costly parsing: a
 * paragraph without any sign of markup needs none, and CommonMark alone takes a quarter of the time that it takes
 * with tables, strikethrough and bare links. A test compares the tree with that of the whole text.
 */
export interface Piece {
  readonly text: string
  /** `prose`: one paragraph of words; `extended`: signs that mean something only with GitHub's extensions. */
  readonly needs: 'prose' | 'common' | 'extended'
}

/** UTF-16 units. Shorter pieces cost more calls, longer ones more memory; between these the time hardly moves. */
const USUAL_PIECE = 20_000

/** What reaches beyond its own block: reference definitions, fences, and HTML that may hold blank lines. */
const reaching = /\]:|```|~~~|<[!?]|<(?:script|pre|style|textarea)/i
const frontMatter = /^(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(?:\n|$)/
/** After a blank line, a letter or quotation mark at the margin ends every list, quotation, table and code block. */
const border = /\n[ \t]*\n(?=[\p{L}“‘"'«])/gu
const extensions = /~~|\||\[\^|www\.|@|\[[ \txX]\]|(?<!\]\(|<)https?:\/\//i
/** Escapes, emphasis, code, links, tags, entities, cells, addresses, hard breaks. */
const markup = /[\\*_`[\]<>&~|@\0\t]|:\/\/|www\.| {2}\n/i
/** A line that could be a list, a rule, an underlined heading, or a blank one. */
const oddLine = /\n(?![\p{L}“‘"'«(])/u

/** @param usual UTF-16 units after which a piece that has to be parsed ends at the next border */
export function piecesOf(text: string, usual = USUAL_PIECE): readonly Piece[] {
  if (reaching.test(text)) return [parsed(text)]
  const pieces: Piece[] = []
  let from = 0
  const close = (end: number) => {
    if (end > from) pieces.push(parsed(text.slice(from, end)))
    from = end
  }
  const cuts = cutsOf(text, frontMatter.exec(text)?.[0].length ?? 0)
  cuts.forEach((cut, index) => {
    const end = cuts[index + 1] ?? text.length
    const block = text.slice(cut, end)
    if (!markup.test(block) && !oddLine.test(block.replace(/[ \n]+$/, ''))) {
      close(cut)
      pieces.push({ text: block, needs: 'prose' })
      from = end
    } else if (cut - from >= usual) close(cut)
  })
  close(text.length)
  return pieces
}

function parsed(text: string): Piece {
  return { text, needs: extensions.test(text) ? 'extended' : 'common' }
}

function cutsOf(text: string, from: number): readonly number[] {
  const cuts: number[] = []
  border.lastIndex = from
  while (border.test(text)) cuts.push(border.lastIndex)
  return cuts
}
