/** Secrecy over random drills: canaries in every text and name, and rules that share no code with the views. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { ChoiceId, InjectId, SeatId } from '@trilogue/engine/protocol/ids';
import { parseScenario } from '@trilogue/engine/scenario/load';
import { inject, running, seat, table } from '@trilogue/engine/testing/drill';
import { sampleFile } from '@trilogue/engine/testing/sample-scenario';
import { type Audience, audienceKey, playerAudience } from '@trilogue/engine/views/audience';
import { injectBody, project, viewOf } from '@trilogue/engine/views/project';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlantedKind, plantedKinds, tokensIn } from '../support/canary.js';
import { type CanaryDrill, playCanaries, replay } from '../support/canary-drill.js';
import { type Kind, Ledger, typedKinds } from '../support/canary-ledger.js';
import { randomMoves, type Step } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';

/** All that leaves an exercise for an audience. */
interface Teller {
  readonly step: (step: Step, audience: Audience) => unknown;
  readonly view: (state: ExerciseState, audience: Audience) => unknown;
  readonly body: (state: ExerciseState, audience: Audience, injectId: InjectId) => unknown;
}

interface Leak {
  readonly where: 'step' | 'view' | 'body' | 'refusal';
  readonly kind: Kind | 'points';
  readonly audience: string;
  readonly token: string;
  readonly after: string;
}

const honest: Teller = {
  step: ({ before, fact, after }, audience) => project(before, fact, after, audience),
  view: viewOf,
  body: injectBody,
};

const runs = 300;
/** Per kind of token, over all audiences but the staff: how many were told, how many kept. */
const tally = new Map<Kind, { told: number; kept: number }>();
const read = { texts: 0, tokens: 0, refusals: 0, points: 0 };

