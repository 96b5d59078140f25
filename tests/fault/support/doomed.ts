/**
 * The server's own entry, in a process that ends itself by SIGKILL at a chosen step of a chosen turn.
 * Only what the product offers to be hung into is used: the runner's hooks and the driver's commit.
 */
import { PostgresDriver, SqliteDriver } from 'kysely';
import { Runner, type RunnerHooks } from '../../../server/src/runtime/runner.js';
import { type Doom, doomVariable } from './doom.js';

const doom = JSON.parse(process.env[doomVariable] ?? 'null') as Doom | null;
let turnsLeft = doom?.turns ?? Number.POSITIVE_INFINITY;
/** Whether a turn is being decided or kept whose end this process shall not see. */
let isLast = false;

function reach(step: Doom['step']): void {
  if (isLast && doom?.step === step) process.kill(process.pid, 'SIGKILL');
}

const attach = Runner.prototype.attach;
Runner.prototype.attach = function (hooks: RunnerHooks) {
  attach.call(this, {
    ...hooks,
    recovery(...args) {
      isLast = --turnsLeft <= 0;
      reach('decided');
      return hooks.recovery(...args);
    },
    committed(change) {
      if (change.isOwn) reach('answered');
      hooks.committed(change);
      if (change.isOwn) reach('told');
    },
  });
};

for (const driver of [SqliteDriver, PostgresDriver]) {
  const { commitTransaction } = driver.prototype;
  driver.prototype.commitTransaction = async function (connection) {
    reach('written');
    const committing = commitTransaction.call(this, connection);
    if (isLast && doom?.step === 'committing') setImmediate(() => reach('committing'));
    await committing;
    reach('kept');
  };
}

await import('../../../server/src/main.js');
