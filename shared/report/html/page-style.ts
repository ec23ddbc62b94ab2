/**
 * The page around the story: colours, faces, masthead, contents. Nothing is fetched, so the faces are the system's:
 * what reads best for Latin, then Noto for the scripts that it lacks, then what each system brings for them.
 */
export const PAGE_STYLE = `
:root{
  --paper:#fffdf8;--ink:#1d1b18;--soft:#5f5a50;--line:#d8d2c4;--ground:#ece7dc;--accent:#7a2e1d;--warn:#a04a05;
  --c:#5f5a50;--t:#5f5a5026;--s:solid;--w:2px;
  --han-serif:"Noto Serif CJK SC","Noto Serif SC","Songti SC",SimSun;
  --han-sans:"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei";
  --serif:Newsreader,"Source Serif 4","Iowan Old Style",Charter,Georgia,"Noto Serif","Noto Naskh Arabic","Noto Serif Hebrew",var(--han-serif),"Noto Color Emoji","Times New Roman",serif;
  --sans:Inter,"Noto Sans","Segoe UI","Helvetica Neue",Arial,"Noto Sans Arabic","Noto Sans Hebrew",var(--han-sans),"Noto Color Emoji",sans-serif;
  --mono:"Noto Sans Mono",ui-monospace,"SF Mono",Consolas,"Liberation Mono",var(--han-sans),monospace;
  color-scheme:light dark;
}
@media screen and (prefers-color-scheme:dark){
  :root{--paper:#1c1b19;--ink:#ebe6db;--soft:#aaa396;--line:#3d3933;--ground:#2b2925;--accent:#e08a72;--warn:#f0a35e;
    --c:#aaa396;--t:#aaa39636}
}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;font-synthesis-style:none}
body{margin:0 auto;padding:3.5rem clamp(1.25rem,5vw,4.5rem) 2rem;max-width:80rem;background:var(--paper);color:var(--ink);
  font:400 .875rem/1.5 var(--sans)}
h1,h2,h3,h4,h5,h6,p,dl,dd,ol,ul,blockquote{margin:0;padding:0}
ol,ul{list-style:none}
a{color:inherit}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
:target{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
code{font:.92em/1.4 var(--mono)}
.soft,.by,.none,caption{color:var(--soft)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
section{margin-top:3.25rem}
h2{font:600 1.3rem/1.25 var(--serif);margin-bottom:1.1rem;padding-top:.7rem;border-top:1px solid var(--line)}

.kicker{font-weight:600;font-size:.75rem;letter-spacing:.04em;color:var(--soft)}
.brand{font:600 1.05rem/1 var(--serif);letter-spacing:.01em;color:var(--accent);margin-right:.6rem}
h1{font:600 clamp(1.7rem,4vw,2.5rem)/1.15 var(--serif);margin:.45rem 0 1.2rem;max-width:26em;overflow-wrap:anywhere;text-wrap:balance}
.choice{display:inline-block;margin:-.3rem 0 1.2rem;padding:.25rem .7rem;border-left:3px solid var(--accent);background:var(--ground);
  font-weight:600}
.masthead dl{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem}
.masthead dt{font-size:.75rem;color:var(--soft)}
.masthead dd{overflow-wrap:anywhere}
.layer{white-space:nowrap}

.contents{margin-top:1.6rem}
.contents>ul{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem}
.contents a{text-decoration:underline 1px;text-underline-offset:.2em;text-decoration-color:var(--line)}
.contents a:hover{text-decoration-color:currentColor}
.contents.long>ul>li:has(.stops){order:1;flex:1 0 100%;margin-top:.7rem}
.contents.long>ul>li:has(.stops)>a{font-weight:600}
.stops{columns:22rem 3;column-gap:2.5rem;margin-top:.3rem}
.stops li{break-inside:avoid;padding:.2rem 0}
.stops .soft{font-size:.75rem}

.number{display:inline-block;min-width:1.6em;padding:0 .3em;border:1px solid var(--c);border-radius:.8em;text-align:center;text-decoration:none;
  font:600 .75rem/1.5 var(--sans);font-variant-numeric:tabular-nums}
.number:hover{background:var(--t)}
.tag{border-bottom:var(--w) var(--s) var(--c);padding-bottom:1px;white-space:nowrap}
.fields{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin-top:.15rem}
.fields dt,.fields dd{display:inline;overflow-wrap:anywhere}
.fields dt{color:var(--soft)}
.fields dt::after{content:":"}
.words{overflow-wrap:anywhere;white-space:pre-wrap}
.answers{margin-top:.25rem;padding-inline-start:.7rem;border-inline-start:1px solid var(--line)}
.answers li{margin-top:.25rem}
.answers .d1{padding-inline-start:.8rem}.answers .d2{padding-inline-start:1.6rem}
.answers .words{display:inline}
.said{margin-inline-end:.35em}
.said time{color:var(--soft);white-space:nowrap}
.verdict::after{content:","}
.verdict.disputes,.verdict.asks{color:var(--warn);font-weight:600}
.resolved{color:var(--soft)}
.links{display:none}
footer{margin-top:3rem;padding-top:.7rem;border-top:1px solid var(--line);color:var(--soft);font-size:.75rem}
footer code{overflow-wrap:anywhere}

@media screen and (max-width:44rem){
  body{padding-top:2rem}
}
@media (forced-colors:active){
  mark{background:Canvas;color:CanvasText;border-bottom-color:CanvasText}
  .strip .ground{fill:Canvas;stroke:GrayText}
  svg [class^=t]{fill:CanvasText}
  .choice{border-left-color:Highlight}
}
`
