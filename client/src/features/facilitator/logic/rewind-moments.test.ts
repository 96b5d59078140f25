import type { RewindMoment } from '@trilogue/engine/views/rewind-reading';
import { expect, test } from 'vitest';
import { momentsShown, startMoment } from './rewind-moments';

const moment = (seq: number, type: RewindMoment['type'], staysTo = seq): RewindMoment => ({
  seq,
  staysTo,
  type,
  playMs: seq,
  atMs: seq,
  injectId: null,
  tableId: null,
  subjectId: null,
});
const moments = [
  moment(1, 'ExerciseStarted'),
  moment(4, 'InjectReleased'),
  moment(7, 'ResponseSent'),
  moment(9, 'InjectReleased'),
  moment(12, 'ResponseSent'),
];
const seqs = (of: readonly RewindMoment[]) => of.map(({ seq }) => seq);

test('[ROOM10] the scrubber offers the story’s moments, every one when asked, and what is chosen always', () => {
  expect(seqs(momentsShown(moments, false, null))).toEqual([1, 4, 9]);
  expect(seqs(momentsShown(moments, false, 7))).toEqual([1, 4, 7, 9]);
  expect(seqs(momentsShown(moments, true, 7))).toEqual([1, 4, 7, 9, 12]);
});

test('[ROOM10] it stands before the last inject at first', () => {
  expect(startMoment(moments)?.seq).toBe(7);
  expect(startMoment(moments.slice(0, 1))?.seq).toBe(1);
  expect(startMoment([])).toBeNull();
  // It came with a module: going back to what was skipped for it would leave it where it is.
  const together = [
    moment(1, 'ExerciseStarted'),
    moment(4, 'ResponseSent'),
    moment(6, 'PhaseChanged', 9),
    moment(7, 'InjectSkipped', 9),
    moment(9, 'InjectReleased', 9),
  ];
  expect(startMoment(together)?.seq).toBe(4);
});
