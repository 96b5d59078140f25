/**
 * Hours of drills, one after the other, at sixty times the speed of play: three hundred players, some
 * of whom stopped reading, and the memory that the server holds at the end of each hour.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from './main.js';
import { pause, table } from './report.js';
import { startChild } from './support/child.js';
import { BenchDrill } from './support/drill.js';
import type { Line } from './support/line.js';

const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));
const scenarioId = 'kestrel-locker';
const speed = 60;
const hours = 8;
const players = 300;
const deaf = 20;
/** By all players together, while a drill runs. */
const actionsPerSecond = 40;
const textLength = 600;

export async function benchHours({ minutes }: BenchOptions): Promise<void> {
  const child = await startChild({ kind: 'trilogue', scenariosDir: scenarios });
  const hourMs = (minutes * 60_000) / hours;
  const scenario = readFileSync(join(scenarios, scenarioId, 'scenario.json'), 'utf8');
  const teams = (JSON.parse(scenario) as { teams: { id: string }[] }).teams.map(({ id }) => id);
  const figures: { heapMb: number; residentMb: number; actions: number }[] = [];
  try {
    for (let hour = 0; hour < hours; hour++) {
      const until = performance.now() + hourMs;
      const actions = await playUntil(until, await BenchDrill.open(child, scenarioId, teams));
      const { heapMb, residentMb } = await child.figures(true);
      figures.push({ heapMb, residentMb, actions });
    }
  } finally {
    await child.end();
  }
  const third = figures[2];
  table(
    `${hours} hours of drills at speed ${speed} in ${minutes} minutes, ${players} players, ${deaf} of them deaf`,
    figures.map(({ heapMb, residentMb, actions }, index) => ({
      hour: String(index + 1),
      actions: String(actions),
      heap: `${heapMb.toFixed(1)} MB`,
      'to the third': percent(heapMb, third?.heapMb),
      resident: `${residentMb.toFixed(0)} MB`,
      'of the third': percent(residentMb, third?.residentMb),
    })),
  );
}

/** One drill from its lobby to its end. @returns how many actions were taken up */
async function playUntil(untilMs: number, drill: BenchDrill): Promise<number> {
  const lines = await drill.people(players);
  for (const line of lines.slice(0, deaf)) line.stopListening();
  const active = lines.slice(deaf);
  await drill.direct({ type: 'StartExercise' });
  await drill.direct({ type: 'SetSpeed', speed });
  let actions = 0;
  const left: Promise<unknown>[] = [];
  while (performance.now() < untilMs) {
    const line = active[(actions * 7) % active.length];
    const tableId = drill.tableOf(lines.indexOf(line as Line));
    actions += 1;
    if (line !== undefined)
      left.push(
        drill.ask(line, {
          type: 'SendMessage',
          thread: { kind: 'table', tableId } as never,
          text: 'x'.repeat(textLength),
        }),
      );
    await pause(1_000 / actionsPerSecond);
  }
  await Promise.all(left);
  await drill.direct({ type: 'EndExercise', reason: 'The hour is over.' });
  for (const line of [...lines, drill.director]) line.close();
  // Lines that are closed are taken down before what is left is weighed.
  await pause(1_000);
  return actions;
}

function percent(value: number, of: number | undefined): string {
  return of === undefined ? '' : `${((100 * value) / of).toFixed(0)} %`;
}
