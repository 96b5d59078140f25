/** What a command is about, by its ids: never what it says. */
import type { Command } from '@trilogue/engine/exercise/commands';

/** Fields that name a thing although they don't end in "Id". */
const alsoIds: ReadonlySet<string> = new Set(['of', 'toSeq', 'exit']);

/** Ids of the command itself and of what it holds one level down. */
export function commandTargets(command: Command): Record<string, string | number> {
  const targets: Record<string, string | number> = {};
  const note = (fields: object) => {
    for (const [key, value] of Object.entries(fields)) {
      const isId = key.endsWith('Id') || alsoIds.has(key);
      if (isId && (typeof value === 'string' || typeof value === 'number')) targets[key] = value;
    }
  };
  note(command);
  for (const value of Object.values(command)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) note(value);
  }
  return targets;
}
