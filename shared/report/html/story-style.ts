/**
 * The story and its notes. Where there is room the notes stand beside the text: story and notes are the two
 * columns of one grid, a group of notes starts level with its block and may reach down beside blocks that have
 * none. Elsewhere, and on paper, they follow their block.
 */
export const STORY_STYLE = `
.story{max-width:41rem;padding-left:2.5rem;font:400 1.15rem/1.62 var(--serif)}
.b{position:relative;margin:0 0 .85em;white-space:pre-line;overflow-wrap:anywhere;text-wrap:pretty;
  line-height:calc(1.62em + var(--lanes,0) * 5px)}
.b.exact,.code{white-space:pre-wrap}
.b.wrapped{white-space:normal}
.b.blank{display:none}
.b[data-number]::before{content:attr(data-number);position:absolute;left:-2.5rem;width:1.6rem;text-align:right;
  font:500 .6875rem/1.9rem var(--sans);color:var(--soft);direction:ltr}
.headline{font-size:1.9rem;font-weight:600;text-wrap:balance;line-height:calc(1.2em + var(--lanes,0) * 5px);margin-bottom:.5em}
.heading{font-size:1.3rem;font-weight:600;margin-top:.9em;line-height:calc(1.3em + var(--lanes,0) * 5px)}
.label{font-weight:600}
.dateline,.byline{font-size:1rem;color:var(--soft)}
.caption,.image{font-size:.95rem}
.image{padding:.8em 1em;border:1px solid var(--line)}
.item{padding-inline-start:calc(1.4em + var(--level,0) * 1.4em);margin-bottom:.45em}
.item[data-marker]::after{content:attr(data-marker);position:absolute;top:0;inset-inline-start:calc(.15em + var(--level,0) * 1.4em)}
.item:not([data-marker]){padding-inline-start:0}
.quote{padding-inline-start:1.1em;border-inline-start:3px solid var(--line);margin-inline-start:-3px}
.code{font:.95rem/1.6 ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
.rule{text-align:center;color:var(--soft);min-height:1em}
.link{text-decoration:underline 1px;text-underline-offset:.12em;text-decoration-color:var(--soft)}

mark{color:inherit;background:var(--t);border-bottom:var(--w) var(--s) var(--c);padding-bottom:1px}
mark.l1{padding-bottom:5px}mark.l2{padding-bottom:9px}mark.l3{padding-bottom:13px}mark.l4{padding-bottom:17px}mark.l5{padding-bottom:21px}
sup{unicode-bidi:isolate;font:600 .68rem/0 var(--sans);vertical-align:.5em;padding:0 .04em 0 .1em;font-variant-numeric:tabular-nums;font-style:normal}
sup+sup::before{content:",";margin-right:.2em}
sup a{text-decoration:none;padding:.35em 0}
sup a:hover{text-decoration:underline}

.notes{font:400 .8125rem/1.45 var(--sans);margin:0 0 1.1rem}
.note{padding:.05rem 0 .05rem .8rem;border-left:var(--w) var(--s) var(--c);margin-bottom:.5rem;break-inside:avoid}
.note:last-child{margin-bottom:0}
.note .note-head,.note .fields{display:inline}
.note .fields div{display:inline-block;margin-right:.5em}
.note b{font-weight:600}
.note-head .number{margin-right:.25rem}
.by{margin:0 .5em 0 .3em}

@media screen and (max-width:44rem){
  .story{padding-left:1.5rem}
  .b[data-number]::before{left:-1.5rem;width:1.1rem}
}
@media screen and (min-width:64rem){
  .story{display:grid;grid-template-columns:minmax(0,1fr) 20rem;column-gap:3rem;max-width:none}
  .b{grid-column:1;max-width:40rem}
  .notes{grid-column:2;margin:.25rem 0 .85rem}
}
@media print{
  .story{max-width:none;padding-left:8mm;font-size:11pt}
  .b[data-number]::before{left:-8mm;width:5mm;font-size:7.5pt;line-height:1.5rem}
  .notes{font-size:8.5pt;margin-left:4mm}
  .headline{font-size:19pt}
}
`
