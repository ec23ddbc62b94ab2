/** Two columns of one story, a row for each block, and between them how far the two agree. */
export const COMPARE_STYLE = `
.sides{font:400 1.05rem/1.58 var(--serif)}
.sides .headline{font-size:1.5rem}
.sides .heading{font-size:1.2rem}
.gap{display:none}
.sign{font:400 .75rem/1.3 var(--sans);color:var(--soft)}
.sign b,.sign-box{display:inline-block;min-width:1.7em;padding:0 .3em;border:1px solid var(--line);border-radius:.3em;text-align:center;color:var(--ink);
  font:400 1rem/1.5 var(--serif)}
[data-sign]::before{content:attr(data-sign)}
.pair-number{font-weight:600;font-variant-numeric:tabular-nums}
.neither .sign b,.neither .says{display:none}
.same .sign b,.same .sign-box{border:2px solid var(--ink)}
.other-tags .sign b,.other-tags .sign-box{background:var(--warn);border-color:var(--warn);color:var(--paper)}
.other-tags .says{color:var(--warn);font-weight:600}
[dir=rtl] :is(.first-only,.second-only) .sign b{transform:scaleX(-1)}
.partly .sign b,.partly .sign-box{border:2px dashed var(--soft)}
.sides .by{display:none}
.agreement{margin-bottom:1.8rem}
.agreement li{display:flex;gap:.7rem;align-items:baseline;padding:.2rem 0}
.agreement .sign-box{flex:none}
.agreeing{max-width:44rem}
.agreeing tbody th{width:auto}

@media screen and (min-width:56rem){
  .pair,.sides-head{display:grid;grid-template-columns:minmax(0,1fr) 6.5rem minmax(0,1fr);column-gap:1.2rem}
  .sides-head{position:sticky;top:0;z-index:1;padding:.5rem 0;margin-bottom:1rem;background:var(--paper);border-bottom:1px solid var(--line);
    font:600 .875rem/1.4 var(--sans)}
  .pair{padding-top:.6rem}
  .pair>.side:nth-child(2){grid-column:1;grid-row:1}
  .pair>.side:nth-child(3){grid-column:3;grid-row:1}
  .sign{grid-column:2;grid-row:1;text-align:center;padding-top:.25rem}
  .sign>*{display:block;margin:0 auto .2rem;width:fit-content}
  .sign>b{display:block}
  .filter~section :is([id^=mark-],[id^=note-],[id^=part-]){scroll-margin-top:4rem}
  .of-story .who{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
}
@media screen and (max-width:55.99rem){
  .sides-head{display:none}
  .pair{margin-bottom:1.2rem;padding-top:.7rem;border-top:1px solid var(--line)}
  .sign{margin-bottom:.5rem}
  .sign b{margin:0 .3em}
  .who{font:600 .75rem/1.4 var(--sans);color:var(--soft);margin-bottom:.15rem}
  .neither .who,.neither .side:nth-child(3){display:none}
}
`
