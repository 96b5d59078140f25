/** Who told whom as a picture: places on a ring, arrows as thick as they are often used. A table beside it tells the same. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './review.module.css';

export interface Place {
  readonly id: string;
  readonly label: string;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const width = 580;
const size = 420;
const ring = 130;
const node = 9;

export function ToldPicture({
  places,
  flows,
}: {
  places: readonly Place[];
  flows: readonly Flow[];
}) {
  const { t } = useTranslation('review');
  const head = useId();
  const most = Math.max(1, ...flows.map(({ count }) => count));
  const at = (id: string) => {
    const index = places.findIndex((place) => place.id === id);
    const angle = (index / places.length) * 2 * Math.PI - Math.PI / 2;
    return { x: width / 2 + ring * Math.cos(angle), y: size / 2 + ring * Math.sin(angle) };
  };
  return (
    <svg
      viewBox={`0 30 ${width} ${size - 60}`}
      role="img"
      aria-label={t('told.picture')}
      className={classes.picture}
    >
      <defs>
        <marker
          id={head}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="11"
          markerHeight="11"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {flows.map(({ from, to, count }) => {
        const curve = bend(at(from), at(to));
        return (
          <g key={`${from} ${to}`}>
            <path
              d={curve.path}
              className={classes.flow}
              strokeWidth={1.2 + (count / most) * 4.8}
              markerEnd={`url(#${head})`}
            />
            {places.length <= 5 && (
              <text x={curve.x} y={curve.y + 4} textAnchor="middle" className={classes.count}>
                {count}
              </text>
            )}
          </g>
        );
      })}
      {places.map(({ id, label }) => {
        const { x, y } = at(id);
        const isTop = y < size / 2 - ring / 2;
        const isSide = Math.abs(x - width / 2) > ring / 3;
        const anchor = !isSide ? 'middle' : x > width / 2 ? 'start' : 'end';
        const labelX = anchor === 'middle' ? x : x + (anchor === 'start' ? 14 : -14);
        const lines = inLines(label, isSide ? 17 : 22);
        const firstY =
          anchor === 'middle'
            ? isTop
              ? y - 16 - (lines.length - 1) * 15
              : y + 26
            : y + 4 - (lines.length - 1) * 7;
        return (
          <g key={id}>
            <title>{label}</title>
            <circle cx={x} cy={y} r={node} className={classes.place} />
            {lines.map((line, index) => (
              <text key={line} x={labelX} y={firstY + index * 15} textAnchor={anchor}>
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

/** From edge to edge, bowed to its own side so that both directions show. */
function bend(a: { x: number; y: number }, b: { x: number; y: number }) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const bow = length * 0.14;
  const middle = { x: (a.x + b.x) / 2 - uy * bow, y: (a.y + b.y) / 2 + ux * bow };
  const start = { x: a.x + ux * (node + 3), y: a.y + uy * (node + 3) };
  const end = { x: b.x - ux * (node + 5), y: b.y - uy * (node + 5) };
  return {
    path: `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
    x: (start.x + 2 * middle.x + end.x) / 4 - uy * 11,
    y: (start.y + 2 * middle.y + end.y) / 4 + ux * 11,
  };
}

/** A long name in three lines at most; a Japanese letter takes the room of two. */
function inLines(label: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // What stands in brackets is not torn apart.
  const words = /[\u3000-\u9fff]/.test(label)
    ? (label.match(/（[^）]{1,7}）|./gu) ?? [])
    : label.split(/(?<=\s)/);
  for (const word of words) {
    const wide = [...word.trim()].reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0);
    if (used + wide > room && line !== '') {
      lines.push(line.trim());
      line = '';
      used = 0;
    }
    line += word;
    used += wide + (word.endsWith(' ') ? 1 : 0);
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`];
}
