import { expect, test } from 'vitest';
import { inject, view } from './fixture';
import { mayOf } from './may';

const scene = view({
  injects: {
    japan: inject('japan', 0, { toTeams: ['jp-port', 'jp-police'] }),
    both: inject('both', 1, { toTeams: ['jp-port', 'ph-customs'] }),
    card: inject('card', 2, { toTeams: ['ph-customs'], trigger: { kind: 'deck' } }),
  },
});
const of = (role: string, partyId: string | null = null) =>
  mayOf({ role, partyId } as never, scene);
const id = (text: string) => text as never;

test('[ROOM7] the director may do everything, a facilitator all but what is one person’s word', () => {
  expect(of('director')('EndExercise')).toBe(true);
  expect(of('facilitator')('PauseClock')).toBe(true);
  expect(of('facilitator')('Rewind')).toBe(false);
});

test('[ROOM7] a facilitator of one party: its injects and tables, no clock and nobody else’s', () => {
  const may = of('facilitator', 'jp');
  expect(may('PauseClock')).toBe(false);
  expect(may.inject('ReleaseInject', id('japan'))).toBe(true);
  expect(may.inject('ReleaseInject', id('both'))).toBe(false);
  expect(may.table('ExtendDeadline', id('jp'))).toBe(true);
  expect(may.table('ExtendDeadline', id('ph'))).toBe(false);
  expect(may('RaiseRealWorld', { isSelf: true })).toBe(true);
  expect(may.some('ImproviseInject')).toBe(true);
});

test('[ROOM7] the SimCell: the deck and control’s table; evaluators and translators no inject', () => {
  const may = of('simcell');
  expect(may.inject('ReleaseInject', id('card'))).toBe(true);
  expect(may.inject('ReleaseInject', id('japan'))).toBe(false);
  expect(may.table('SendResponse', id('control'))).toBe(true);
  expect(may.table('SendResponse', id('jp'))).toBe(false);
  expect(of('evaluator').some('ReleaseInject')).toBe(false);
  expect(of('translator').some('AddTranslation')).toBe(true);
  expect(mayOf(null, scene).some('RaiseRealWorld')).toBe(false);
});
