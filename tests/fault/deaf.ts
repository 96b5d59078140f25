/** Connections that never read, under a loud table: memory stays bounded, they are cut off, others go on. */
import { performance } from 'node:perf_hooks';
import { RawLine } from '../support/raw-line.js';
import { check } from './checker.js';
import type { FaultOptions } from './main.js';
import { Stage } from './support/stage.js';
import { latencyFigures, type Verdict } from './support/verdict.js';
import { pause } from './support/witness.js';
import { Workshop } from './support/workshop.js';

const deafCount = 40;
/** The system's own buffers hold tens of MB a connection; only then does anything wait in the server. */
const mostLoudMs = 40_000;
const loudPlayers = 16;
const textLength = 9_500;
/** What deaf connections may cost beyond the same noise without them. */
const mostMb = 200;

export async function* deaf(_options: FaultOptions): AsyncIterable<Verdict> {
  const noisy = await noisyTable(deafCount, mostLoudMs);
  const quiet = await noisyTable(0, noisy.loudMs);
  const costMb = Math.round(noisy.peakMb - quiet.peakMb);
  yield {
    name: 'deaf sockets',
    figures: {
      'deaf sockets': deafCount,
      'first and last cut off after': `${noisy.firstMs} and ${noisy.lastMs} ms`,
      'peak memory': `${Math.round(noisy.peakMb)} MB`,
      'without them': `${Math.round(quiet.peakMb)} MB`,
      ...noisy.figures,
    },
    findings: [
      ...quiet.findings,
      ...noisy.findings,
      ...(costMb > mostMb ? [`deaf sockets cost ${costMb} MB`] : []),
      ...(noisy.lastMs === null ? ['some deaf sockets were never cut off'] : []),
    ],
  };
}

/** @param mostMs how long it is loud, unless all that are deaf are cut off before */
async function noisyTable(count: number, mostMs: number) {
  const workshop = new Workshop();
  try {
    const node = await workshop.node();
    const stage = await Stage.open(node, { plan: workshop.plan, players: loudPlayers });
    const [listener] = stage.players.filter(({ who }) => who.tableId === 'tokyo');
    const { exerciseId, token = '' } = listener?.who ?? { exerciseId: '' };
    const lines: RawLine[] = [];
    for (let index = 0; index < count; index++) {
      const line = await RawLine.seated(node.url, { exerciseId, token });
      line.stopListening();
      lines.push(line);
    }
    const all = await connections(node.url);
    for (const player of stage.players) player.chatter(40, () => player.say(textLength));
    const from = performance.now();
    const passedMs = () => Math.round(performance.now() - from);
    let peakMb = 0;
    let firstMs: number | null = null;
    let lastMs: number | null = null;
    while (passedMs() < mostMs && lastMs === null) {
      await pause(100);
      peakMb = Math.max(peakMb, node.memoryMb());
      const left = (await connections(node.url)) - (all - count);
      if (count > 0 && left < count) firstMs ??= passedMs();
      if (count > 0 && left === 0) lastMs = passedMs();
    }
    const loudMs = passedMs();
    stage.hush();
    for (const line of lines) line.close();
    const history = await stage.history(await node.staff(), { driftMs: 3_000 });
    const figures = {
      messages: history.asked.length,
      ...latencyFigures(stage.players.flatMap(({ latencies }) => latencies)),
    };
    await stage.end();
    return { peakMb, loudMs, firstMs, lastMs, figures, findings: check(history) };
  } finally {
    await workshop.close();
  }
}

/** Sockets that the server counts, told to this machine only. */
async function connections(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^trilogue_sockets (\d+)/m.exec(text)?.[1] ?? 0);
}
