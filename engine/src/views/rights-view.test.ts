/** What screens show as allowed, held against what the engine lets through. */
import { expect, test } from 'vitest';
import { checkRight, commandTable } from '../exercise/authorisation.js';
import type { CommandType } from '../exercise/commands.js';
import { isFromDeck, type Touched } from '../exercise/touched.js';
import { commandOf, doers, drillAt, id, scenario } from '../testing/rights-scene.js';
import type { FacilitatorView } from './facilitator-view.js';
import { viewOf } from './project.js';
import { commandsOf, mayDo, type RightsSubject } from './rights-view.js';

const types = Object.keys(commandTable) as CommandType[];
const seated = doers.filter((doer) => !['gone', 'stranger', 'host'].includes(doer));
const partyOf = new Map(scenario.teams.map(({ id: teamId, party }) => [teamId, party]));

function subjectOf(touched: Touched): RightsSubject {
  switch (touched.kind) {
    case 'self':
      return { isSelf: true };
    case 'exercise':
      return {};
    case 'teams':
      return {
        isControl: touched.isControl,
        teams: touched.teamIds.map((teamId) => ({
          id: teamId,
          partyId: partyOf.get(teamId) as never,
        })),
      };
  }
}

test('[RIGHT5] a control is shown exactly where the engine would let its command through', () => {
  const { state } = drillAt('running');
  let compared = 0;
  for (const doer of seated) {
    const seat = state.seats.get(id(doer));
    if (seat === undefined) throw new Error(`nobody is ${doer}`);
    for (const type of types) {
      const command = commandOf(type, doer, state);
      const touches = commandTable[type].touches as (...args: unknown[]) => Touched;
      const subject = {
        ...subjectOf(touches(command, state, seat)),
        isFromDeck: 'injectId' in command && isFromDeck(command.injectId, state),
      };
      const shown = mayDo({ role: seat.role, partyId: seat.partyId }, type, subject);
      expect([doer, type, shown]).toEqual([doer, type, checkRight(state, seat, command) === null]);
      compared += 1;
    }
  }
  expect(compared).toBe(seated.length * types.length);
});

test('[RIGHT5] a role’s commands are those of which it may do at least one', () => {
  expect(commandsOf('observer')).toEqual(['LeaveExercise', 'RaiseRealWorld']);
  expect(commandsOf('director')).toContain('Rewind');
  expect(commandsOf('facilitator')).not.toContain('Rewind');
});

test('[RIGHT5] of a joint position, open or waiting, the staff’s view says whom it touches', () => {
  const { state } = drillAt('running');
  const view = viewOf(state, { role: 'facilitator' }) as FacilitatorView;
  const positions = Object.values(view.positions);
  const verdicts = ['OpenPosition', 'ExtendPosition', 'OverridePosition'].flatMap((name) =>
    seated.flatMap((doer) =>
      positions.map((position) => {
        const seat = state.seats.get(id(doer));
        if (seat === undefined) throw new Error(`nobody is ${doer}`);
        const type = name as CommandType;
        const teams = view.cast.teams.filter((team) => position.teams.includes(team.id));
        const command = { type, positionId: position.id } as never;
        const isAllowed = checkRight(state, seat, command) === null;
        expect([type, doer, position.id, mayDo(seat, type, { teams })]).toEqual([
          type,
          doer,
          position.id,
          isAllowed,
        ]);
        return [doer, position.status, position.id, isAllowed].join(' ');
      }),
    ),
  );
  expect(verdicts).toContain('jp-facilitator waiting own-words true');
  expect(verdicts).toContain('ph-facilitator waiting own-words false');
  expect(verdicts).toContain('jp-facilitator waiting overheard false');
  expect(verdicts).toContain('jp-facilitator open statement false');
  expect(verdicts).toContain('facilitator waiting hotline true');
});
