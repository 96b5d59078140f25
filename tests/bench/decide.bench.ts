/** What one decision costs in an exercise as large as the limits allow, and what it weighs. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import type { Actor } from '@trilogue/engine/exercise/fact-shape';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { largeScenario, largeScenarioText } from './large-scenario.js';
import { median, report } from './report.js';

const host: Actor = { kind: 'host' };
const startMs = 1_780_000_000_000;
/** Seats, one a table. */
const seatOf = (index: number) => `seat-${String(index).padStart(4, '0')}` as SeatId;

interface Measured {
  readonly type: string;
  readonly ms: number;
  readonly facts: number;
}

class Drill {
  state: ExerciseState;
  nowMs = startMs;
  readonly measured: Measured[] = [];
  isMeasuring = false;

  constructor() {
    this.state = emptyExercise(largeScenario());
  }

  ask(actor: Actor, command: Command): void {
    const start = performance.now();
    const { state, facts } = decide(this.state, { actor, command }, this.nowMs);
    const ms = performance.now() - start;
    this.state = state;
    if (this.isMeasuring) this.measured.push({ type: command.type, ms, facts: facts.length });
  }
}

export function benchDecide(): void {
  const text = largeScenarioText();
  const loads = Array.from({ length: 5 }, () => {
    const start = performance.now();
    loadScenario(text);
    return performance.now() - start;
  });
  report(
    'load 2,000 injects, 200 teams',
    `${(text.length / 1e6).toFixed(1)} MB in ${median(loads).toFixed(0)} ms`,
  );

  const drill = new Drill();
  const { scenario } = drill.state.playbook;
  const tables = scenario.teams.map(({ id }) => ({
    tableId: id as unknown as TableId,
    name: id,
    teamIds: [id],
  }));
  drill.ask(host, {
    type: 'CreateExercise',
    exerciseId: 'exercise1' as never,
    scenarioId: scenario.id,
    scenarioHash: 'hash',
    title: 'Large',
    seed: 1,
    pace: 'auto',
    mode: 'assess',
  });
  drill.ask(host, { type: 'CastTeams', casting: { tables, controlled: [] } });
  drill.ask(host, { type: 'OpenLobby' });
  tables.forEach(({ tableId }, index) => {
    drill.ask(host, { type: 'JoinExercise', seatId: seatOf(index), role: 'player', tableId });
  });
  drill.ask(host, { type: 'StartExercise' });
  // Two hours in, with some forty injects open at every table, is when it is busiest.
  drill.nowMs += 60 * 60_000;
  drill.ask(host, { type: 'AdvanceClock' });
  drill.isMeasuring = true;
  for (let turn = 0; turn < 12_000; turn++) {
    drill.nowMs += 150;
    const { actor, command } = commandOf(drill, turn);
    drill.ask(actor, command);
  }
  tell(drill);
}

/** A turn of lively play: 200 tables that read, answer, write and share, one after the other. */
function commandOf(drill: Drill, turn: number): { actor: Actor; command: Command } {
  const index = (turn * 37) % 200;
  const tableId = `team-${index}` as TableId;
  const actor: Actor = { kind: 'seat', seatId: seatOf(index) };
  if (turn % 20 === 19) return { actor: host, command: { type: 'AdvanceClock' } };
  if (turn % 20 === 7) {
    return {
      actor,
      command: {
        type: 'ShareInformation',
        to: { teams: [`team-${(index + 7) % 200}` as never], contacts: [] },
        seatIds: [],
        channel: 'cert',
        marking: 'AMBER',
        items: index < 100 ? [{ itemId: `item-${index}` as never, form: 'full' }] : [],
        facts: 'What we know so far.',
        confidence: 'moderate',
        ask: 'Please check.',
        inReplyTo: null,
        evenSo: true,
      },
    };
  }
  if (turn % 20 === 13) {
    const thread = { kind: 'table', tableId } as const;
    return { actor, command: { type: 'SendMessage', thread, text: 'A question to control.' } };
  }
  const elapsedMinutes = Math.floor((drill.nowMs - startMs) / 60_000);
  const latest = elapsedMinutes * 5 - ((turn >> 3) % 60);
  const injectId = `inject-${latest - (latest % 20) + (index % 20)}` as never;
  if (turn % 3 === 0) return { actor, command: { type: 'OpenInject', injectId } };
  if (turn % 3 === 1) return { actor, command: { type: 'AcknowledgeInject', injectId } };
  return {
    actor,
    command: { type: 'SendResponse', injectId, text: 'Our assessment. '.repeat(10) },
  };
}

function tell({ measured, state }: Drill): void {
  const sorted = measured.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2);
  const facts = measured.reduce((sum, one) => sum + one.facts, 0);
  report(
    'decide, 2,000 injects, 200 teams',
    `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(0.9999)} ms; ${measured.length} commands, ${facts} facts, ${state.openDeadlines.size} deadlines open`,
  );
  const telling = measured.filter((one) => one.facts > 0).map(({ ms }) => ms);
  telling.sort((a, b) => a - b);
  const part = (share: number) => (telling[Math.floor(telling.length * share)] ?? 0).toFixed(2);
  report(
    '  of these, what made facts',
    `p50 ${part(0.5)} ms, p99 ${part(0.99)} ms; ${telling.length} commands`,
  );
  const byType = new Map<string, number[]>();
  for (const { type, ms } of measured) byType.set(type, [...(byType.get(type) ?? []), ms]);
  for (const [type, times] of byType) {
    times.sort((a, b) => a - b);
    report(
      `  ${type}`,
      `median ${median(times).toFixed(2)} ms, p99 ${(times[Math.floor(times.length * 0.99)] ?? 0).toFixed(2)} ms`,
    );
  }
}
