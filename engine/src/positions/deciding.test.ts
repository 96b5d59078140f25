import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../exercise/commands.js';
import { exerciseLimits } from '../exercise/exercise-limits.js';
import type { IndicatorId, PositionId, TableId } from '../protocol/ids.js';
import { type Drill, minutes, running } from '../testing/drill.js';
import {
  apart,
  director,
  last,
  player,
  release,
  stand,
  subject,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const [jp, ph, us] = ['jp-cert', 'ph-cert', 'us-cert'];
const ransom = 'ransom' as PositionId;
const line = 'line' as PositionId;

function talking(): Drill {
  const drill = running(scenario, { tables: apart });
  release(drill, 'talks');
  return drill;
}

function drafting(): Drill {
  const drill = running(scenario, { tables: apart });
  drill.do(director, { type: 'OpenPosition', positionId: line });
  return drill;
}

const draft = (baseVersion: number, text = 'A line.'): CommandOf<'DraftText'> => ({
  type: 'DraftText',
  positionId: line,
  baseVersion,
  text,
});
const comment = (version: number): CommandOf<'CommentOnDraft'> => ({
  type: 'CommentOnDraft',
  positionId: line,
  version,
  text: 'Shorter.',
});
const override = (
  on: string | number | null,
  positionId = ransom,
): CommandOf<'OverridePosition'> => ({
  type: 'OverridePosition',
  positionId,
  agreedOn: on === null ? null : subject(on),
  reason: 'By telephone',
});
const statusOf = (drill: Drill, positionId = ransom) =>
  drill.state.positions.get(positionId)?.status;
const viewOfTable = (drill: Drill, tableId: string) =>
  viewOf(drill.state, playerAudience(tableId as TableId)) as PlayerView;

describe('who takes part', () => {
  test('[POS5] voices and participants see it, and for others it does not exist', () => {
    const drill = talking();
    const sees = (tableId: string) => Object.keys(viewOfTable(drill, tableId).positions);
    for (const id of [jp, ph, us, 'ph-bank']) expect(sees(id)).toEqual(['ransom']);
    expect(sees('jp-port')).toEqual([]);
    const real = drill.submit(player('jp-port'), stand('ransom', jp, 'pay')).rejection;
    const madeUp = drill.submit(player('jp-port'), stand('weather', jp, 'pay')).rejection;
    expect(real?.code).toBe(madeUp?.code);
    expect(real?.code).toBe('position/unknown');
  });

  test('[POS5] only a voice takes a stand, and only for itself', () => {
    const drill = talking();
    for (const [who, team] of [
      ['ph-bank', 'ph-bank'],
      ['ph-bank', ph],
      [jp, us],
    ] as const) {
      const { rejection } = drill.submit(player(who), stand('ransom', team, 'pay'));
      expect(rejection?.code).toBe('position/no-voice');
    }
    const strange = drill.submit(player(jp), stand('ransom', jp, 'perhaps'));
    expect(strange.rejection?.code).toBe('position/unknown-subject');
    const version = drill.submit(player(jp), stand('ransom', jp, 0));
    expect(version.rejection?.code).toBe('position/unknown-subject');
  });

  test('[POS5] everybody who takes part sees each stand and its reason', () => {
    const drill = talking();
    drill.do(player(jp), stand('ransom', jp, 'pay', 'reserve'));
    expect(viewOfTable(drill, 'ph-bank').positions.ransom?.stances).toMatchObject([
      { teamId: jp, on: subject('pay'), stance: 'reserve', reason: 'Because.', isByControl: false },
    ]);
  });

  test('[POS6] control may speak for any voice, and it shows', () => {
    const drill = talking();
    drill.do(director, stand('ransom', us, 'pay'));
    expect(last(drill, 'StanceTaken')).toMatchObject({
      teamId: us,
      tableId: us,
      isByControl: true,
      by: { kind: 'seat', seatId: 'facilitator' },
    });
    expect(viewOfTable(drill, jp).positions.ransom?.stances[0]?.isByControl).toBe(true);
  });

  test('[POS6] a voice that control plays speaks through control', () => {
    const drill = running(scenario, { tables: { jp: [jp], ph: [ph] }, controlled: [us] });
    release(drill, 'talks');
    drill.do(player('jp'), stand('ransom', jp, 'pay'));
    drill.do(player('ph'), stand('ransom', ph, 'pay'));
    expect(statusOf(drill)).toBe('open');
    drill.do(director, stand('ransom', us, 'pay'));
    expect(statusOf(drill)).toBe('agreed');
    expect(drill.state.scores.get('position ransom control')?.points).toBe(5);
  });
});

describe('a text drafted together', () => {
  test('[POS7] a version stands on the newest; whoever was slower is told so', () => {
    const drill = drafting();
    drill.do(player(jp), draft(0));
    const slower = drill.submit(player(ph), draft(0, 'Another.'));
    expect(slower.rejection).toMatchObject({
      code: 'position/old-version',
      details: { version: 1 },
    });
    drill.do(player('us-isac'), draft(1, 'Better.'));
    expect(viewOfTable(drill, ph)).toMatchObject({
      positions: { line: { version: 2, text: { en: 'We know of an incident.' } } },
      draftVersions: {
        'line 1': { tableId: jp, text: 'A line.' },
        'line 2': { tableId: 'us-isac', text: 'Better.' },
      },
    });
    expect(viewOfTable(drill, 'ph-bank').draftVersions).toEqual({});
  });

  test('[POS7] a stand is on the newest version, and a newer one asks for new stands', () => {
    const drill = drafting();
    drill.do(player(jp), stand('line', jp, 0));
    drill.do(player(ph), draft(0));
    const old = drill.submit(player(ph), stand('line', ph, 0));
    expect(old.rejection).toMatchObject({ code: 'position/old-version', details: { version: 1 } });
    drill.do(player(ph), stand('line', ph, 1));
    expect(statusOf(drill, line)).toBe('open');
    drill.do(player(jp), stand('line', jp, 1));
    expect(last(drill, 'PositionAgreed').on).toEqual(subject(1));
  });

  test('[POS7] the scenario’s own version can be agreed as it is', () => {
    const drill = drafting();
    drill.do(player(jp), stand('line', jp, 0));
    drill.do(player(us), stand('line', us, 0));
    expect(last(drill, 'PositionAgreed').on).toEqual(subject(0));
    const option = drill.submit(player(ph), stand('line', ph, 'pay'));
    expect(option.rejection?.code).toBe('position/not-open');
  });

  test('[POS7] comments stand beside any version there is', () => {
    const drill = drafting();
    drill.do(player(jp), draft(0));
    drill.do(player('us-isac'), comment(0));
    drill.do(player(ph), comment(1));
    expect(drill.submit(player(ph), comment(2)).rejection?.code).toBe('position/old-version');
    expect(Object.values(viewOfTable(drill, us).draftComments)).toMatchObject([
      { version: 0, tableId: 'us-isac', text: 'Shorter.' },
      { version: 1, tableId: ph },
    ]);
    expect(viewOfTable(drill, 'jp-port').draftComments).toEqual({});
  });

  test('[POS7] who takes no part drafts nothing; where options are chosen no text is drafted', () => {
    const drill = drafting();
    expect(drill.submit(player('jp-port'), draft(0)).rejection?.code).toBe('position/unknown');
    expect(drill.submit(player('ph-bank'), comment(0)).rejection?.code).toBe('position/unknown');
    release(drill, 'talks');
    for (const command of [draft(0), comment(0)]) {
      const { rejection } = drill.submit(player(jp), { ...command, positionId: ransom });
      expect(rejection?.code).toBe('position/no-text');
    }
  });

  test('[POS7] versions and comments are many, not endless; control drafts for a table', () => {
    const drill = drafting();
    for (let version = 0; version < exerciseLimits.versions; version++) {
      drill.do(director, { ...draft(version), tableId: jp as TableId });
    }
    expect(drill.submit(player(jp), draft(exerciseLimits.versions)).rejection?.code).toBe(
      'position/too-much-text',
    );
    for (let count = 0; count < exerciseLimits.comments; count++) drill.do(player(jp), comment(0));
    expect(drill.submit(player(jp), comment(0)).rejection?.code).toBe('position/too-much-text');
  });
});

describe('its deadline and the staff’s hand', () => {
  const trust = (drill: Drill) => drill.state.indicators.get('trust' as IndicatorId);

  test('[POS8] without agreement it fails at its deadline, with what follows', () => {
    const drill = talking();
    drill.wait(minutes(20));
    expect(last(drill, 'PositionFailed')).toMatchObject({
      cause: 'deadline',
      playMs: minutes(20),
      causedBy: last(drill, 'PositionOpened').seq,
    });
    expect(trust(drill)).toBe(40);
    const late = drill.submit(player(jp), stand('ransom', jp, 'pay'));
    expect(late.rejection?.code).toBe('position/not-open');
  });

  test('[POS8] more time moves the deadline', () => {
    const drill = talking();
    const more = { type: 'ExtendPosition', positionId: ransom, byMs: minutes(5) } as const;
    drill.do(director, more);
    drill.wait(minutes(24));
    expect(statusOf(drill)).toBe('open');
    drill.wait(minutes(1));
    expect(last(drill, 'PositionFailed')).toMatchObject({
      playMs: minutes(25),
      causedBy: last(drill, 'PositionExtended').seq,
    });
    expect(drill.submit(director, more).rejection?.code).toBe('position/not-open');
  });

  test('[POS9] a controller may say what was agreed, also after the deadline', () => {
    const drill = talking();
    drill.do(director, override('refuse'));
    expect(last(drill, 'PositionAgreed')).toMatchObject({
      cause: 'person',
      reason: 'By telephone',
      by: { kind: 'seat', seatId: 'facilitator' },
    });
    expect(drill.submit(director, override(null)).rejection?.code).toBe('position/not-open');
    const late = talking();
    late.wait(minutes(20));
    late.do(director, override('refuse'));
    expect(statusOf(late)).toBe('agreed');
    expect(late.state.scores.get(`position ransom ${jp}`)).toMatchObject({
      rule: 'position/agreed',
      points: 15,
      reason: 'By telephone',
    });
  });

  test('[POS9] or that nothing was, with what follows from it', () => {
    const drill = talking();
    drill.do(player(jp), stand('ransom', jp, 'refuse'));
    drill.do(director, override(null));
    expect(last(drill, 'PositionFailed').cause).toBe('person');
    expect(trust(drill)).toBe(40);
    expect(drill.submit(director, override(null)).rejection?.code).toBe('position/not-open');
    expect(viewOfTable(drill, jp).positions.ransom?.settled).toEqual({
      cause: 'person',
      playMs: 0,
    });
  });

  test('[POS9] only on what is there to be agreed', () => {
    const drill = drafting();
    drill.do(player(jp), draft(0));
    expect(drill.submit(director, override(0, line)).rejection?.code).toBe('position/old-version');
    expect(drill.submit(director, override('pay', line)).rejection?.code).toBe(
      'position/unknown-subject',
    );
    expect(drill.submit(director, override('pay')).rejection?.code).toBe('position/unknown');
    drill.do(director, override(1, line));
    expect(statusOf(drill, line)).toBe('agreed');
  });

  test('[POS10] it opens once, with its inject, by an effect or by hand', () => {
    const drill = talking();
    const open = (positionId: string) =>
      drill.submit(director, { type: 'OpenPosition', positionId: positionId as never });
    expect(open('ransom').rejection?.code).toBe('position/already-open');
    expect(open('weather').rejection?.code).toBe('position/unknown');
    expect(open('hotline').rejection).toBeNull();
    expect(last(drill, 'PositionOpened').voices).toEqual([
      { teamId: 'jp-port', tableId: 'jp-port' },
      { teamId: 'ph-bank', tableId: 'ph-bank' },
    ]);
  });

  test('[POS10] at EndEx what is still open is neither won nor lost', () => {
    const drill = talking();
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(last(drill, 'PositionFailed')).toMatchObject({ positionId: 'ransom', cause: 'ended' });
    expect(trust(drill)).toBe(60);
    expect([...drill.state.scores.keys()]).toEqual([]);
  });

  test('[POS10] a wall sees that nations decide together, not on what', () => {
    const drill = talking();
    drill.do(director, override('pay'));
    const view = viewOf(drill.state, { role: 'observer' });
    const told = 'happenings' in view ? Object.values(view.happenings) : [];
    expect(told.filter(({ kind }) => kind === 'position')).toEqual([
      { kind: 'position', playMs: 0, what: 'opened', partyIds: ['jp', 'ph', 'us'] },
      { kind: 'position', playMs: 0, what: 'agreed', partyIds: ['jp', 'ph', 'us'] },
    ]);
    expect(JSON.stringify(view)).not.toContain('ransom');
  });
});
