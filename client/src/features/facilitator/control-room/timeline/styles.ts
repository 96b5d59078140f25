/** Class names of the timeline, each known to exist. */
import css from './timeline.module.css';

const names = [
  'timeline',
  'head',
  'axis',
  'dockHead',
  'band',
  'tick',
  'body',
  'labels',
  'label',
  'stage',
  'layer',
  'stripe',
  'gridLine',
  'now',
  'dock',
  'chip',
  'chipNumber',
  'chipTitle',
  'ghost',
] as const;

export const classes = Object.fromEntries(names.map((name) => [name, css[name] ?? name])) as Record<
  (typeof names)[number],
  string
>;
