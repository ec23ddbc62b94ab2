import { xml } from './word-package.ts'

/** Looks of a run: `b` strong, `i` emphasis, `s` struck out, `h` hidden, `r` right to left. */
export type Looks = string

const properties: Readonly<Record<string, string>> = {
  b: 'w:b',
  i: 'w:i',
  s: 'w:strike',
  h: 'w:vanish',
  r: 'w:rtl',
}

/** A run of text. */
export function t(text: string, looks: Looks = ''): string {
  const own = [...looks].map((look) => `<${properties[look]}/>`).join('')
  const before = own === '' ? '' : `<w:rPr>${own}</w:rPr>`
  return `<w:r>${before}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`
}

/** A paragraph of runs; plain text becomes one. */
export function p(content: string, style = '', more = ''): string {
  const named = style === '' ? '' : `<w:pStyle w:val="${style}"/>`
  const own = named + more === '' ? '' : `<w:pPr>${named}${more}</w:pPr>`
  return `<w:p>${own}${content.startsWith('<') ? content : t(content)}</w:p>`
}

/** An item of the list `list`. */
export function item(content: string, list: number, level = 0): string {
  return p(
    content,
    'ListParagraph',
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  )
}

export function link(id: string, text: string): string {
  return `<w:hyperlink r:id="${id}">${t(text)}</w:hyperlink>`
}

export function ins(id: number, content: string): string {
  return `<w:ins w:id="${id}" w:author="R. Sandoval" w:date="2026-11-19T16:20:00Z">${content}</w:ins>`
}

export function del(id: number, text: string): string {
  return `<w:del w:id="${id}" w:author="R. Sandoval" w:date="2026-11-19T16:20:00Z"><w:r><w:delText xml:space="preserve">${xml(text)}</w:delText></w:r></w:del>`
}

/** What comments stand on: `on('0', …)`, several at once `on('0 1', …)`. */
export function on(ids: string, content: string): string {
  const all = ids.split(' ')
  const starts = all.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')
  const ends = all.map((id) => `<w:commentRangeEnd w:id="${id}"/>${sign(id)}`).join('')
  return `${starts}${content}${ends}`
}

/** The sign of a comment in the text. */
export function sign(id: string): string {
  return `<w:r><w:commentReference w:id="${id}"/></w:r>`
}

/** A comment of `comments.xml`; the last paragraph has the paragraph id. */
export function comment(
  id: string,
  author: string,
  paragraphs: readonly string[],
  more: { readonly date?: string; readonly initials?: string; readonly paraId?: string } = {},
): string {
  const { date = '2026-11-20T10:00:00Z', initials = '', paraId } = more
  const body = paragraphs.map((text, index) => {
    const isLast = index === paragraphs.length - 1
    const own = paraId !== undefined && isLast ? ` w14:paraId="${paraId}"` : ''
    return `<w:p${own}>${t(text)}</w:p>`
  })
  return `<w:comment w:id="${id}" w:author="${xml(author)}" w:date="${date}" w:initials="${initials}">${body.join('')}</w:comment>`
}

/** An entry of `commentsExtended.xml`. */
export function thread(paraId: string, isDone: boolean, parent?: string): string {
  const to = parent === undefined ? '' : ` w15:paraIdParent="${parent}"`
  return `<w15:commentEx w15:paraId="${paraId}"${to} w15:done="${isDone ? 1 : 0}"/>`
}

/** A picture in the text. */
export function picture(id: string, alternative: string, how: 'embed' | 'link' = 'embed'): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="609600"/><wp:docPr id="1" name="Picture" descr="${xml(alternative)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:${how}="${id}"/><a:stretch/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<w:tc><w:tcPr/>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

/** Built-in styles under the ids that a German Word gives them, and some of a newsroom's own. */
export const styles = [
  style('Titel', 'Title'),
  style('Untertitel', 'Subtitle'),
  style('berschrift1', 'heading 1'),
  style('berschrift2', 'heading 2'),
  style('Zitat', 'Quote'),
  style('IntensivesZitat', 'Intense Quote'),
  style('Beschriftung', 'caption'),
  style('ListParagraph', 'List Paragraph'),
  style('Schlagzeile', 'Gazette headline', 'Titel'),
  style('Vorspann', 'Gazette standfirst'),
].join('')

function style(id: string, name: string, basedOn?: string): string {
  const from = basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${from}</w:style>`
}

/** List 1 with bullets, list 2 with numbers. */
export const numbering = `${abstractList(0, 'bullet')}${abstractList(1, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`

function abstractList(id: number, format: string): string {
  const levels = [0, 1, 2].map(
    (level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
}
