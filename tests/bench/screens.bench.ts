/**
 * The control room under load, in a real browser: how long it blocks, how soon an input is painted,
 * and how smoothly the timeline of 300 injects pans. `TRILOGUE_CLIENT` names a built client (client/dist).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { pause, percentile, report } from './report.js';
import { busyScenarioText } from './support/busy-scenario.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the room is held to. */
const goals = { blockedMs: 200, inputMs: 100, framesPerSecond: 50 } as const;
const watchedMs = 30_000;
const windowMs = 10_000;
const panMs = 5_000;

/** What the page's main thread did without letting anything else in between. */
interface Task {
  readonly atMs: number;
  /** By the clock on the wall: longer where the machine does other things too. */
  readonly ms: number;
  /** On the processor. */
  readonly cpuMs: number;
}

export async function benchScreens(): Promise<void> {
  const scenariosDir = mkdtempSync(join(tmpdir(), 'trilogue-screens-'));
  mkdirSync(join(scenariosDir, 'busy'));
  writeFileSync(join(scenariosDir, 'busy', 'scenario.json'), busyScenarioText());
  const stage = await startStage(scenariosDir);
  const browser = await chromium.launch({
    executablePath: process.env.TRILOGUE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await openRoom(page, stage);
    for (const [name, key] of [
      ['list', '1'],
      ['table', '2'],
      ['timeline', '3'],
    ] as const) {
      // A key typed into the search is no shortcut.
      await page.evaluate('document.activeElement?.blur()');
      await page.keyboard.press(key);
      await pause(2_000);
      await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
      const inputs = await work(page);
      tell(name, tasksOf(await browser.stopTracing()), inputs);
    }
    tellFrames(await pan(page));
  } finally {
    await browser.close();
    stage.stop();
    rmSync(scenariosDir, { recursive: true, force: true });
  }
}

interface Stage {
  readonly staffLink: string;
  readonly control: string;
  stop(): void;
}

/** 63 people at nine tables, who go on playing at ten times the speed of the hall. */
function startStage(scenariosDir: string): Promise<Stage> {
  const wish = ['--scenario', 'busy', '--scenarios', scenariosDir, '--people', '7'];
  const client = process.env.TRILOGUE_CLIENT ?? join(root, 'client', 'dist');
  const args = [...wish, '--client', client, '--minutes', '20', '--then', 'play', '--speed', '10'];
  const main = join(root, 'tests', 'stage', 'main.ts');
  const child = spawn(process.execPath, [...process.execArgv, main, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (!said.trimEnd().endsWith('}')) return;
      try {
        resolve({ ...JSON.parse(said), stop: () => child.kill('SIGTERM') });
      } catch {
        // More of it is on its way.
      }
    });
    child.once('exit', (code) => reject(new Error(`the stage ended with ${code}`)));
  });
}

async function openRoom(page: Page, { staffLink, control }: Stage): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('trilogue.staff.name', 'Bench'));
  await page.goto(staffLink);
  await pause(1_500);
  await page.goto(control);
  await page.locator('[data-columns]').waitFor({ timeout: 120_000 });
  await pause(3_000);
}

/** Runs in the page, as text: what a bundler adds to functions is not known there. */
const inputWatcher = `
  window.inputs = [];
  new PerformanceObserver((list) => {
    // Moves of a pointer are no inputs that anybody waits for.
    for (const entry of list.getEntries()) {
      if (entry.interactionId) window.inputs.push(entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
`;
const frameCounter = `
  window.frameTimes = [];
  requestAnimationFrame(function next(at) {
    window.frameTimes.push(at);
    requestAnimationFrame(next);
  });
`;

/** Opens injects and searches. @returns ms from each input to the next paint, of those of 16 and more */
async function work(page: Page): Promise<readonly number[]> {
  await page.evaluate(inputWatcher);
  const until = Date.now() + watchedMs;
  const search = page.locator('input[type="search"]').first();
  const rows = page.locator(
    'main li [aria-pressed], main td [aria-pressed], [data-stage] [data-chip]',
  );
  for (let turn = 0; Date.now() < until; turn++) {
    const count = await rows.count();
    await rows
      .nth((turn * 7) % Math.max(1, count))
      .click({ timeout: 500, position: { x: 6, y: 6 } })
      .catch(() => undefined);
    await pause(300);
    await search.pressSequentially(String(turn % 10), { delay: 60 });
    await search.fill('');
    await pause(300);
  }
  return page.evaluate('window.inputs');
}

/** The timeline dragged to and fro: when each frame came. */
async function pan(page: Page): Promise<readonly number[]> {
  const box = await page.locator('[data-stage]').boundingBox();
  if (box === null) throw new Error('there is no timeline');
  await page.evaluate(frameCounter);
  const [y, left, right] = [box.y + box.height - 40, box.x + 40, box.x + box.width - 40];
  const until = Date.now() + panMs;
  for (let turn = 0; Date.now() < until; turn++) {
    const [from, to] = turn % 4 < 2 ? [right, left] : [left, right];
    await page.mouse.move(from, y);
    await page.mouse.down();
    await page.mouse.move(to, y - (turn % 2) * 60, { steps: 40 });
    await page.mouse.up();
  }
  return page.evaluate('window.frameTimes');
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds, as all times of a trace. */
  readonly ts: number;
  readonly dur?: number;
  /** On the processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

function tasksOf(trace: Buffer): readonly Task[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, pid, tid }) => /RunTask$/.test(name) && mains.has(`${pid} ${tid}`))
    .map(({ ts, dur = 0, tdur = 0 }) => ({
      atMs: ts / 1_000,
      ms: dur / 1_000,
      cpuMs: tdur / 1_000,
    }));
}

function tell(form: string, tasks: readonly Task[], inputs: readonly number[]): void {
  const longest = (of: 'ms' | 'cpuMs') => Math.max(0, ...tasks.map((task) => task[of]));
  report(
    `control room, ${form}: longest task`,
    `${longest('ms').toFixed(0)} ms, ${longest('cpuMs').toFixed(0)} ms on the processor (goal ${goals.blockedMs}); blocked ${worstWindow(tasks).toFixed(0)} ms in the worst 10 s`,
  );
  report(
    `control room, ${form}: input to next paint`,
    `p95 ${percentile(inputs, 95).toFixed(0)} ms (goal ${goals.inputMs}), ${inputs.length} inputs of 16 ms and more`,
  );
}

/** Of tasks longer than 50 ms, what is beyond, on the processor: the most in any ten seconds. */
function worstWindow(tasks: readonly Task[]): number {
  const long = tasks.filter(({ cpuMs }) => cpuMs > 50);
  const sums = long.map(({ atMs }) =>
    long
      .filter((task) => task.atMs >= atMs && task.atMs < atMs + windowMs)
      .reduce((sum, { cpuMs }) => sum + cpuMs - 50, 0),
  );
  return Math.max(0, ...sums);
}

function tellFrames(frames: readonly number[]): void {
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const whole = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
  report(
    'timeline of 300 injects, panned',
    `${((gaps.length / whole) * 1_000).toFixed(1)} frames/s (goal ${goals.framesPerSecond}), p99 ${percentile(gaps, 99).toFixed(1)} ms a frame`,
  );
}
