/** Garbage, out-of-order, duplicated, oversized and slow frames, beside people who play on. */
import type { Answer } from '@trilogue/engine/protocol/socket';
import { Dice } from '../support/dice.js';
import { type RawCredentials, RawLine } from '../support/raw-line.js';
import { check } from './checker.js';
import type { Asked } from './laws/history.js';
import type { FaultOptions } from './main.js';
import { type Attack, attacks } from './support/attacks.js';
import { Stage } from './support/stage.js';
import { latencyFigures, type Verdict } from './support/verdict.js';
import { pause } from './support/witness.js';
import { Workshop } from './support/workshop.js';

const usualRounds = 10;
/** What an answer may take of people who do no harm, ms. */
const mostMs = 1_000;

export async function* frames({ rounds, seed }: FaultOptions): AsyncIterable<Verdict> {
  const workshop = new Workshop();
  const dice = new Dice(seed);
  try {
    const node = await workshop.node();
    const stage = await Stage.open(node, { plan: workshop.plan, speed: 10 });
    const [attacker] = stage.players;
    const { exerciseId = '', token = '', seatId = '', tableId = '' } = attacker?.who ?? {};
    const credentials: RawCredentials = { exerciseId, token };
    const beforeMb = node.memoryMb();
    for (const player of stage.players.slice(1)) player.chatter(50);
    const findings: string[] = [];
    const under = { url: node.url, credentials, dice };
    let peakMb = 0;
    let done = 0;
    for (let round = 0; round < (rounds ?? usualRounds); round++) {
      const all = Object.entries(attacks).map(async ([name, attack]: [string, Attack]) => {
        await attack(under).catch((error: unknown) => findings.push(`${name}: ${error}`));
        done++;
        peakMb = Math.max(peakMb, node.memoryMb());
      });
      await Promise.all(all);
      if (!node.isAlive()) return yield dead(findings);
    }
    const doubled = await duplicates(node.url, credentials, { seatId, tableId }, dice);
    await pause(500);
    const history = await stage.history(await node.staff(), { driftMs: 1_000 });
    const honest = stage.players.slice(1).flatMap(({ latencies }) => latencies);
    const slowest = Math.max(...honest);
    if (slowest > mostMs) findings.push(`an honest player waited ${Math.round(slowest)} ms`);
    const broken = node.log
      .join('')
      .split('\n')
      .filter((line) => line.includes('"level":50'));
    findings.push(...broken.slice(0, 5));
    yield {
      name: 'frames',
      figures: {
        attacks: done,
        kinds: Object.keys(attacks).length,
        'duplicated frames': doubled.length * 5,
        'memory before/peak': `${Math.round(beforeMb)}/${Math.round(peakMb)} MB`,
        'errors logged': broken.length,
        'honest commands': history.asked.length,
        ...latencyFigures(honest),
      },
      findings: [...findings, ...check({ ...history, asked: [...history.asked, ...doubled] })],
    };
    await stage.end();
  } finally {
    await workshop.close();
  }
}

function dead(findings: readonly string[]): Verdict {
  return { name: 'frames', figures: {}, findings: [...findings, 'the server is dead'] };
}

/** Every command five times in one shuffled heap: each is done once and answered alike. */
async function duplicates(
  url: string,
  credentials: RawCredentials,
  { seatId, tableId }: { seatId: string; tableId: string },
  dice: Dice,
): Promise<Asked[]> {
  const line = await RawLine.seated(url, credentials);
  const commands = Array.from({ length: 10 }, (_, index) => `twin-${index}`);
  const heap = commands.flatMap((id) => Array.from({ length: 5 }, () => id));
  const sent = new Map<number, { id: string; atMs: number }>();
  const answers = new Map<string, Asked['attempts'][number][]>();
  const order = dice.some(heap, heap.length, heap.length).sort(() => (dice.isIn(50) ? 1 : -1));
  const before = line.heard.length;
  order.forEach((id, index) => {
    const command = { type: 'SendMessage', thread: { kind: 'table', tableId }, text: id };
    sent.set(index + 1, { id, atMs: performance.now() });
    line.say(`42${index + 1}${JSON.stringify(['command', { commandId: id, command }])}`);
  });
  const answered = () => line.heard.slice(before).filter((text) => /^43\d+\[/.test(text));
  await line.until(() => answered().length === order.length);
  for (const text of answered()) {
    const [, ack = '', body = ''] = /^43(\d+)(\[.*)$/s.exec(text) ?? [];
    const { id = '', atMs = 0 } = sent.get(Number(ack)) ?? {};
    const [answer] = JSON.parse(body) as [Answer];
    const attempts = answers.get(id) ?? [];
    attempts.push({ sentAtMs: atMs, answeredAtMs: performance.now(), answer });
    answers.set(id, attempts);
  }
  line.close();
  return commands.map((id) => ({
    seatId,
    commandId: id,
    mark: id,
    attempts: answers.get(id) ?? [],
  }));
}
