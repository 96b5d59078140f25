/** Class names of the control room, each known to exist. */
import css from './control-room.module.css';

const names = [
  'room',
  'columns',
  'panel',
  'panelHead',
  'scroll',
  'moduleHead',
  'rows',
  'row',
  'rowMain',
  'nowLine',
  'side',
  'teams',
  'answer',
  'bubble',
  'topBar',
  'clock',
  'zones',
  'tabList',
  'workTabs',
  'fill',
  'narrowPanel',
  'tableRow',
] as const;

export const classes = Object.fromEntries(names.map((name) => [name, css[name] ?? name])) as Record<
  (typeof names)[number],
  string
>;
