/** The page around the story: colours, masthead, legend, tables, print. Faces are the system's: nothing is fetched. */
export const PAGE_STYLE = `
:root{
  --paper:#fffdf8;--desk:#efece4;--ink:#1d1b18;--soft:#5f5a50;--line:#d8d2c4;--ground:#ece7dc;--accent:#7a2e1d;
  --c:#5f5a50;--t:#5f5a5026;--s:solid;--w:2px;
  --serif:Newsreader,"Source Serif 4","Iowan Old Style",Charter,Georgia,"Noto Naskh Arabic","Noto Serif Hebrew","Times New Roman",serif;
  --sans:Inter,"Segoe UI",system-ui,"Helvetica Neue",Arial,sans-serif;
  color-scheme:light dark;
}
@media screen and (prefers-color-scheme:dark){
  :root{--paper:#1c1b19;--desk:#131211;--ink:#ebe6db;--soft:#aaa396;--line:#35322d;--ground:#2b2925;--accent:#e08a72;
    --c:#aaa396;--t:#aaa39636}
}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:3.5rem clamp(1.25rem,5vw,4.5rem) 2rem;max-width:80rem;background:var(--paper);color:var(--ink);
  font:400 .875rem/1.5 var(--sans)}
h1,h2,p,dl,dd,ol,ul,blockquote{margin:0;padding:0}
ol,ul{list-style:none}
a{color:inherit}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
:target{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
code{font:.92em/1.4 ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
.soft,.by,.none,caption{color:var(--soft)}
section{margin-top:3.25rem}
h2{font:600 1.3rem/1.25 var(--serif);margin-bottom:1.1rem;padding-top:.7rem;border-top:1px solid var(--line)}

.kicker{font-weight:600;font-size:.75rem;letter-spacing:.08em;text-transform:uppercase;color:var(--soft)}
.brand{font:600 1.05rem/1 var(--serif);letter-spacing:.01em;text-transform:none;color:var(--accent);margin-right:.6rem}
h1{font:600 clamp(1.7rem,4vw,2.4rem)/1.15 var(--serif);margin:.45rem 0 1.2rem;overflow-wrap:anywhere;text-wrap:balance}
.masthead dl{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem}
.masthead dt{font-size:.75rem;color:var(--soft)}
.masthead code{overflow-wrap:anywhere}
.layer{white-space:nowrap}

.strip{display:block;width:100%;height:3.75rem;margin-bottom:1.1rem}
svg .ground{fill:var(--ground)}
svg [class^=t]{fill:var(--c)}
.legend{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:1rem 2rem}
.legend mark{font:1.05rem/1.6 var(--serif);padding-inline:.15em}
.use,.meaning{display:block;font-size:.8125rem;text-wrap:pretty}
.use{margin-top:.25rem}
.meaning{color:var(--soft)}

.number{display:inline-block;min-width:1.6em;padding:0 .3em;border:1px solid var(--c);border-radius:.8em;text-align:center;text-decoration:none;
  font:600 .75rem/1.5 var(--sans);font-variant-numeric:tabular-nums}
.number:hover{background:var(--t)}
.tag{border-bottom:var(--w) var(--s) var(--c);padding-bottom:1px;white-space:nowrap}
.fields{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin-top:.15rem}
.fields dt,.fields dd{display:inline;overflow-wrap:anywhere}
.fields dt{color:var(--soft)}
.fields dt::after{content:":"}
.words{overflow-wrap:anywhere;white-space:pre-wrap}

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

.lead{margin-bottom:.8rem}
.orphans li{padding:.7rem 0 .7rem 1rem;border-inline-start:var(--w) var(--s) var(--c);margin-bottom:.8rem;break-inside:avoid}
.orphans blockquote{font:italic 1.05rem/1.45 var(--serif);margin:.25rem 0;overflow-wrap:anywhere;white-space:pre-wrap}
footer{margin-top:3rem;padding-top:.7rem;border-top:1px solid var(--line);color:var(--soft);font-size:.75rem}

@media screen and (max-width:44rem){
  body{padding-top:2rem}
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
@page{margin:18mm 17mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#5f5a50}}
@media print{
  :root{--paper:#fff;color-scheme:light}
  *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  body{padding:0;max-width:none;font-size:9.5pt}
  section{margin-top:9mm}
  h1,h2,h3,h4,h5,h6,caption,.lead{break-after:avoid}
  p{orphans:3;widows:3}
  .notes{break-before:avoid-page}
  thead{display:table-header-group}
  a{text-decoration:none}
  .to-note{display:none}
  .strip{height:13mm}
  .masthead dl{gap:2.5mm 7mm}
  .legend{grid-template-columns:repeat(auto-fit,minmax(36mm,1fr));gap:4mm 6mm}
  .number{font-size:7pt}
  .all{font-size:8.5pt}
  .all th,.all td{padding-right:3.5mm}
  .all q{font-size:9.5pt}
  .all td:nth-child(3){min-width:48mm}
  .all td:nth-child(4){min-width:0}
  :target{outline:none}
}
`
