import { describe, expect, test } from 'vitest';
import type { PositionId } from '../protocol/ids.js';
import type { Stance } from '../scenario/position-schema.js';
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

/** The matter of the ransom under a rule, opened; then each act: "jp pay, us pay object". */
function decided(rule: object, acts: string, without?: string): Drill {
  const scenario = exchangeScenario((file) => {
    file.positions[0].rule = rule;
  });
  const played = Object.entries(apart).filter(([id]) => id !== `${without}-cert`);
  const drill = running(scenario, { tables: Object.fromEntries(played) });
  release(drill, 'talks');
  act(drill, acts);
  return drill;
}

function act(drill: Drill, acts: string): void {
  for (const [nation, option = '', stance = 'concur'] of acts
    .split(', ')
    .map((a) => a.split(' '))) {
    const team = `${nation}-cert`;
    drill.do(player(team), stand('ransom', team, option, stance as Stance));
  }
}

/** What was agreed: an option; else how it stands. */
function outcome(drill: Drill, positionId = 'ransom'): string | undefined {
  const now = drill.state.positions.get(positionId as PositionId);
  return now?.agreedOn?.kind === 'option' ? now.agreedOn.optionId : now?.status;
}

const consensus = { kind: 'consensus' };
const majority = { kind: 'majority' };
const two = { kind: 'atLeast', count: 2 };
const lead = { kind: 'lead', team: 'ph-cert' };

describe('when there is agreement', () => {
  test.each([
    ['all concur', consensus, 'jp pay, ph pay, us pay', 'pay'],
    ['one has not spoken', consensus, 'jp pay, ph pay', 'open'],
    ['one abstains', consensus, 'jp pay, ph pay, us pay abstain', 'pay'],
    ['one objects', consensus, 'jp pay, us pay object, ph pay', 'open'],
    ['one reserves its position', consensus, 'jp pay, us pay reserve, ph pay', 'open'],
    ['all abstain', consensus, 'jp pay abstain, ph pay abstain, us pay abstain', 'open'],
    ['they concur with different options', consensus, 'jp pay, ph wait, us pay', 'open'],
    ['two of three', majority, 'jp pay, ph pay', 'pay'],
    ['two of three against one', majority, 'us pay object, jp pay, ph pay', 'pay'],
    ['one of three for each', majority, 'jp pay, ph wait, us refuse', 'open'],
    ['at least two', two, 'us wait object, jp wait, ph wait', 'wait'],
    ['fewer than two', two, 'jp wait, ph wait abstain, us wait reserve', 'open'],
    ['the lead alone', lead, 'ph refuse', 'refuse'],
    ['all but the lead', lead, 'jp refuse, us refuse', 'open'],
    ['the lead objects', lead, 'jp pay, us pay, ph pay object', 'open'],
  ])('[POS1] %s', (_, rule, acts, expected) => {
    expect(outcome(decided(rule, acts))).toBe(expected);
  });

  test('[POS2] a voice that nobody plays is not waited for', () => {
    const all = { kind: 'atLeast', count: 3 };
    expect(outcome(decided(consensus, 'jp pay, ph pay', 'us'))).toBe('pay');
    expect(outcome(decided(majority, 'jp pay', 'us'))).toBe('open');
    expect(outcome(decided(majority, 'jp pay, ph pay', 'us'))).toBe('pay');
    expect(outcome(decided(all, 'jp pay', 'us'))).toBe('open');
    expect(outcome(decided(all, 'jp pay, ph pay', 'us'))).toBe('pay');
  });

  test('[POS2] where nobody plays the lead it takes a consensus', () => {
    expect(outcome(decided(lead, 'jp pay', 'ph'))).toBe('open');
    expect(outcome(decided(lead, 'jp pay, us pay', 'ph'))).toBe('pay');
    expect(outcome(decided(lead, 'jp pay, us pay object', 'ph'))).toBe('open');
  });

  test('[POS2] where none of its voices is played it does not open', () => {
    const drill = running(exchangeScenario(), { tables: { one: ['us-isac'] } });
    release(drill, 'talks');
    expect(drill.types()).not.toContain('PositionOpened');
    const byHand = drill.submit(director, { type: 'OpenPosition', positionId: 'ransom' as never });
    expect(byHand.rejection?.code).toBe('position/no-voice');
  });

  test('[POS2] a table that plays several voices speaks for each of them', () => {
    const drill = running(exchangeScenario(), {
      tables: { one: ['jp-cert', 'ph-cert'], two: ['us-cert'] },
    });
    release(drill, 'talks');
    drill.do(player('one'), stand('ransom', 'jp-cert', 'pay'));
    drill.do(player('two'), stand('ransom', 'us-cert', 'pay'));
    expect(outcome(drill)).toBe('open');
    drill.do(player('one'), stand('ransom', 'ph-cert', 'pay'));
    expect(outcome(drill)).toBe('pay');
  });
});

