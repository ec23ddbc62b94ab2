import { all, childrenOf, parse, partsOf, wordsOf } from './word-document.ts'

/** A cell as the sheet's XML says it: a string, or a number (dates are numbers) with the format it is shown in. */
export type ReadCell = string | { readonly number: number; readonly format: string } | null

export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly ReadCell[])[]
  /** Rows that stay in sight. */
  readonly frozen: number
  readonly formulas: number
}

/** Reads a workbook part by part. */
export function readWorkbook(content: Uint8Array): readonly ReadSheet[] {
  const parts = partsOf(content)
  const strings = all(parse(parts.get('xl/sharedStrings.xml')), 'si').map((string) =>
    // ECMA-376 part 1, 22.9.2.19 (ST_Xstring): escaped characters.
    wordsOf(string).replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
  const formats = formatsOf(parts.get('xl/styles.xml'))
  return all(parse(parts.get('xl/workbook.xml')), 'sheet').map(({ attributes }, index) => {
    const sheet = parse(parts.get(`xl/worksheets/sheet${index + 1}.xml`))
    return {
      name: attributes.name ?? '',
      frozen: Number(all(sheet, 'pane')[0]?.attributes.ySplit ?? 0),
      formulas: all(sheet, 'f').length,
      rows: all(sheet, 'row').map((row) => {
        const cells: ReadCell[] = []
        for (const cell of childrenOf(row)) {
          const value = all(cell, 'v')[0]
          const at = columnOf(cell.attributes.r ?? '')
          while (cells.length < at) cells.push(null)
          if (value === undefined) cells.push(null)
          else if (cell.attributes.t === 's') cells.push(strings[Number(wordsOf(value))] ?? null)
          else
            cells.push({
              number: Number(wordsOf(value)),
              format: formats[Number(cell.attributes.s ?? 0)] ?? '',
            })
        }
        return cells
      }),
    }
  })
}

/** `A1` → 0, `AB7` → 27 */
function columnOf(address: string): number {
  const letters = address.replace(/\d/g, '')
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function formatsOf(xml: string | undefined): readonly string[] {
  const styles = parse(xml)
  const codes = new Map(
    all(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  )
  const [cells] = all(styles, 'cellXfs')
  return cells === undefined
    ? []
    : childrenOf(cells).map(({ attributes }) => codes.get(attributes.numFmtId) ?? '')
}
