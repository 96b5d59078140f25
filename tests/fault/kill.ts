/**
 * SIGKILL under load: at random moments, while the server starts, and at each step of a turn. After
 * each the server is started anew, and whoever got no answer asks again.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Dice } from '../support/dice.js';
import { hasPostgres } from '../support/postgres.js';
import { end } from '../support/server-process.js';
import { check } from './checker.js';
import type { Finding } from './laws/history.js';
import type { FaultOptions } from './main.js';
import { type Doom, doomedEntry, doomVariable, steps } from './support/doom.js';
import { Stage } from './support/stage.js';
import { latencyFigures, skip, type Verdict } from './support/verdict.js';
import { pause } from './support/witness.js';
import { type DatabaseKind, type Node, Workshop } from './support/workshop.js';

const usualRounds = 30;
/** Kills that one exercise lives through. */
const roundsPerExercise = 25;
const loadMs = 1_200;
const players = 6;

type Moment = 'random' | 'starting' | Doom['step'];

const moments: readonly Moment[] = [
  'random',
  'random',
  'random',
  'starting',
  ...(Object.keys(steps) as Doom['step'][]),
];

export async function* kill(options: FaultOptions): AsyncIterable<Verdict> {
  for (const database of options.databases) {
    if (database === 'postgres' && !hasPostgres) {
      yield skip(`kill, ${database}`, 'PostgreSQL is not installed');
    } else yield await killOn(database, options);
  }
}

async function killOn(database: DatabaseKind, { rounds, seed }: FaultOptions): Promise<Verdict> {
  const dice = new Dice(seed);
  const workshop = new Workshop(1_600);
  const tally = new Tally();
  const total = rounds ?? usualRounds;
  try {
    const place = await workshop.database(database);
    for (let done = 0; done < total; done += roundsPerExercise) {
      const these = Math.min(roundsPerExercise, total - done);
      tally.findings.push(...(await oneExercise(workshop, place, these, dice, tally)));
    }
  } finally {
    await workshop.close();
  }
  return { name: `kill, ${database}`, figures: tally.figures(), findings: tally.findings };
}

type Place = Awaited<ReturnType<Workshop['database']>>;

/** An exercise from its beginning to its end, with a server that dies again and again. */
async function oneExercise(
  workshop: Workshop,
  place: Place,
  rounds: number,
  dice: Dice,
  tally: Tally,
): Promise<Finding[]> {
  let node = await workshop.node(place);
  const stage = await Stage.open(node, { plan: workshop.plan, players });
  await node.end('SIGKILL');
  for (let round = 0; round < rounds; round++) {
    const moment = dice.oneOf(moments);
    if (moment === 'starting') await killWhileStarting(workshop, place, dice);
    else if (moment === 'random') {
      node = await workshop.node(place);
      await stage.comeBack([node.url]);
      await stage.resume();
      stage.makeNoise();
      void stage.askAgain();
      await pause(dice.upTo(loadMs));
      await node.end('SIGKILL');
    } else {
      const turns = 1 + dice.upTo(40);
      await killAtStep(workshop, place, stage, { step: moment, turns }, tally);
    }
    stage.hush();
    tally.kills.set(moment, (tally.kills.get(moment) ?? 0) + 1);
  }
  node = await workshop.node(place);
  const staff = await node.staff();
  await stage.comeBack([node.url]);
  await stage.resume();
  await stage.nextInject();
  await stage.nextInject();
  const history = await stage.history(staff, { driftMs: 1_000 });
  tally.count(history, stage);
  await stage.end();
  await node.end('SIGTERM');
  return check(history);
}

async function killWhileStarting(workshop: Workshop, place: Place, dice: Dice): Promise<void> {
  let child: ChildProcess | null = null;
  const spawned = (started: ChildProcess) => {
    child = started;
    setTimeout(() => void end(started, 'SIGKILL'), 600 + dice.upTo(1_200));
  };
  const node: Node | null = await workshop.node({ ...place, spawned }).catch(() => null);
  if (node?.isAlive()) await once(node.child, 'exit');
  else if (child !== null) await end(child, 'SIGKILL');
}

async function killAtStep(
  workshop: Workshop,
  place: Place,
  stage: Stage,
  doom: Doom,
  tally: Tally,
): Promise<void> {
  const env = { ...place.env, [doomVariable]: JSON.stringify(doom) };
  let child: ChildProcess | undefined;
  const spawned = (started: ChildProcess) => {
    child = started;
  };
  const wish = { ...place, env, entry: doomedEntry, spawned };
  // It may well die while it takes up what was live, or while people come back.
  const node = await workshop.node(wish).catch(() => null);
  const isOver = () => child === undefined || child.exitCode !== null || child.signalCode !== null;
  if (node !== null) {
    const back = stage.comeBack([node.url], 0).then(
      () => {
        stage.makeNoise();
        return stage.askAgain();
      },
      () => undefined,
    );
    for (let waited = 0; waited < 6_000 && !isOver(); waited += 20) await pause(20);
    if (!isOver()) {
      tally.missed++;
      await node.end('SIGKILL');
    }
    await back;
  }
  if (child !== undefined) await end(child, 'SIGKILL');
}

class Tally {
  readonly kills = new Map<Moment, number>();
  readonly findings: Finding[] = [];
  /** Servers that never came to the step at which they were to end. */
  missed = 0;
  #facts = 0;
  #asked = 0;
  #accepted = 0;
  #askedAgain = 0;
  #injects = 0;
  #gaps = 0;
  readonly #latencies: number[] = [];

  count({ asked, exports }: Parameters<typeof check>[0], stage: Stage): void {
    const log = exports.at(-1) ?? [];
    this.#facts += log.length;
    this.#asked += asked.length;
    this.#accepted += asked.filter(({ attempts }) =>
      attempts.some(({ answer }) => answer?.ok),
    ).length;
    this.#askedAgain += asked.filter(({ attempts }) => attempts.length > 1).length;
    this.#injects += log.filter(({ type }) => type === 'InjectReleased').length;
    this.#gaps += log.filter((fact) => fact.type === 'ClockPaused' && fact.cause === 'gap').length;
    for (const { latencies } of stage.everyone) this.#latencies.push(...latencies);
  }

  figures(): Record<string, string | number> {
    const kills = [...this.kills].map(([moment, count]) => `${moment} ${count}`);
    return {
      kills: `${[...this.kills.values()].reduce((sum, count) => sum + count, 0)} (${kills.join(', ')})`,
      'steps not reached': this.missed,
      commands: this.#asked,
      accepted: this.#accepted,
      'asked again': this.#askedAgain,
      facts: this.#facts,
      injects: this.#injects,
      'gap pauses': this.#gaps,
      ...latencyFigures(this.#latencies),
    };
  }
}
