import type { IsoTime } from '../../units.ts'
import { dateInWords } from '../plain-words.ts'
import { cssString } from './css-string.ts'

/**
 * The report on paper. Notes end the part of the story that they belong to: a page has no place of its own for
 * footnotes, but the rows of a grid can have an order. (Flexible boxes can, too; Chromium breaks those badly.)
 */
export const PRINT_STYLE = `
@media print{
  :root{--paper:#fff;color-scheme:light}
  *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  body{padding:0;max-width:none;font-size:9.5pt}
  section{margin-top:9mm}
  h1{font-size:23pt}
  h1,h2,h3,h4,h5,h6,caption,.lead,.note-head,.links p,.headline,.heading,.label{break-after:avoid}
  p,blockquote,dd{orphans:3;widows:3}
  thead{display:table-header-group}
  a{text-decoration:none}
  :target{outline:none}
  .contents,.to-note,.gap{display:none}
  .contents.long{display:block}
  .contents.long>ul>li:not(:has(.stops)){display:none}
  .contents.long .stops{columns:2;column-gap:8mm;font-size:8.5pt}
  .strip{height:13mm}
  .strip,.legend li,.counts{break-inside:avoid}
  .masthead dl{gap:2.5mm 7mm}
  .legend{grid-template-columns:repeat(auto-fit,minmax(36mm,1fr));gap:4mm 6mm}
  .number{font-size:7pt}

  .story{--gutter:8mm;max-width:none;font-size:11pt}
  .part{padding-inline-end:0;padding-block:0}
  .story .b[data-number]::before{width:5mm;font-size:7.5pt;line-height:1.5rem}
  .headline{font-size:19pt}
  .image{break-inside:avoid}
  .part{display:grid;grid-template-columns:minmax(0,1fr)}
  .part .notes{order:2;margin:0;grid-row-end:auto!important}
  .part.noted{margin-bottom:7mm}
  .part.noted::after{content:"Notes";order:1;width:30%;margin:2mm 0 1.5mm;padding-top:1.5mm;border-top:1px solid var(--soft);
    font:600 8pt/1.3 var(--sans);color:var(--soft);break-after:avoid}
  .notes{font-size:8.5pt}
  .part .note{margin-bottom:1.8mm}
  .links{display:block;margin-top:6mm;font:400 8.5pt/1.4 var(--sans)}
  .links p{font-weight:600;color:var(--soft)}
  .links li{overflow-wrap:anywhere;break-inside:avoid}

  .sides{font-size:9.5pt}
  .pair,.sides-head{display:grid;grid-template-columns:minmax(0,1fr) 17mm minmax(0,1fr);column-gap:3mm}
  .sides-head{font:600 9pt/1.4 var(--sans);border-bottom:1px solid var(--line);margin-bottom:3mm;break-after:avoid}
  .pair>.side:nth-child(2){grid-column:1;grid-row:1}
  .pair>.side:nth-child(3){grid-column:3;grid-row:1}
  .sign{grid-column:2;grid-row:1;text-align:center;font-size:7pt}
  .sign>*{display:block;margin:0 auto 1mm;width:fit-content}
  .of-story .who{display:none}
  .sides .notes{font-size:8pt}

  .all{font-size:8.5pt}
  .all th,.all td{padding-right:3.5mm}
  .all q{font-size:9.5pt;max-width:none}
  .all :is(td:nth-child(4),th:nth-child(4)){display:none}
}
`

/** What stands in the margins of a page: the story and the day, except on the first, and the number of the page. */
export function marginStyle(name: string, made: IsoTime): string {
  const small = 'font:8pt var(--sans,sans-serif);color:#5f5a50'
  return `@page{margin:19mm 17mm 20mm;
  @top-left{content:${cssString(name)};${small}}
  @top-right{content:${cssString(dateInWords(made))};${small}}
  @bottom-right{content:counter(page) " / " counter(pages);${small}}
}
@page:first{margin-top:15mm;@top-left{content:none}@top-right{content:none}}
`
}
