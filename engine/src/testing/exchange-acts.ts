/** Acts of sharing, deciding and reporting in few words, for tests. */
import type { CommandOf } from '../exercise/commands.js';
import type { FactOf, FactType } from '../exercise/facts.js';
import type { TlpLabel } from '../scenario/sharing-schema.js';
import { type Drill, seat, table } from './drill.js';

/** One table a team, each called as the team is. */
export const apart = Object.fromEntries(
  ['jp-cert', 'jp-port', 'ph-cert', 'ph-bank', 'us-cert', 'us-isac'].map((id) => [id, [id]]),
);

export interface Sharing {
  /** "hashes", or "hashes sanitised"; several parted by commas. */
  readonly items?: string;
  readonly marking?: TlpLabel;
  readonly channel?: CommandOf<'ShareInformation'>['channel'];
  readonly seats?: readonly string[];
  readonly inReplyTo?: number;
  readonly evenSo?: boolean;
  readonly tableId?: string;
}

/** With contacts and teams alike: a contact is known by its name. */
export function share(to: readonly string[], how: Sharing = {}): CommandOf<'ShareInformation'> {
  return {
    type: 'ShareInformation',
    to: addressees(to),
    seatIds: (how.seats ?? []) as never[],
    channel: how.channel ?? 'cert',
    marking: how.marking ?? 'AMBER',
    items: (how.items?.split(', ') ?? []).map((name) => {
      const [itemId, form = 'full'] = name.split(' ');
      return { itemId, form } as never;
    }),
    facts: 'What we know.',
    confidence: 'moderate',
    ask: 'Look for it.',
    inReplyTo: how.inReplyTo ?? null,
    evenSo: how.evenSo ?? false,
    ...(how.tableId !== undefined && { tableId: table(how.tableId) }),
  };
}

export function ask(to: readonly string[]): CommandOf<'RequestInformation'> {
  return {
    type: 'RequestInformation',
    to: addressees(to),
    channel: 'cert',
    marking: 'GREEN',
    text: 'What do you know?',
  };
}

export function askLeave(item: string, teams: readonly string[]): CommandOf<'RequestPermission'> {
  const [itemId, form = 'full'] = item.split(' ');
  return {
    type: 'RequestPermission',
    itemId: itemId as never,
    form: form as never,
    teams: teams as never[],
    reason: 'They need it.',
  };
}

export function answer(
  requestSeq: number,
  isGranted: boolean,
  tableId?: string,
): CommandOf<'AnswerRequest'> {
  const forTable = tableId === undefined ? {} : { tableId: table(tableId) };
  return { type: 'AnswerRequest', requestSeq, isGranted, text: 'So be it.', ...forTable };
}

/** @param on an option’s name, or the number of a version */
export function stand(
  positionId: string,
  teamId: string,
  on: string | number,
  stance: CommandOf<'TakeStance'>['stance'] = 'concur',
): CommandOf<'TakeStance'> {
  return {
    type: 'TakeStance',
    positionId: positionId as never,
    teamId: teamId as never,
    on: subject(on),
    stance,
    reason: 'Because.',
  };
}

export function subject(on: string | number): CommandOf<'TakeStance'>['on'] {
  return typeof on === 'number'
    ? { kind: 'version', version: on }
    : { kind: 'option', optionId: on as never };
}

export function report(
  obligationId: string,
  fields: Readonly<Record<string, string>>,
  tableId?: string,
): CommandOf<'FileReport'> {
  const forTable = tableId === undefined ? {} : { tableId: table(tableId) };
  return {
    type: 'FileReport',
    obligationId: obligationId as never,
    fields: Object.entries(fields).map(([fieldId, text]) => ({ fieldId: fieldId as never, text })),
    ...forTable,
  };
}

export const player = (tableId: string) => seat(`player-${tableId}`);
export const director = seat('facilitator');

export function release(drill: Drill, injectId: string): void {
  drill.do(director, { type: 'ReleaseInject', injectId: injectId as never });
}

/** Facts of a kind, in their order. */
export function all<Type extends FactType>(drill: Drill, type: Type): FactOf<Type>[] {
  return drill.log.filter((fact): fact is FactOf<Type> => fact.type === type);
}

export function last<Type extends FactType>(drill: Drill, type: Type): FactOf<Type> {
  const found = all(drill, type).at(-1);
  if (found === undefined) throw new Error(`no ${type} in the log`);
  return found;
}

const contacts = ['desk', 'vendor', 'liaison', 'stateless', 'reporter', 'regulator'];

function addressees(to: readonly string[]) {
  return {
    teams: to.filter((name) => !contacts.includes(name)) as never[],
    contacts: to.filter((name) => contacts.includes(name)) as never[],
  };
}
