/** The course of failures drawn for paper: black on white, each status by its pattern. */
import type { Reader } from '@trilogue/engine/report/reader';
import { type AssetStatus, assetStatuses } from '@trilogue/engine/scenario/world-schema';
import { axisTicks, cascadeChart } from '@trilogue/engine/views/cascade-chart';
import { escapeHtml } from '../cli/rehearse/html.js';

const width = 1_000;
const labels = 300;
const laneHeight = 30;
const barHeight = 14;
const top = 26;
const groupGap = 16;

const fills: { readonly [Status in AssetStatus]: string } = {
  operational: 'none',
  degraded: 'url(#degraded)',
  isolated: 'url(#isolated)',
  compromised: 'url(#compromised)',
  down: '#111',
};

const patterns = `<defs>
<pattern id="degraded" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/><rect width="2" height="7" fill="#111"/></pattern>
<pattern id="isolated" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#fff"/><circle cx="3.5" cy="3.5" r="1.5" fill="#111"/></pattern>
<pattern id="compromised" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#bbb"/><path d="M0 0 6 6M6 0 0 6" stroke="#111" stroke-width="1"/></pattern>
<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>
<marker id="border" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>
</defs>`;

/** Empty where no system was ever in trouble. The tables after it tell the same. */
export function cascadeSvg(reader: Reader): string {
  const { takeaway, words } = reader;
  const { lanes, arrows, endMs } = cascadeChart(takeaway);
  if (lanes.length === 0) return '';
  const x = (ms: number) => Math.round(labels + (ms / endMs) * (width - labels - 10));
  let y = top;
  const drawn = lanes.map((lane, index) => {
    const isFirst = lanes[index - 1]?.partyId !== lane.partyId;
    if (isFirst) y += groupGap;
    const middle = y + laneHeight / 2;
    const head = isFirst
      ? `<text x="0" y="${y - 3}" class="nation">${escapeHtml(reader.party(lane.partyId))}</text>`
      : '';
    y += laneHeight;
    return { lane, middle, head };
  });
  const height = y + 8;
  const axis = axisTicks(endMs).map(
    (ms) =>
      `<line x1="${x(ms)}" x2="${x(ms)}" y1="${top - 6}" y2="${height - 6}" class="grid"/><text x="${x(ms)}" y="${top - 10}" class="tick">${reader.play(ms)}</text>`,
  );
  const bars = drawn.map(({ lane, middle, head }) => {
    const asset = takeaway.world.assets.find(({ id }) => id === lane.assetId);
    const name = cut(reader.text(asset?.name ?? null));
    const spans = lane.spans.map(({ status, fromMs, toMs }) =>
      status === 'operational'
        ? `<line x1="${x(fromMs)}" x2="${x(toMs)}" y1="${middle}" y2="${middle}" class="fine"/>`
        : `<rect x="${x(fromMs)}" width="${Math.max(3, x(toMs) - x(fromMs))}" y="${middle - barHeight / 2}" height="${barHeight}" fill="${fills[status]}" class="bar"/>`,
    );
    return `${head}<text x="0" y="${middle + 4}" class="name">${escapeHtml(name)}</text>${spans.join('')}`;
  });
  const links = arrows.flatMap(({ from, to, fromMs, toMs, crossesBorder }) => {
    const [source, target] = [drawn[from]?.middle, drawn[to]?.middle];
    if (source === undefined || target === undefined) return [];
    const edge = target > source ? -barHeight / 2 : barHeight / 2;
    const style = crossesBorder
      ? 'class="link far" marker-end="url(#border)"'
      : 'class="link" marker-end="url(#head)"';
    return [
      `<path d="M${x(fromMs)} ${source - edge}V${(source + target) / 2}H${x(toMs)}V${target + edge}" ${style}/>`,
    ];
  });
  return `<figure class="cascade"><figcaption><b>${escapeHtml(words.cascade.chart)}</b> ${escapeHtml(words.cascade.chartAbout)}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(words.cascade.chart)}">${patterns}${axis.join('')}${bars.join('')}${links.join('')}</svg>
<p class="legend">${legend(reader)}</p></figure>`;
}

function legend({ common }: Reader): string {
  return assetStatuses
    .map((status) => {
      const sample =
        status === 'operational'
          ? '<line x1="0" x2="26" y1="7" y2="7" class="fine"/>'
          : `<rect width="26" height="14" fill="${fills[status]}" class="bar"/>`;
      return `<span><svg viewBox="0 0 26 14" aria-hidden="true">${sample}</svg> ${escapeHtml(common.labels.assetStatus[status])}</span>`;
    })
    .join('');
}

/** As much of a name as the column has room for; a Japanese letter is twice as wide. */
function cut(name: string): string {
  let room = 40;
  const letters = [...name];
  const end = letters.findIndex((letter) => {
    room -= letter > '\u2fff' ? 2 : 1;
    return room < 0;
  });
  return end === -1 ? name : `${letters.slice(0, end).join('').trimEnd()}…`;
}
