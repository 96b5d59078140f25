/** Type and space for the printer: black on white, nothing told by colour alone. */

export const baseStyle = `
* { box-sizing: border-box; }
html { font: 9.6pt/1.5 var(--sans); color: #111; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; overflow-wrap: anywhere; line-break: strict; word-break: normal; text-spacing-trim: normal; }
@media screen { body { max-width: 210mm; margin: 10mm auto; padding: 0 10mm; } }
h1, h2, h3, .lead, .cover .title { word-break: auto-phrase; text-wrap: balance; }
h1 { font-size: 17pt; line-height: 1.25; margin: 0 0 4mm; padding-bottom: 2mm; border-bottom: 1.2pt solid #111; break-after: avoid; }
h2 { font-size: 12pt; line-height: 1.3; margin: 6mm 0 2mm; break-after: avoid; }
h3 { font-size: 10.4pt; line-height: 1.35; margin: 5mm 0 1.5mm; break-after: avoid; }
section > h2:first-child, section > h3:first-child { margin-top: 0; }
section + section { margin-top: 6mm; }
section.page { break-before: page; margin-top: 0; }
.lead { font-size: 8pt; color: #444; margin: 0; letter-spacing: .02em; break-after: avoid; }
.lead + h1, .lead + h2, .lead + h3 { margin-top: .5mm; }
p { margin: 0 0 2mm; orphans: 3; widows: 3; } p, li, td, dd { text-wrap: pretty; }
ul, ol { margin: 0 0 2mm; padding-left: 5mm; } li { margin: 0 0 1mm; }
ul ul { margin: 1mm 0 0; }
ul.ticks { list-style: none; padding: 0; } ul.ticks > li { display: grid; grid-template-columns: 6mm 1fr; break-inside: avoid; }
.head { font-weight: 700; } .prose > :last-child, td > :last-child, dd > :last-child { margin-bottom: 0; }
.prose { margin: 0 0 2.5mm; } .prose blockquote { margin: 0 0 2mm; padding-left: 3mm; border-left: 1.5pt solid #888; }
.prose pre, .prose code { font: 8.4pt/1.4 "Liberation Mono", "Noto Sans Mono CJK JP", monospace; white-space: pre-wrap; }
.prose table { width: auto; }
table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; table-layout: fixed; font-size: 8.4pt; line-height: 1.4; }
thead { display: table-header-group; } tr, table.whole, section.whole { break-inside: avoid; }
th, td { border: .5pt solid #777; padding: 1.1mm 1.5mm; text-align: left; vertical-align: top; }
th { background: #ececec; font-weight: 700; line-height: 1.3; } td p { margin: 0 0 1mm; } td ul { padding-left: 3.4mm; margin: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; } td.box, th.box { text-align: center; }
td.blank { height: 9mm; } td.box ~ td.blank { height: 6.4mm; }
dl { display: grid; grid-template-columns: minmax(26mm, max-content) 1fr; margin: 0 0 3mm; border-top: .5pt solid #999; }
dt, dd { border-bottom: .5pt solid #ccc; padding: .9mm 0; margin: 0; break-inside: avoid; } dt { max-width: 46mm; padding-right: 4mm; color: #333; font-weight: 700; font-size: 8.6pt; }
dd.blank { min-height: 8mm; } dd ul { padding-left: 4mm; margin: 0; }
.tick { display: inline-block; width: 3.2mm; height: 3.2mm; border: .8pt solid #111; background: #fff; vertical-align: -.4mm; }
.tlp { display: inline-block; white-space: nowrap; font: 700 8pt/1 var(--sans); letter-spacing: .03em; padding: 1mm 1.8mm; border: 1pt solid #000; background: #000; color: #fff; }
.tlp-red { color: #ff5a5a; } .tlp-amber, .tlp-amber-strict { color: #ffc000; } .tlp-green { color: #5cff3b; }
.boxed { border: 1.4pt solid #111; padding: 2.5mm 3.5mm; margin: 0 0 3mm; break-inside: avoid; } .boxed b { display: block; font-size: 11pt; letter-spacing: .05em; } .boxed p { margin: 0; }
.lines { break-inside: avoid; margin: 0 0 3mm; } .lines b { font-size: 9pt; } .lines i { display: block; height: 8mm; border-bottom: .5pt solid #888; }
.scale { display: grid; grid-template-columns: 14mm 1fr; gap: 2mm 4mm; align-items: center; margin: 0 0 4mm; break-inside: avoid; }
.scale b { width: 11mm; height: 11mm; border: 1pt solid #111; border-radius: 50%; display: grid; place-items: center; font-size: 13pt; }
.other::before { content: attr(lang); font: 6.5pt var(--sans); border: .4pt solid #777; padding: 0 .8mm; margin-right: 1mm; color: #333; vertical-align: .3mm; }
.cover { min-height: 150mm; } .cover .kind { font-size: 12pt; letter-spacing: .06em; margin: 22mm 0 2mm; } .cover .title { font-size: 25pt; line-height: 1.2; font-weight: 700; margin: 0 0 5mm; padding-bottom: 5mm; border-bottom: 2pt solid #111; }
.cover .for { display: inline-block; border: 1pt solid #111; padding: 1.2mm 3mm; font-weight: 700; margin: 0 0 6mm; }
.contents { columns: 2; column-gap: 8mm; margin-top: 8mm; padding: 0; list-style: none; font-size: 8.8pt; } .contents a { color: inherit; text-decoration: none; }
.missing { font-size: 8.4pt; border: .5pt dashed #777; padding: 1.5mm 2.5mm; }
`;
