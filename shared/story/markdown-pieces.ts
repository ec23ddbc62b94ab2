/**
 * Cuts a Markdown text where a new top-level block surely begins, so that most of it can be parsed by CommonMark
 * alone: the parser with tables, strikethrough and bare links takes about four times as long. A test compares the
 * result with that of the whole text.
 */
export interface Piece {
  readonly text: string
  /** Holds signs that mean something only with the extensions of GitHub. */
  readonly extended: boolean
}

/** UTF-16 units. Shorter pieces cost more calls, longer ones more memory; between these the time hardly moves. */
const USUAL_PIECE = 20_000

/** What reaches beyond its own block: reference definitions, fences, and HTML that may hold blank lines. */
const reaching = /\]:|```|~~~|<[!?]|<(?:script|pre|style|textarea)/i
const frontMatter = /^(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(?:\n|$)/
/** After a blank line, a letter or quotation mark at the margin ends every list, quotation, table and code block. */
const border = /\n[ \t]*\n(?=[\p{L}“‘"'«])/gu
const extensions = /~~|\||\[\^|www\.|@|\[[ \txX]\]|(?<!\]\(|<)https?:\/\//i

export function piecesOf(text: string): readonly Piece[] {
  const cuts = reaching.test(text) ? [] : cutsOf(text, frontMatter.exec(text)?.[0].length ?? 0)
  return [...cuts, text.length].map((end, index) => {
    const piece = text.slice(cuts[index - 1] ?? 0, end)
    return { text: piece, extended: extensions.test(piece) }
  })
}

function cutsOf(text: string, from: number): readonly number[] {
  const cuts: number[] = []
  let last = 0
  border.lastIndex = from
  for (let found = border.exec(text); found !== null; found = border.exec(text)) {
    if (border.lastIndex - last < USUAL_PIECE) continue
    last = border.lastIndex
    cuts.push(last)
  }
  return cuts
}