describe('changing one’s mind', () => {
  test('[POS3] a voice may, as long as nothing is agreed', () => {
    const drill = decided(consensus, 'jp pay, ph pay, us pay object');
    act(drill, 'us pay reserve');
    expect(outcome(drill)).toBe('open');
    act(drill, 'us pay abstain');
    expect(outcome(drill)).toBe('pay');
    const again = drill.submit(player('us-cert'), stand('ransom', 'us-cert', 'pay', 'object'));
    expect(again.rejection?.code).toBe('position/not-open');
  });

  test('[POS3] whoever concurs with another option no longer concurs with the first', () => {
    const drill = decided(majority, 'jp pay, jp wait, ph pay');
    expect(outcome(drill)).toBe('open');
    act(drill, 'us pay');
    expect(outcome(drill)).toBe('pay');
  });

  test('[POS3] one may object to one option and concur with another', () => {
    const drill = decided(consensus, 'jp pay object, jp wait, ph wait, us wait');
    expect(outcome(drill)).toBe('wait');
    expect(drill.state.positions.get('ransom' as PositionId)?.stances).toHaveLength(4);
  });
});

describe('what comes of it', () => {
  test('[POS4] what was agreed brings about what the option and the matter say', () => {
    const drill = decided(majority, 'jp refuse, us refuse');
    const agreed = last(drill, 'PositionAgreed');
    expect(agreed).toMatchObject({ cause: 'rule', on: subject('refuse') });
    expect(agreed.causedBy).toBe(last(drill, 'StanceTaken').seq);
    const reached = drill.log.flatMap((fact) =>
      fact.type === 'MilestoneReached' ? [fact.milestoneId] : [],
    );
    expect(reached).toEqual(['refused', 'agreed']);
  });

  test('[POS4] agreeing on an option may open the next matter', () => {
    expect(outcome(decided(majority, 'jp wait, us wait'), 'hotline')).toBe('open');
  });

  test.each([
    ['agreed on the best', 'jp refuse, us refuse', 15],
    ['agreed on another', 'jp wait, us wait', 9],
    ['agreed on what earns nothing', 'jp pay, us pay', 5],
    ['not agreed by the deadline', 'jp pay, us wait', 0],
  ])('[SCORE6] each voice earns: %s', (_, acts, points) => {
    const drill = decided(majority, acts);
    drill.wait(minutes(20));
    for (const team of ['jp-cert', 'ph-cert', 'us-cert']) {
      expect(drill.state.scores.get(`position ransom ${team}`)).toMatchObject({
        points,
        maximum: 15,
        objectiveId: 'decide',
      });
    }
    expect(drill.state.scores.get('position ransom ph-bank')).toBeUndefined();
  });

  test('[SCORE6] a table with several voices earns once', () => {
    const voices = ['jp-cert', 'ph-cert', 'us-cert'];
    const drill = running(exchangeScenario(), { tables: { one: voices } });
    release(drill, 'talks');
    for (const team of voices) drill.do(player('one'), stand('ransom', team, 'refuse'));
    const lines = [...drill.state.scores.values()].filter(({ rule }) => rule === 'position/agreed');
    expect(lines).toMatchObject([{ tableId: 'one', points: 15, maximum: 15 }]);
  });
});
