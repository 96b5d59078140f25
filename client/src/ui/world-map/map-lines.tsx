/** What is drawn below the marks: land, ties to their places, dependencies, and help on its way. */
import type { AssetId, PartyId } from '@trilogue/engine/protocol/ids';
import { type GeoProjection, geoPath } from 'd3-geo';
import { memo } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import topology from 'world-atlas/land-110m.json';
import { toneClass } from '../asset-status';
import { bendOf, curveOf, endOf } from './curve';
import type { DependencyLine } from './dependencies';
import type { Layout, PlacedMark, Point } from './layout';
import { flowLastsMs } from './use-passing';
import type { MapFlow } from './world-map';
import css from './world-map.module.css';

// The file's type is too long to be read from it: it has one object, of polygons.
const { objects, ...rest } = topology as unknown as Topology<{ land: GeometryCollection }>;
const land = feature({ ...rest, objects }, objects.land);

/** Natural Earth's land at 1:110 million; without borders, which are not a drill's to draw. */
export const Land = memo(
  function Land({ projection }: { projection: GeoProjection }) {
    return <path className={css.land} d={geoPath(projection).digits(1)(land) ?? ''} />;
  },
  (before, after) => frameKey(before.projection) === frameKey(after.projection),
);

/** Statuses come and go; coasts stay where they are. */
function frameKey(projection: GeoProjection): string {
  return [projection.scale(), ...projection.translate(), ...projection.rotate()].join();
}

/** A thread from each mark that had to move to the place where its system stands. */
export function Threads({ layout }: { layout: Layout }) {
  const { mark } = layout.look;
  return [...layout.marks.values()].map(({ id, x, y, at }) =>
    Math.hypot(x - at.x, y - at.y) < mark * 0.4 ? null : (
      <g key={id} className={css.thread}>
        <line x1={at.x} y1={at.y} x2={x} y2={y} />
        <circle cx={at.x} cy={at.y} r={mark * 0.09} />
      </g>
    ),
  );
}

export function DependencyLines(props: {
  readonly lines: readonly DependencyLine[];
  readonly layout: Layout;
  readonly statusOf: (id: AssetId) => string | undefined;
  readonly selectedId: AssetId | null;
  /** How wide labels came out, in px. */
  readonly widths: ReadonlyMap<string, number>;
}) {
  const { lines, layout, statusOf, selectedId, widths } = props;
  const { mark, letter } = layout.look;
  return lines.map(({ id, from, to, state }) => {
    const start = layout.marks.get(from);
    const end = layout.marks.get(to);
    if (start === undefined || end === undefined) return null;
    const bend = bendOf(start, end, labelsRight(start, end));
    const { path, arrow } = curveOf(
      endOf(start, end, mark, widths.get(from)),
      endOf(end, start, mark, widths.get(to)),
      bend,
      mark * 0.56,
      letter * 0.55,
    );
    const isChosen = selectedId === from || selectedId === to;
    return (
      <g
        key={id}
        className={`${toneClass} ${css.line}`}
        data-status={state === 'calm' ? undefined : statusOf(from)}
        data-state={state}
        data-chosen={isChosen || undefined}
        data-faint={(selectedId !== null && !isChosen) || undefined}
      >
        <path d={path} />
        <path d={arrow} data-arrow />
      </g>
    );
  });
}

export function Flows(props: {
  readonly flows: readonly MapFlow[];
  readonly homes: ReadonlyMap<PartyId, Point>;
  readonly letter: number;
}) {
  const { flows, homes, letter } = props;
  return flows.map(({ id, from, to, startedAtMs }) => {
    const start = homes.get(from);
    const end = homes.get(to);
    if (start === undefined || end === undefined || from === to) return null;
    const { path, arrow } = curveOf(
      start,
      end,
      end.x >= start.x ? 0.24 : -0.24,
      letter * 1.4,
      letter,
    );
    const begun = `${Math.min(0, startedAtMs - Date.now())}ms`;
    return (
      <g
        key={id}
        className={css.flow}
        style={{ animationDelay: begun, animationDuration: `${flowLastsMs}ms` }}
      >
        <path d={path} data-band />
        <path d={path} pathLength={100} data-pulse style={{ animationDelay: begun }} />
        <path d={arrow} data-arrow />
      </g>
    );
  });
}

/** Where both stand in one column with labels: on which side these are. */
function labelsRight(start: PlacedMark, end: PlacedMark): boolean | null {
  return start.side === end.side ? start.side === 'right' : null;
}
