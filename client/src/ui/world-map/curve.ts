/** Curved lines between points of the map, with room for the marks at their ends. */
import type { PlacedMark, Point } from './layout';

export interface Curve {
  /** An SVG path. */
  readonly path: string;
  /** A small arrow's corners at its end, as an SVG path. */
  readonly arrow: string;
}

/**
 * @param bend how far the middle is pushed aside, as a share of the length; positive is left of the way.
 * @param gap px kept free at both ends.
 */
export function curveOf(from: Point, to: Point, bend: number, gap: number, head: number): Curve {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const middle = { x: from.x + dx / 2 + dy * bend, y: from.y + dy / 2 - dx * bend };
  const start = towards(from, middle, gap);
  const end = towards(to, middle, gap);
  const base = towards(end, middle, head);
  const length = Math.hypot(base.x - end.x, base.y - end.y) || 1;
  const side = {
    x: ((base.y - end.y) / length) * head * 0.55,
    y: (-(base.x - end.x) / length) * head * 0.55,
  };
  return {
    path: `M${at(start)}Q${at(middle)} ${at(base)}`,
    arrow: `M${at(end)}L${at({ x: base.x + side.x, y: base.y + side.y })}L${at({ x: base.x - side.x, y: base.y - side.y })}Z`,
  };
}

/**
 * Where a line touches a mark that has a label on one side: what comes from far off on that side ends at
 * the label's edge instead of running through the words.
 */
export function endOf(
  mark: PlacedMark,
  other: Point,
  size: number,
  labelWidth = mark.label?.width ?? 0,
): Point {
  if (mark.label === null) return mark;
  const way = mark.side === 'right' ? 1 : -1;
  const edge = mark.x + way * (size * 0.15 + labelWidth);
  return (other.x - edge) * way > size ? { x: edge, y: mark.y } : mark;
}

/** Which way a line leans: over the top, and beside a column of labels away from them. */
export function bendOf(from: Point, to: Point, labelsRight: boolean | null): number {
  const dx = to.x - from.x;
  const isUpright = Math.abs(dx) < Math.abs(to.y - from.y) * 0.35;
  if (isUpright && labelsRight !== null) {
    const isDown = to.y > from.y;
    // Left of the way down is right on the page.
    return (isDown === labelsRight ? -1 : 1) * 0.42;
  }
  return dx >= 0 ? 0.16 : -0.16;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(0.45, by / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
