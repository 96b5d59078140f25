import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedbackOpenMs } from '@trilogue/engine/protocol/feedback-questions';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import { endedAtMs } from '@trilogue/engine/report/takeaway';
import { minutes, running } from '@trilogue/engine/testing/drill';
import { director } from '@trilogue/engine/testing/exchange-acts';
import { exchangeScenario } from '@trilogue/engine/testing/exchange-scenario';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../store/store.js';
import { feedbackTimes } from './feedback-reading.js';

async function store() {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilogue-'));
  const opened = await openSqliteStore(dataDir);
  onTestFinished(async () => {
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return opened;
}

test('[FEED5] the form closes by itself fourteen days after EndEx', async () => {
  const { feedback } = await store();
  const drill = running(exchangeScenario());
  drill.wait(minutes(3));
  const isOpen = async (nowMs: number) =>
    (await feedbackTimes(feedback, drill.state, nowMs)).isOpen;
  expect(await isOpen(drill.nowMs)).toBe(false);
  drill.do(director, { type: 'EndExercise', reason: '' });
  const ended = endedAtMs(drill.state) ?? 0;
  expect(drill.state.exerciseId satisfies ExerciseId | null).not.toBeNull();
  expect(await isOpen(ended)).toBe(true);
  expect(await isOpen(ended + feedbackOpenMs - 1)).toBe(true);
  expect(await isOpen(ended + feedbackOpenMs)).toBe(false);
});