describe('secrecy', () => {
  test(`[SECRET1] over ${runs} random drills, nobody holds what they were not given`, () => {
    fc.assert(
      fc.property(randomScenario, randomMoves(80), (scenario, moves) => {
        const drill = playCanaries(scenario, moves);
        expect(leaksOf(drill, honest, true)).toEqual([]);
      }),
      // A leak names itself; making the drill smaller would take minutes and tell no more.
      { numRuns: runs, endOnFailure: true },
    );
  });

  test('[SECRET1] points for what another table was sent do not name the inject', () => {
    const file = sampleFile();
    const [note] = file.injects;
    const awarded = { kind: 'awardPoints', team: 'ph-customs', points: 3, reason: 'A warning' };
    const loaded = parseScenario({
      ...file,
      injects: [{ ...note, effects: [awarded] }, ...file.injects.slice(1)],
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const drill = running(loaded.scenario);
    drill.do(seat('facilitator'), { type: 'ShowScores', players: true, observers: true });
    drill.do(seat('facilitator'), { type: 'ReleaseInject', injectId: inject('note') });
    const told = JSON.stringify(viewOf(drill.state, playerAudience(table('ph'))));
    expect(told).toContain('A warning');
    expect(told).not.toContain('"note"');
  });

  test('[SECRET1] the drills held every kind of secret, told to some and kept from others', () => {
    const kinds = [...plantedKinds, ...typedKinds].filter((kind) => kind !== 'typed') as Kind[];
    const lines = kinds.map((kind) => {
      const { told, kept } = tally.get(kind) ?? { told: 0, kept: 0 };
      return `${kind}: ${told} told, ${kept} kept`;
    });
    console.log(
      `${read.texts} texts with ${read.tokens} tokens, ${read.refusals} refusals, ${read.points} with points\n  ${lines.join('\n  ')}`,
    );
    expect(read.points).toBeGreaterThan(0);
    const isPublic = (kind: Kind) => publicKinds.includes(kind);
    expect(kinds.filter((kind) => !isPublic(kind) && !tally.get(kind)?.kept)).toEqual([]);
    expect(kinds.filter((kind) => !staffKinds.includes(kind) && !tally.get(kind)?.told)).toEqual(
      [],
    );
  });

  test('[SECRET2] a refusal tells a withheld inject from a made-up one by nothing', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomScenario, randomMoves(60), (scenario, moves) => {
        compared += compareRefusals(playCanaries(scenario, moves));
      }),
      { numRuns: 100, endOnFailure: true },
    );
    console.log(`${compared} refusals compared`);
    expect(compared).toBeGreaterThan(100);
  });

  test('[SECRET3] other words of others change not a byte of what a table is told', () => {
    let replaced = 0;
    fc.assert(
      fc.property(randomScenario, randomMoves(60), (scenario, moves) => {
        const drill = playCanaries(scenario, moves);
        for (const audience of audiencesOf(drill.state)) {
          if (audience.role === 'facilitator') continue;
          const others = typedByOthers(drill, audience);
          replaced += others.size;
          const changed = drill.submissions.map((sent) => rewrite(sent, others));
          const other = replay(drill.canary, changed, drill.limit);
          expect(toldTo(other, audience)).toBe(toldTo(drill, audience));
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
    console.log(`${replaced} texts replaced`);
    expect(replaced).toBeGreaterThan(100);
  });

  test.each(faults())('[SECRET4] it catches $name', ({ isCaught, teller }) => {
    const outcome = fc.check(
      fc.property(randomScenario, randomMoves(80), (scenario, moves) => {
        const drill = playCanaries(scenario, moves);
        // What leaks anyhow says nothing about the fault that was planted.
        const usual = new Set(leaksOf(drill, honest).map(({ token }) => token));
        const added = leaksOf(drill, teller).filter(({ token }) => !usual.has(token));
        expect(added.filter(isCaught)).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
  });
});

const publicKinds: readonly Kind[] = ['scenario text', 'exercise title', 'party'];
const staffKinds: readonly Kind[] = [
  'scenario id',
  'contact id',
  'objective id',
  'objective detail',
  'milestone',
  'ending',
  'inject number',
  'attack id',
  'choice rationale',
  'expectation action',
  'message of the staff',
  'skip reason',
  'pause reason',
  'real-world reason',
  'end reason',
  'refused text',
];

function audiencesOf({ casting }: ExerciseState): Audience[] {
  return [
    ...casting.tables.map(({ tableId }) => playerAudience(tableId)),
    { role: 'facilitator' },
    { role: 'observer' },
  ];
}

/** Everything that was told, each time held against what the ledger allows at that moment. */
function leaksOf(drill: CanaryDrill, teller: Teller, isCounting = false): Leak[] {
  const { scenario, tokens } = drill.canary;
  const ledger = new Ledger(scenario, tokens);
  const rightlyTold = new Set<string>();
  const audiences = audiencesOf(drill.state);
  const leaks: Leak[] = [];
  const told = new Set<string>();
  const check = (where: Leak['where'], audience: Audience, sent: unknown, after: string) => {
    const text = JSON.stringify(sent ?? null);
    const found = tokensIn(text);
    read.texts++;
    read.tokens += found.length;
    const key = audienceKey(audience);
    for (const token of found) {
      if (audience.role !== 'facilitator') told.add(`${key} ${token}`);
      // What was rightly told once can't be untold: taking it off a screen names it again.
      if (ledger.mayHold(audience, token)) rightlyTold.add(`${key} ${token}`);
      if (rightlyTold.has(`${key} ${token}`)) continue;
      leaks.push({ where, kind: ledger.kindOf(token), audience: key, token, after });
    }
    const hasPoints = text.includes('"points":');
    if (hasPoints && audience.role !== 'facilitator') read.points++;
    if (hasPoints && !ledger.mayHoldPoints(audience)) {
      leaks.push({ where, kind: 'points', audience: key, token: `points ${key}`, after });
    }
  };
  const ends = new Set(drill.ends);
  drill.steps.forEach((step, index) => {
    ledger.take(step.fact);
    const after = step.fact.type;
    for (const audience of audiences) {
      check('step', audience, teller.step(step, audience), after);
      // Between the facts of one decision nobody comes in.
      if (!ends.has(index + 1)) continue;
      check('view', audience, teller.view(step.after, audience), after);
      for (const { id } of scenario.injects) {
        const body = teller.body(step.after, audience, id);
        check('body', audience, body, after);
        if (body !== null && !ledger.mayRead(audience, id)) {
          const key = audienceKey(audience);
          leaks.push({ where: 'body', kind: 'inject body', audience: key, token: id, after });
        }
      }
    }
  });
  leaks.push(...leaksInRefusals(drill));
  if (isCounting) count(drill, ledger, audiences, told);
  return leaks;
}

/** A refusal may give back what its sender wrote, and tell what the sender may know besides. */
function leaksInRefusals({ canary, refusals, steps }: CanaryDrill): Leak[] {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  let taken = 0;
  return refusals.flatMap(({ submission: { actor, command }, rejection, at }) => {
    for (; taken < at; taken++) {
      const fact = steps[taken]?.fact;
      if (fact !== undefined) ledger.take(fact);
    }
    if (actor.kind === 'host') return [];
    read.refusals++;
    const audience = ledger.audienceOf(actor.seatId);
    const own = tokensIn(JSON.stringify(command));
    return tokensIn(JSON.stringify(rejection))
      .filter((token) => !own.includes(token) && !(audience && ledger.mayHold(audience, token)))
      .map((token) => ({
        where: 'refusal' as const,
        kind: ledger.kindOf(token),
        audience: audience === null ? 'nobody' : audienceKey(audience),
        token,
        after: command.type,
      }));
  });
}

function count(
  { canary }: CanaryDrill,
  ledger: Ledger,
  audiences: readonly Audience[],
  told: ReadonlySet<string>,
): void {
  for (const token of canary.tokens.about.keys()) {
    const kind = ledger.kindOf(token);
    const sum = tally.get(kind) ?? { told: 0, kept: 0 };
    tally.set(kind, sum);
    for (const audience of audiences) {
      if (audience.role === 'facilitator') continue;
      if (told.has(`${audienceKey(audience)} ${token}`)) sum.told++;
      else sum.kept++;
    }
  }
}

/** Every act of every player on every inject that did not come to them, beside one that never was. */
function compareRefusals({ canary, state, nowMs, steps }: CanaryDrill): number {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  for (const { fact } of steps) ledger.take(fact);
  let compared = 0;
  for (const seatId of state.seats.keys()) {
    const audience = ledger.audienceOf(seatId);
    if (audience?.role !== 'player') continue;
    const withheld = canary.scenario.injects.filter(
      ({ id }) => !ledger.mayHold(audience, id) && !ledger.mayRead(audience, id),
    );
    for (const { id, choices } of withheld) {
      const choiceId = choices?.[0]?.id ?? ('none' as ChoiceId);
      const madeUp = actsOn('made-up' as InjectId, choiceId);
      actsOn(id, choiceId).forEach((command, index) => {
        const refused = refusalOf(state, seatId, command, nowMs);
        const wanted = refusalOf(state, seatId, madeUp[index] ?? command, nowMs);
        expect(JSON.stringify(refused).replaceAll(id, 'made-up')).toBe(JSON.stringify(wanted));
        expect(refused).not.toBeNull();
        compared++;
      });
    }
  }
  return compared;
}

function actsOn(injectId: InjectId, choiceId: ChoiceId): Command[] {
  return [
    { type: 'OpenInject', injectId },
    { type: 'AcknowledgeInject', injectId },
    { type: 'SendResponse', injectId, text: 'A guess' },
    { type: 'MakeChoice', injectId, choiceId },
  ];
}

function refusalOf(
  state: ExerciseState,
  seatId: SeatId,
  command: Command,
  nowMs: number,
): Rejection | null {
  return decide(state, { actor: { kind: 'seat', seatId }, command }, nowMs).rejection;
}

/** Every text typed in the drill that this audience may never read, whoever typed it. */
function typedByOthers({ canary, steps }: CanaryDrill, audience: Audience): Set<string> {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  for (const { fact } of steps) ledger.take(fact);
  return new Set(
    [...canary.tokens.about]
      .filter(([token, { kind }]) => kind === 'typed' && !ledger.mayHold(audience, token))
      .map(([token]) => token),
  );
}

function rewrite<Sent>(sent: Sent, others: ReadonlySet<string>): Sent {
  const text = JSON.stringify(sent);
  const next = tokensIn(text)
    .filter((token) => others.has(token))
    // Texts that differed still differ.
    .reduce((so, token) => so.replaceAll(token, `${[...token].reverse().join('')}, longer`), text);
  // Only words within strings were replaced.
  return JSON.parse(next) as Sent;
}

function toldTo({ steps, state }: CanaryDrill, audience: Audience): string {
  return JSON.stringify([
    steps.map((step) => honest.step(step, audience)),
    honest.view(state, audience),
  ]);
}

interface Fault {
  readonly name: string;
  readonly teller: Teller;
  readonly isCaught: (leak: Leak) => boolean;
}

/** Each of them once stood in a projection, and nothing noticed. */
function faults(): Fault[] {
  const toPlayers =
    (change: (step: Step, audience: Audience & { role: 'player' }) => object[]): Teller['step'] =>
    (step, audience) => [
      honest.step(step, audience),
      audience.role === 'player' ? change(step, audience) : [],
    ];
  const leaked =
    (
      where: Leak['where'],
      audience: string,
      ...kinds: readonly (PlantedKind | Kind | 'points')[]
    ) =>
    (leak: Leak) =>
      leak.where === where && leak.audience.startsWith(audience) && kinds.includes(leak.kind);
  return [
    {
      name: 'an inject shown to a table that it was not sent to',
      teller: {
        ...honest,
        step: toPlayers(({ fact, after }) => {
          if (fact.type !== 'InjectReleased') return [];
          const inject = after.playbook.injects.get(fact.injectId);
          return [{ part: 'injects', value: { title: inject?.title } }];
        }),
      },
      isCaught: leaked('step', 'player', 'inject title'),
    },
    {
      name: 'tasks that were not announced',
      teller: {
        ...honest,
        step: toPlayers(({ fact, after }, { tableId }) => {
          if (fact.type !== 'InjectReleased' || !fact.tableIds.includes(tableId)) return [];
          const inject = after.playbook.injects.get(fact.injectId);
          return (inject?.expectations ?? []).map(({ id }) => ({ part: 'tasks', id }));
        }),
      },
      isCaught: leaked('step', 'player', 'expectation id'),
    },
    {
      name: 'scores that were never shown',
      teller: {
        ...honest,
        view: (state, audience) =>
          viewOf({ ...state, scoresShown: { players: true, observers: true } }, audience),
      },
      isCaught: leaked('view', '', 'points'),
    },
    {
      name: 'every message shown to every player, the staff’s own among them',
      teller: {
        ...honest,
        view: (state, audience) =>
          audience.role === 'player' ? [...state.messages.values()] : viewOf(state, audience),
      },
      isCaught: leaked('view', 'player', 'message of the staff', 'message of a table'),
    },
    {
      name: 'the titles of RED injects on the wall',
      teller: {
        ...honest,
        view: (state, audience) =>
          audience.role === 'observer' ? viewOf(asIfClear(state), audience) : null,
      },
      isCaught: leaked('view', 'observer', 'inject title'),
    },
    {
      name: 'any inject’s text to any player who asks',
      teller: {
        ...honest,
        body: ({ playbook }, audience, injectId) =>
          audience.role === 'player' ? { body: playbook.injects.get(injectId)?.body } : null,
      },
      isCaught: leaked('body', 'player', 'inject body'),
    },
  ];
}

function asIfClear(state: ExerciseState): ExerciseState {
  const injects = [...state.playbook.injects].map(
    ([id, inject]) => [id, { ...inject, tlp: 'CLEAR' as const }] as const,
  );
  return { ...state, playbook: { ...state.playbook, injects: new Map(injects) } };
}
