/** A take-away to print: one page that needs nothing else, with its marking on every sheet. */

import type { Section } from '@trilogue/engine/handout/blocks';
import { aboutLine, audienceLine, documentOf } from '@trilogue/engine/report/document';
import type { Reader } from '@trilogue/engine/report/reader';
import { fill } from '@trilogue/engine/report/words/words';
import { formatDateTime } from '@trilogue/engine/views/zone-time';
import { blockHtml, tlpBadge } from '../cli/print/block-html.js';
import { banner, cssText, familyOf } from '../cli/print/frame.js';
import { baseStyle } from '../cli/print/styles.js';
import { escapeHtml, page } from '../cli/rehearse/html.js';
import { cascadeSvg } from './cascade-svg.js';

export function takeawayPage(reader: Reader): string {
  const { words, takeaway, language } = reader;
  const { exercise } = takeaway;
  const title = `${exercise.title} · ${words.frame.title}`;
  const chart = cascadeSvg(reader);
  const sections = documentOf(reader).map((section) =>
    sectionHtml(reader, section, 2, section.title === words.sections.cascade ? chart : ''),
  );
  const css = [pageRule(reader), `:root { ${familyOf(language)} }`, baseStyle, style].join('\n');
  return page(title, language, `${head(reader)}${sections.join('')}`, css);
}

function head(reader: Reader): string {
  const { words, takeaway } = reader;
  const { exercise } = takeaway;
  const lines = [
    `${words.frame.played}: ${playedAt(reader)}`,
    fill(words.frame.scenarioZone, { zone: reader.zone }),
    aboutLine(reader),
    words.frame.exerciseOnly,
  ];
  return `<header><p class="mark"><b>${banner}</b>${tlpBadge(exercise.tlp)}</p>
<p class="lead">${escapeHtml(words.frame.title)} · ${escapeHtml(reader.text(exercise.scenarioTitle))}</p>
<h1>${escapeHtml(exercise.title)}</h1>
<p class="for">${escapeHtml(audienceLine(reader))}</p>
${exercise.isProvisional ? `<p class="missing">${escapeHtml(words.frame.provisional)}</p>` : ''}
${lines.map((line) => `<p class="about">${escapeHtml(line)}</p>`).join('')}</header>`;
}

/** Wall time, in the zone that scenario times are told in. */
function playedAt({ takeaway, timeZone, zone }: Reader): string {
  const { startedAtMs, endedAtMs } = takeaway.exercise;
  const times = [startedAtMs, endedAtMs].filter((atMs) => atMs !== null);
  return `${times.map((atMs) => formatDateTime(atMs, timeZone)).join(' – ')} · ${zone}`;
}

function sectionHtml(reader: Reader, section: Section, level: number, before: string): string {
  const { title, blocks, sections = [], isWhole } = section;
  const inner = [
    `<h${level}>${escapeHtml(title)}</h${level}>`,
    before,
    ...blocks.map((block) => blockHtml(block, reader.language)),
    ...sections.map((one) => sectionHtml(reader, one, level + 1, '')),
  ];
  return `<section${isWhole ? ' class="whole"' : ''}>${inner.join('')}</section>`;
}

const inks: Readonly<Record<string, string>> = {
  CLEAR: '#fff',
  GREEN: '#3f0',
  AMBER: '#ffc000',
  'AMBER+STRICT': '#ffc000',
  RED: '#ff2b2b',
};

/** TLP labels stand on black, as TLP 2.0 has them, in the head and in the foot of every sheet. */
function pageRule(reader: Reader): string {
  const { takeaway, words } = reader;
  const { title, tlp } = takeaway.exercise;
  const box = (text: string) => `content: ${cssText(text)}; font: 7.5pt var(--sans); color: #333;`;
  const marking = `content: ${cssText(`TLP:${tlp}`)}; font: 700 8pt/1.6 var(--sans); letter-spacing: .03em; background: #000; color: ${inks[tlp] ?? '#fff'}; text-align: center; height: 5mm; width: 32mm; margin: auto 0;`;
  return `@page { size: A4 portrait; margin: 18mm 13mm 17mm;
  @top-left { ${box(`${title} · ${words.frame.title}`)} text-align: left; }
  @top-center { ${box(banner)} font-weight: 700; letter-spacing: .06em; }
  @top-right { ${marking} }
  @bottom-left { ${box(audienceLine(reader))} text-align: left; }
  @bottom-center { content: counter(page) " / " counter(pages); font: 8pt var(--sans); color: #333; }
  @bottom-right { ${marking} }
}`;
}

const style = `
@media screen { html { color-scheme: light; } }
header { margin-bottom: 6mm; }
header .mark { display: flex; justify-content: space-between; align-items: center; letter-spacing: .06em; font-size: 8.4pt; }
@media print { header .mark { display: none; } }
header h1 { font-size: 20pt; margin-bottom: 3mm; }
header .for { display: inline-block; border: 1pt solid #111; padding: 1mm 3mm; font-weight: 700; margin: 0 0 3mm; }
header .about { margin: 0 0 1mm; font-size: 8.8pt; color: #333; }
h2 { border-bottom: .8pt solid #111; padding-bottom: 1mm; font-size: 13pt; margin-top: 7mm; }
h3 { font-size: 10.2pt; }
section > section { margin-top: 3mm; }
dt { max-width: 95mm; font-weight: 400; } dd { font-weight: 700; text-align: right; font-variant-numeric: tabular-nums; }
dl { max-width: 120mm; }
figure.cascade { margin: 0 0 4mm; break-inside: avoid; } figcaption { font-size: 8.4pt; color: #333; margin-bottom: 1mm; }
.cascade svg { width: 100%; height: auto; display: block; }
.cascade text { font: 13px var(--sans); fill: #111; } .cascade .nation { font-weight: 700; font-size: 12.5px; } .cascade .tick { font-size: 11px; text-anchor: middle; fill: #444; }
.cascade .grid { stroke: #ddd; stroke-width: 1; } .cascade .fine { stroke: #888; stroke-width: 1.5; } .cascade .bar { stroke: #111; stroke-width: 1; }
.cascade .link { fill: none; stroke: #111; stroke-width: 1; } .cascade .far { stroke-width: 2.6; }
.legend { display: flex; flex-wrap: wrap; gap: 1mm 5mm; font-size: 8pt; margin: 1mm 0 0; } .legend span { white-space: nowrap; } .cascade .legend svg { display: inline-block; width: 7mm; height: 3.6mm; vertical-align: -.6mm; }
`;
