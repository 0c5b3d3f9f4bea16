/** The stylesheet of the public pages: the colours and the calm of the application, small, for print and phone too. */

/** @param fonts rules of the application's own font, where it is built beside the server. */
export const styleSheet = (fonts: string): string => `${fonts}${STYLE}`;

const STYLE = `:root{color-scheme:light dark;--page:#f6f8f9;--surface:#fff;--text:#18242a;--quiet:#54636b;--line:#dde4e7;--accent:#0e667c;--soft:#e6f2f5;--track:#e3e8ea;--good:#1d6b3f;--bad:#b3261e;--bad-soft:#fcebe9;--mark:#18242a;--field:#8b989f}
@media (prefers-color-scheme:dark){:root{--page:#11181b;--surface:#161e22;--text:#e1e8eb;--quiet:#9fadb4;--line:#2a363c;--accent:#6db7c9;--soft:#173139;--track:#2a363c;--good:#7fcf9f;--bad:#ff9c92;--bad-soft:#3a1b19;--mark:#e1e8eb;--field:#6b7980}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:400 .9375rem/1.55 "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
h1,h2,p,dl,dd,ul,ol,table{margin:0;padding:0}
h1{font-size:1.625rem;line-height:1.3;font-weight:600;text-wrap:balance}
h2{font-size:1.125rem;line-height:1.4;font-weight:600}
a{color:var(--accent);text-decoration:none;text-underline-offset:3px}
a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
small{font-size:.8125rem;color:var(--quiet);font-weight:400}
b{font-weight:600}
.wide{max-width:72rem;margin:0 auto;padding:0 1.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--surface);padding:.5rem 1rem;z-index:1}
.skip:focus{top:.5rem}
.top{background:var(--surface);border-bottom:1px solid var(--line)}
.top .wide{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:3.75rem}
.brand{display:flex;align-items:center;gap:.75rem;color:inherit;min-width:0}
.brand:hover{text-decoration:none}
.brand b{display:block;line-height:1.3}
.tagline{display:block;font-size:.8125rem;line-height:1.4;color:var(--quiet)}
.mark{width:2rem;height:2rem;flex:none;fill:var(--accent)}
.mark path{stroke:var(--surface);stroke-width:3;stroke-linecap:round;fill:none}
.ways{display:flex;gap:1.25rem;white-space:nowrap;font-size:.875rem}
.ways a{padding:.625rem 0}
main{padding-top:2rem!important;padding-bottom:4rem!important}
.crumbs ol{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .5rem;font-size:.8125rem;margin-bottom:.75rem}
.crumbs li+li::before{content:"/";color:var(--quiet);margin-right:.5rem}
.lead{color:var(--quiet);margin-top:.375rem;max-width:60rem}
.facts,.hint{color:var(--quiet);font-size:.8125rem}
.hint{display:none;margin-top:.625rem}
.empty{margin-top:1.5rem;padding:1.25rem 1.5rem;background:var(--surface);border:1px solid var(--line);border-radius:6px;color:var(--quiet)}
.campaigns{list-style:none;display:grid;gap:.75rem;margin-top:1.5rem}
.card{position:relative;background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:1.125rem 1.5rem}
.card:hover{border-color:var(--accent)}
.card h2 a::after{content:"";position:absolute;inset:0}
.card .when{font-size:.8125rem;color:var(--quiet)}
.card .when b{color:var(--text);margin-right:.5rem;font-variant-numeric:tabular-nums}
.search{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1rem;margin-top:1.5rem}
.search p{flex:1 1 14rem;max-width:24rem}
.search .act{flex:0 0 auto;display:flex;align-items:center;gap:1rem}
label{display:block;font-size:.8125rem;font-weight:500;margin-bottom:.25rem}
input,select,button{font:inherit;height:2.75rem;border-radius:4px}
input,select{width:100%;padding:0 .75rem;border:1px solid var(--field);background:var(--surface);color:inherit}
button{border:0;padding:0 1.25rem;background:#0e667c;color:#fff;font-weight:500;cursor:pointer}
button:hover{background:#0b5367}
section{margin-top:2.25rem}
section>.facts{margin-top:.125rem}
table{width:100%;margin-top:.75rem;background:var(--surface);border:1px solid var(--line);border-radius:6px;font-size:.875rem;border-spacing:0;border-collapse:separate}
th,td{padding:.625rem .75rem;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);font-weight:400}
tbody tr:last-child>*{border-bottom:0}
thead th{font-size:.8125rem;line-height:1.35;font-weight:500;color:var(--quiet);vertical-align:bottom}
thead small{display:block;font-size:.75rem}
.n{text-align:right;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
thead .n{white-space:normal}
tbody tr:hover{background:color-mix(in srgb,var(--soft) 45%,transparent)}
.ranking .rank{width:3.25rem;font-weight:600}
.ranking th[scope=row]{min-width:13rem}
.ranking .total{min-width:7rem}
.ranking .pillar{max-width:8.5rem}
.ranking thead .pillar span{display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.move{white-space:nowrap;font-variant-numeric:tabular-nums}
thead .move{white-space:normal;min-width:5rem}
.bar{display:block;width:100%;height:4px;margin-top:.25rem;fill:var(--accent)}
.track{fill:var(--track)}
.up{color:var(--good);font-weight:500}
.down{color:var(--bad);font-weight:500}
.same,.quiet{color:var(--quiet)}
.note{display:inline-block;font-size:.75rem;line-height:1.3;padding:.1875rem .5rem;border-radius:999px;background:var(--soft);color:var(--accent);margin:.125rem 0}
.note.bad{background:var(--bad-soft);color:var(--bad)}
abbr{text-decoration:none}
.pages{display:flex;flex-wrap:wrap;justify-content:center;align-items:center;gap:.5rem 1.5rem;margin-top:1.5rem}
.pages a{padding:.625rem 0}
.pages span{color:var(--quiet);font-variant-numeric:tabular-nums}
.downloads{margin-top:2rem;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem}
.downloads span{color:var(--quiet);margin-right:.5rem}
.downloads a{border:1px solid var(--line);background:var(--surface);border-radius:4px;padding:.5rem 1rem;font-weight:500}
.downloads a:hover{border-color:var(--accent);text-decoration:none}
.summary{display:flex;flex-wrap:wrap;margin-top:1.5rem;background:var(--surface);border:1px solid var(--line);border-radius:6px;overflow:hidden}
.summary>div{flex:1 1 11rem;padding:1rem 1.5rem;box-shadow:-1px -1px 0 var(--line)}
.summary dt{font-size:.8125rem;color:var(--quiet)}
.summary dd{margin-top:.25rem;color:var(--quiet)}
.summary dd b{font-size:1.625rem;line-height:1.2;color:var(--text);font-variant-numeric:tabular-nums}
.summary dd .word,.summary dd.word{font-size:1.125rem;line-height:1.75}
.summary .unseen{position:static;display:block;width:auto;height:auto;clip-path:none;white-space:normal;font-size:.8125rem;line-height:1.4;font-weight:400;color:var(--quiet)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-top:.5rem;font-size:.8125rem;color:var(--quiet)}
.legend span::before{content:"";display:inline-block;vertical-align:-.0625rem;margin-right:.5rem}
.legend .own::before{width:1rem;height:.5rem;background:var(--accent);vertical-align:.0625rem}
.legend .best::before,.legend .median::before{width:0;height:.875rem;border-left:2px solid var(--mark)}
.legend .median::before{border-left-style:dotted;border-left-width:2px}
.pillars td.bars,.years td.bars{width:30%;min-width:9rem}
.spoke{display:block;width:100%;height:14px}
.spoke .own{fill:var(--accent)}
.spoke line{stroke:var(--mark);stroke-width:2;vector-effect:non-scaling-stroke}
.spoke .median{stroke-dasharray:2 2}
.label{display:none}
.indicators+.indicators{margin-top:1.5rem}
.indicators caption{text-align:left;font-weight:600;padding:.25rem 0 .5rem}
.indicators th:not(:first-child),.indicators td{width:8.5rem}
.spoke{transform:translateY(.1875rem)}
.indicators .sum>*{font-weight:500;background:color-mix(in srgb,var(--soft) 35%,transparent)}
.indicators .depth2 th{padding-left:1.75rem}
.indicators .depth3 th{padding-left:2.75rem}
.code{color:var(--quiet);font-variant-numeric:tabular-nums;margin-right:.375rem}
.bottom{border-top:1px solid var(--line);padding:1.25rem 0 2rem;color:var(--quiet);font-size:.8125rem}
@media (max-width:60rem){.ranking .pillar{display:none}.hint{display:block}}
@media (max-width:42rem){
.wide{padding:0 1rem}
main{padding-top:1.25rem!important}
h1{font-size:1.375rem}
.top .wide{min-height:3.5rem;gap:.75rem}
.ways{gap:1rem;font-size:.8125rem}
.search p{flex:1 1 12rem;max-width:none}
th,td{padding:.625rem .5rem}
.ranking .rank{width:2.5rem}
.ranking th[scope=row]{min-width:0}
.ranking .total{min-width:4.75rem}
.ranking .move{width:4rem}
thead .move{min-width:0}
.ranking thead .move{font-size:.75rem}
.pillars thead,.indicators thead,.years thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.pillars tr,.indicators tr,.years tr{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));padding:.625rem .75rem;border-bottom:1px solid var(--line)}
.pillars tr:last-child,.indicators tr:last-child,.years tr:last-child{border-bottom:0}
.pillars tr>*,.indicators tr>*,.years tr>*{border:0;padding:.125rem 0;width:auto!important}
.pillars tbody,.indicators tbody,.years tbody,.pillars table,.indicators,.pillars,.years{display:block}
.indicators caption{display:block;padding:.625rem .75rem 0}
.pillars th[scope=row],.indicators th[scope=row]{grid-column:1/5}
.pillars .n,.indicators .n{grid-column:5/7}
.years th[scope=row]{grid-column:1/3}
.years td:nth-child(2):not(.n){grid-column:3/7}
.years .n{grid-column:1/4}
.years .n:nth-last-child(4){grid-column:3/7;text-align:right!important}
.years .n:last-child{grid-column:4/7;text-align:right!important}
.pillars td.bars,.years td.bars{grid-column:1/7;min-width:0}
.pillars .n:not(:nth-child(2)),.indicators .n:not(:nth-child(2)),.years .n{text-align:left}
.label{display:inline;color:var(--quiet);margin-right:.375rem}
.pillars .n:not(:nth-child(2)),.indicators .n:not(:nth-child(2)),.years .n:not(:nth-last-child(4)){font-size:.8125rem}
.pillars .n:nth-child(4){display:none}
.pillars .n:nth-child(5),.indicators .n:nth-child(3){grid-column:1/4}
.pillars .n:nth-child(6),.indicators .n:nth-child(4){grid-column:4/7;text-align:right!important}
.indicators .sum,.indicators .sum>*{background:none}
.indicators .depth2 th,.indicators .depth3 th{padding-left:0}
.summary>div{flex-basis:9rem;padding:.75rem 1rem}
.summary dd b{font-size:1.375rem}
}
@media (max-width:32rem){.tagline{display:none}}
@media print{body{background:#fff}.ways,.search,.downloads,.pages,.skip{display:none}table{border:0}.ranking .pillar{display:table-cell}}
`;
