/** How cards look: half a sheet at least, whole where they can be, each channel in its own dress. */
import type { Paper } from './frame.js';

/** Half of what the sheet has between its margins, less the gap between two cards, mm. */
const halfSheet: { readonly [Name in Paper]: number } = { a4: 134, letter: 125.5 };

export function cardStyle(paper: Paper): string {
  return `
@page { margin: 12mm 13mm 11mm; }
html { font-size: 8.9pt; line-height: 1.42; }
.team { min-height: ${halfSheet[paper]}mm; padding: 20mm 0 0; } .team h1 { font-size: 24pt; border-bottom-width: 2pt; }
.pile:not(:empty) { break-before: page; }
.card { display: flex; flex-direction: column; min-height: ${halfSheet[paper]}mm; margin: 0 0 4.5mm; border: 1pt solid #111; padding: 0 4mm 1mm; break-inside: avoid; }
.banner { text-align: center; font-weight: 700; font-size: 8.2pt; letter-spacing: .16em; margin: 0 -4mm; padding: .7mm; border-bottom: .6pt solid #111; }
.bar { display: flex; align-items: center; gap: 4mm; margin: 0 -4mm 2mm; padding: 1.1mm 4mm; border-bottom: .6pt solid #111; font-size: 8.4pt; }
.bar .channel { font-weight: 700; font-size: 9.4pt; } .bar .time { flex: 1; } .bar svg { width: 4mm; height: 4mm; fill: none; stroke: #111; stroke-width: 1.3; stroke-linejoin: round; vertical-align: -.8mm; }
.gap { display: inline-block; min-width: 42mm; border-bottom: .6pt solid #111; height: 4mm; }
.from { margin: 0 0 1mm; font-size: 8.6pt; } .from span, .clock { color: #333; }
.card h2 { font-size: 12pt; margin: 0 0 1.5mm; }
.card .prose { flex: 0 0 auto; } .card .prose p { margin-bottom: 1.6mm; } .card li { margin-bottom: .5mm; }
.ask { display: grid; grid-template-columns: auto 1fr; gap: 0 3mm; border: .6pt solid #111; padding: 1.2mm 2.5mm; margin: 0 0 1.5mm; break-inside: avoid; } .ask ul { margin: 0; } .ask.choose { display: block; } .choose ul { margin-top: .8mm; }
.answer { position: relative; flex: 1 0 16mm; margin: 0 0 1mm; } .answer div { position: absolute; inset: 0; overflow: hidden; } .answer i { display: block; height: 7.6mm; border-bottom: .4pt solid #888; } .answer b { float: left; padding-right: 3mm; background: #fff; } .answer b, .ask b { font-size: 8.6pt; }
.rest { flex: 1; }
.foot { display: flex; justify-content: space-between; margin: 0; font-size: 7.6pt; color: #333; } .code { font: 700 8pt "Liberation Mono", monospace; letter-spacing: .1em; }
.note { font-size: 8.4pt; font-style: italic; } .must { font-size: 7.6pt; color: #333; }
html:lang(ja) .note { font-style: normal; }
.form { border-left: 2pt solid #777; padding-left: 3mm; margin: 0 0 2.5mm; } .form .head { margin-bottom: 1mm; }
.stance { margin-right: 6mm; } .field { border: .5pt solid #777; min-height: 11mm; padding: .8mm 1.5mm; margin: 0 0 1.5mm; font-size: 8.4pt; break-inside: avoid; } .field.long { min-height: 21mm; }
.clock { font-size: 8.6pt; margin: 0 0 2mm; }
.news h2 { font: 700 16pt/1.2 var(--serif); border-top: 2.4pt double #111; border-bottom: .5pt solid #111; padding: 1.2mm 0; } .news .prose, .letter .prose { font-family: var(--serif); }
.letter h2 { font-family: var(--serif); } .letter .from { border-bottom: .5pt solid #111; padding-bottom: 1mm; margin-bottom: 2mm; }
.alert { border-width: 2.4pt; } .alert .bar { border-bottom-width: 2pt; } .alert h2 { font-size: 13.5pt; }
.social .prose { border: .6pt solid #777; border-radius: 3mm; padding: 2mm 3mm 1mm; }
.call .prose { border-left: 1.6pt dotted #111; padding-left: 3mm; }
.email .from { border-bottom: .5pt dashed #777; padding-bottom: 1mm; }
.item, .position, .report { border-style: double; border-width: 2.4pt; }
`;
}
