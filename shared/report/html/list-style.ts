/** What surrounds the story in lists and tables: strip and legend, what is to be checked, numbers, all annotations. */
export const LIST_STYLE = `
.strip{display:block;width:100%;height:3.75rem;margin-bottom:1.1rem}
.strip.mirrored{transform:scaleX(-1)}
svg .ground{fill:var(--ground)}
svg [class^=t]{fill:var(--c)}
.legend{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:1rem 2rem}
.legend mark{font:1.05rem/1.6 var(--serif);padding-inline:.15em}
.use,.meaning{display:block;font-size:.8125rem;text-wrap:pretty}
.use{margin-top:.25rem}
.meaning{color:var(--soft)}

.of-check h3{font:600 1rem/1.3 var(--serif);margin:1.4rem 0 .2rem}
.of-check h2+h3{margin-top:0}
.lead{color:var(--soft);margin-bottom:.8rem}
.of-check li{padding:.1rem 0 .1rem 1rem;border-inline-start:var(--w) var(--s) var(--c);margin-bottom:1rem;max-width:48rem;break-inside:avoid}
.of-check :is(blockquote,li>dl q){font:italic 1.05rem/1.45 var(--serif);overflow-wrap:anywhere;white-space:pre-wrap;quotes:none}
.of-check blockquote{margin:.25rem 0}
.of-check li>dl>div{display:grid;grid-template-columns:5.5rem minmax(0,1fr);align-items:baseline}
.of-check li>dl.fields>div{display:block}
.of-check li>dl:not(.fields) dt{font-size:.75rem;color:var(--soft)}

table{border-collapse:collapse;width:100%}
caption{text-align:start;padding-bottom:.5rem}
th,td{padding:.4rem 1rem .4rem 0;text-align:start;vertical-align:baseline;font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;font-size:.75rem;color:var(--soft);border-bottom:1px solid var(--line);white-space:nowrap}
tbody tr{border-bottom:1px solid var(--line);break-inside:avoid}
.figure{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.tables{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.5rem 3.5rem;align-items:start}
.counts caption{font:600 .95rem/1.3 var(--serif);color:var(--ink)}
.counts tfoot th,.counts tfoot td{font-weight:600}
thead td{border-bottom:1px solid var(--line)}
.counts tbody th{width:36%}
.bar{width:30%;min-width:3rem}
.bar svg{display:block;width:100%;height:.5rem}
.detail{display:block;font-size:.86em;color:var(--soft)}
time.detail{white-space:nowrap}
.all q{font:italic 1rem/1.4 var(--serif);quotes:none;display:block;overflow-wrap:anywhere;white-space:pre-line;max-width:34rem}
.all td:nth-child(4){min-width:11rem;max-width:22rem}
.to-note{font-size:.75rem;color:var(--soft)}

@media screen and (min-width:44.01rem){
  .all.large,.all.large :is(caption,thead,tbody){display:block}
  .all.large tbody{content-visibility:auto;contain-intrinsic-height:auto 160rem}
  .all.large tr{display:grid;grid-template-columns:4rem 8rem minmax(0,1fr) 9rem 8rem 3rem 7rem;align-items:baseline}
  .all.large :is(th,td){min-width:0!important;overflow-wrap:anywhere}
  .all.large .tag{white-space:normal}
}
@media screen and (max-width:44rem){
  .all.large tbody{content-visibility:auto;contain-intrinsic-height:auto 260rem}
  .counts th,.counts td{padding-right:.7rem}
  .counts tbody th{width:auto}
  .bar{min-width:2rem}
  .all thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .all,.all tbody,.all caption{display:block}
  .all tr{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem .7rem;padding:.7rem 0}
  .all th,.all td{padding:0}
  .all td:nth-child(3),.all td:nth-child(4){flex:1 0 100%;max-width:none}
  .all td:nth-child(4):empty{display:none}
  .all .figure::before{content:attr(data-label) " "}
  .all .absent{display:none}
  .all time{display:inline;margin-left:.5em}
  .all td:nth-child(n+5){color:var(--soft);font-size:.75rem}
}
`
