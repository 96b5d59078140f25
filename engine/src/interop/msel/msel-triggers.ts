/** Triggers in a cell: words for people that read back to the same trigger. */
import { conditionSchema } from '../../scenario/condition-schema.js';
import type { Trigger } from '../../scenario/trigger-schema.js';
import type { InjectFile } from '../draft.js';

export type TriggerFile = InjectFile['release'];
export type ConditionFile = Extract<TriggerFile, { kind: 'when' }>['condition'];

/** "5 min after #3 released": other events by their number, what else is named by its id. */
export function writeTrigger(trigger: Trigger, numberOf: (injectId: string) => string): string {
  const by = 'by' in trigger && trigger.by !== undefined ? ` by ${trigger.by}` : '';
  const delay =
    'delayMinutes' in trigger && trigger.delayMinutes > 0 ? ` + ${trigger.delayMinutes} min` : '';
  switch (trigger.kind) {
    case 'at':
      return `at ${trigger.minutes} min${trigger.from === 'startEx' ? ' from StartEx' : ''}`;
    case 'afterInject':
      return `after #${numberOf(trigger.inject)} ${trigger.event}${delay}`;
    case 'whenChoice':
      return `when #${numberOf(trigger.inject)} chose ${trigger.choice}${by}${delay}`;
    case 'when':
      return `when ${trigger.mode === 'level' ? 'level ' : ''}${JSON.stringify(trigger.condition)}${delay}`;
    case 'onPhase':
      return `on phase${trigger.phase === undefined ? '' : ` ${trigger.phase}`}${delay}`;
    case 'without':
      return `without ${trigger.action} to #${numberOf(trigger.inject)}${by} for ${trigger.minutes} min`;
    case 'manual':
    case 'deck':
      return trigger.kind;
  }
}

const minutes = String.raw`(\d+(?:\.\d+)?)`;
const delay = String.raw`(?: \+ ${minutes} min)?`;
const id = '[a-z0-9-]+';
const forms = {
  at: new RegExp(`^at ${minutes} min( from startex)?$`, 'i'),
  afterInject: new RegExp(`^after #(\\w+)(?: (released|answered|overdue))?${delay}$`, 'i'),
  whenChoice: new RegExp(`^when #(\\w+) chose (${id})(?: by (${id}))?${delay}$`),
  when: new RegExp(`^when (level )?(\\{.*\\})${delay}$`, 's'),
  onPhase: new RegExp(`^on phase(?: (${id}))?${delay}$`),
  without: new RegExp(
    `^without (acknowledge|respond|choose) to #(\\w+)(?: by (${id}))? for ${minutes} min$`,
  ),
};

/**
 * Reads what `writeTrigger` wrote, or a person in its way. Null where it can't be understood, or
 * names an event that is not there.
 */
export function readTrigger(
  text: string,
  injectOf: (number: string) => string | null,
): TriggerFile | null {
  const line = text.trim();
  if (line === 'manual' || line === 'deck') return { kind: line };
  const at = forms.at.exec(line);
  if (at) return limited({ kind: 'at', minutes: Number(at[1]), from: at[2] ? 'startEx' : 'phase' });
  const after = forms.afterInject.exec(line);
  if (after) {
    const inject = injectOf(after[1] ?? '');
    const event = (after[2]?.toLowerCase() ?? 'released') as 'released';
    return inject === null
      ? null
      : limited({ kind: 'afterInject', inject, event, ...delayed(after[3]) });
  }
  const choice = forms.whenChoice.exec(line);
  if (choice) {
    const inject = injectOf(choice[1] ?? '');
    if (inject === null) return null;
    return limited({
      kind: 'whenChoice',
      inject,
      choice: choice[2] ?? '',
      ...byTeam(choice[3]),
      ...delayed(choice[4]),
    });
  }
  const when = forms.when.exec(line);
  if (when) {
    const condition = readCondition(when[2] ?? '');
    const mode = when[1] ? 'level' : 'edge';
    return condition === null
      ? null
      : limited({ kind: 'when', condition, mode, ...delayed(when[3]) });
  }
  const phase = forms.onPhase.exec(line);
  if (phase) {
    const named = phase[1] === undefined ? {} : { phase: phase[1] };
    return limited({ kind: 'onPhase', ...named, ...delayed(phase[2]) });
  }
  const without = forms.without.exec(line);
  if (without) {
    const inject = injectOf(without[2] ?? '');
    const action = without[1] as 'acknowledge' | 'respond' | 'choose';
    if (inject === null) return null;
    return limited({
      kind: 'without',
      action,
      inject,
      ...byTeam(without[3]),
      minutes: Number(without[4]),
    });
  }
  return null;
}

function limited(trigger: TriggerFile): TriggerFile | null {
  const numbers = trigger as { readonly minutes?: number; readonly delayMinutes?: number };
  return (numbers.minutes ?? 0) <= 10_080 && (numbers.delayMinutes ?? 0) <= 10_080 ? trigger : null;
}

function delayed(text: string | undefined): { delayMinutes?: number } {
  return text === undefined ? {} : { delayMinutes: Number(text) };
}

function byTeam(text: string | undefined): { by?: string } {
  return text === undefined ? {} : { by: text };
}

function readCondition(json: string): ConditionFile | null {
  try {
    const raw: unknown = JSON.parse(json);
    // A hostile cell must not exhaust the stack of what reads it.
    if (json.length > 20_000 || nestingOf(json) > 40) return null;
    const parsed = conditionSchema.safeParse(raw);
    return parsed.success ? (raw as ConditionFile) : null;
  } catch {
    return null;
  }
}

function nestingOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of json) {
    if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') depth--;
  }
  return deepest;
}
