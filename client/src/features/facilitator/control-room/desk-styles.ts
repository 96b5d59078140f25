/** Class names of the desks, each known to exist. */
import css from './desks.module.css';

const names = [
  'panel',
  'head',
  'scroll',
  'list',
  'entry',
  'entryHead',
  'entryTop',
  'fill',
  'push',
  'written',
  'desk',
  'bars',
  'bar',
  'team',
  'figures',
  'bubble',
  'compose',
  'split',
  'splitSide',
  'splitMain',
  'onlyNarrow',
  'pick',
  'original',
  'side',
] as const;

export const desk = Object.fromEntries(names.map((name) => [name, css[name] ?? name])) as Record<
  (typeof names)[number],
  string
>;
