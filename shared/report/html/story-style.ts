/**
 * The story and its notes. Where there is room the notes stand beside the text: each part of the story is a grid of
 * two columns, a group of notes starts with its block and may reach down beside blocks that have none, and inside it
 * each note stands level with its mark as far as there is room. Elsewhere they follow their block, and on paper
 * they end the part.
 */
export const STORY_STYLE = `
.story{--gutter:2.5rem;max-width:41rem;font:400 1.15rem/1.62 var(--serif)}
.part{padding-inline:var(--gutter) .5rem;padding-block:.3rem}
.b{position:relative;margin:0 0 .85em;white-space:pre-line;overflow-wrap:anywhere;text-wrap:pretty;
  line-height:calc(1.62em + var(--lanes,0) * 5px)}
.b.exact,.code{white-space:pre-wrap}
.b.wrapped{white-space:normal}
.b.blank{display:none}
.story .b[data-number]::before{content:attr(data-number);position:absolute;left:calc(-1*var(--gutter));right:auto;width:1.6rem;
  text-align:right;font:500 .6875rem/1.9rem var(--sans);color:var(--soft)}
.story[dir=rtl] .b[data-number]::before{left:auto;right:calc(-1*var(--gutter));text-align:left}
.headline{font-size:1.9rem;font-weight:600;text-wrap:balance;line-height:calc(1.2em + var(--lanes,0) * 5px);margin-bottom:.5em}
.heading{font-size:1.3rem;font-weight:600;margin-top:.9em;line-height:calc(1.3em + var(--lanes,0) * 5px)}
.label{font-weight:600}
.dateline,.byline{font-size:1rem;color:var(--soft)}
.caption,.image{font-size:.95rem}
.image{padding:.8em 1em;border:1px dashed var(--soft);margin-bottom:.5em}
.image::before,.image[data-source]::after{display:block;font:500 .75rem/1.6 var(--sans);color:var(--soft)}
.image::before{content:"Picture, not in this report"}
.image[data-source]::after{content:attr(data-source);overflow-wrap:anywhere}
.item{padding-inline-start:calc(1.4em + var(--level,0) * 1.4em);margin-bottom:.45em}
.item[data-marker]::after{content:attr(data-marker);position:absolute;top:0;inset-inline-start:calc(.15em + var(--level,0) * 1.4em)}
.item:not([data-marker]){padding-inline-start:0}
.quote{padding-inline-start:1.1em;border-inline-start:3px solid var(--line);margin-inline-start:-3px}
.code{font:.95rem/1.6 var(--mono)}
.rule{text-align:center;color:var(--soft);min-height:1em}
.rule:empty{min-height:0;width:30%;margin:1.2em auto;border-top:1px solid var(--line)}
.b .link{text-decoration:underline 1px;text-underline-offset:.12em;text-decoration-color:var(--soft)}
:lang(ja){--han-serif:"Noto Serif CJK JP","Noto Serif JP","Hiragino Mincho ProN","Yu Mincho"}
:lang(ko){--han-serif:"Noto Serif CJK KR","Noto Serif KR",AppleMyungjo,Batang}
:lang(zh-TW),:lang(zh-Hant){--han-serif:"Noto Serif CJK TC","Noto Serif TC","Songti TC",PMingLiU}

mark{color:inherit;background:var(--t);border-bottom:var(--w) var(--s) var(--c);padding-bottom:1px}
mark.l1{padding-bottom:5px}mark.l2{padding-bottom:9px}mark.l3{padding-bottom:13px}mark.l4{padding-bottom:17px}mark.l5{padding-bottom:21px}
sup{unicode-bidi:isolate;font:600 .68rem/0 var(--sans);vertical-align:.5em;padding:0 .04em 0 .1em;font-variant-numeric:tabular-nums;font-style:normal}
sup+sup{margin-inline-start:.3em}
sup a{text-decoration:none;padding:.35em 0}
sup a:hover{text-decoration:underline}

.notes{font:400 .8125rem/1.45 var(--sans);margin:0 0 1.1rem}
.note{padding:.05rem 0;padding-inline-start:.8rem;border-inline-start:var(--w) var(--s) var(--c);margin-bottom:.6rem;break-inside:avoid}
.note:last-child{margin-bottom:0}
.note .note-head,.note .fields{display:inline}
.note .fields div{display:inline-block;margin-inline-end:.5em}
.note b,.of-check b{font-weight:600}
.note :is(.words,.fields){text-align:left}
[dir=rtl] .note :is(.words,.fields){text-align:right}
.note-head .number{margin-inline-end:.25rem}
.by{margin:0 .5em 0 .3em}

@media screen{
  .part+.part{content-visibility:auto;contain-intrinsic-height:auto 60rem}
}
@media screen and (max-width:44rem){
  .story{--gutter:1.5rem}
  .part{padding-inline-end:0}
  .story .b[data-number]::before{width:1.1rem}
}
@media screen and (min-width:64rem){
  .story{max-width:none}
  .part{display:grid;grid-template-columns:minmax(0,40rem) minmax(18rem,1fr);column-gap:3rem}
  .part .b{grid-column:1}
  .part .notes{grid-column:2;margin:.25rem 0 .85rem}
  .part .level{display:grid;grid-template-rows:var(--at);align-content:start}
  .level .note:nth-child(1){grid-row:2}.level .note:nth-child(2){grid-row:4}.level .note:nth-child(3){grid-row:6}.level .note:nth-child(4){grid-row:8}
  .level .note:nth-child(5){grid-row:10}.level .note:nth-child(6){grid-row:12}.level .note:nth-child(7){grid-row:14}.level .note:nth-child(8){grid-row:16}
}
`
