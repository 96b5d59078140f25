/** Class names of the control room, each known to exist. */
import room from './control-room.module.css';
import head from './head.module.css';
import table from './msel-table.module.css';

const css: Readonly<Record<string, string>> = { ...room, ...head, ...table };

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
  'narrowHead',
  'narrowNext',
  'roomyOnly',
  'way',
  'cell',
  'tableBox',
  'wideCell',
  'roomyCell',
  'rowTitle',
  'clock',
  'headRow',
  'grows',
  'zoneCells',
  'zoneCell',
  'due',
  'zones',
  'tabList',
  'workTabs',
  'fill',
  'narrowPanel',
  'tableRow',
  'tableFrame',
  'toNow',
] as const;

export const classes = Object.fromEntries(names.map((name) => [name, css[name] ?? name])) as Record<
  (typeof names)[number],
  string
>;
