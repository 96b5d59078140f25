import { expect, test } from 'vitest';
import { event, inject, minutes, phase, released, view } from './fixture';
import { allStandings, standings } from './inject-standing';
import { countFilters, filterInjects, noFilter, type SortField, sortInjects } from './msel-filter';

const scene = view({
  phases: {
    first: phase('first', 0),
    inner: phase('inner', 1, { parentId: 'first' }),
    second: phase('second', 2),
  },
  injects: {
    alarm: inject('alarm', 0, { number: '10', channel: 'alert', toTeams: ['jp-port'] }),
    demand: inject('demand', 1, {
      number: '2',
      kind: 'decision',
      phaseId: 'inner',
      toTeams: ['ph-customs'],
      expectations: [{ id: 'a', objectiveId: 'decide' }],
    }),
    press: inject('press', 2, { number: '9', channel: 'news', phaseId: 'second' }),
  },
  events: {
    alarm: released(minutes(2)),
    demand: event({ status: 'armed', dueAtMs: minutes(1) }),
    press: event(),
  },
});
const found = (filter: object) =>
  filterInjects(scene, { ...noFilter, ...filter }, standings(scene), ({ id }) => id).map(
    ({ id }) => id,
  );

test('[ROOM6] each field lets through any of what is chosen, and all fields together', () => {
  expect(found({})).toEqual(['alarm', 'demand', 'press']);
  expect(found({ standing: ['released', 'next'] })).toEqual(['alarm', 'demand']);
  expect(found({ kind: ['decision'] })).toEqual(['demand']);
  expect(found({ channel: ['news'] })).toEqual(['press']);
  expect(found({ nation: ['ph'] })).toEqual(['demand', 'press']);
  expect(found({ team: ['jp-police'] })).toEqual(['press']);
  expect(found({ phase: ['first'] })).toEqual(['alarm', 'demand']);
  expect(found({ objective: ['decide'] })).toEqual(['demand']);
  expect(found({ nation: ['ph'], channel: ['news'] })).toEqual(['press']);
  expect(found({ words: ' DEM ' })).toEqual(['demand']);
  expect(countFilters({ ...noFilter, nation: ['ph'], kind: ['decision'], words: 'x' })).toBe(2);
});

test('[ROOM6] sorted by any column, what has no moment last, numbers as numbers', () => {
  const times = new Map([
    ['alarm', { atMs: minutes(2), isEstimate: false }],
    ['demand', { atMs: minutes(1), isEstimate: false }],
  ] as never[]) as never;
  const sorted = (by: SortField, isDescending = false) =>
    sortInjects(
      Object.values(scene.injects),
      { by, isDescending },
      {
        view: scene,
        standings: standings(scene),
        times,
        titleOf: ({ id }) => id,
        order: allStandings,
      },
    ).map(({ id }) => id);
  expect(sorted('time')).toEqual(['demand', 'alarm', 'press']);
  expect(sorted('time', true)).toEqual(['alarm', 'demand', 'press']);
  expect(sorted('number')).toEqual(['demand', 'press', 'alarm']);
  expect(sorted('title', true)).toEqual(['press', 'demand', 'alarm']);
  expect(sorted('standing')).toEqual(['demand', 'press', 'alarm']);
  expect(sorted('phase')).toEqual(['alarm', 'demand', 'press']);
  expect(sorted('kind')).toEqual(['alarm', 'press', 'demand']);
  expect(sorted('channel')).toEqual(['alarm', 'demand', 'press']);
});
