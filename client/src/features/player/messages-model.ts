/**
 * Everything a table wrote and was written, as conversations: one with control, one with each other
 * table, one with each contact. What went to several stands in each of theirs.
 */
import type { TeamId } from '@trilogue/engine/protocol/ids';
import type { DirectoryView, RequestView, ShareView } from '@trilogue/engine/views/exchange-view';
import type { MessageView, PlayerView } from '@trilogue/engine/views/player-view';
import { folded } from './search-model';

interface EntryBase {
  /** Of the fact that brought it: later ones are greater. */
  readonly seq: number;
  readonly playMs: number;
  readonly isOurs: boolean;
}

export type Entry = EntryBase &
  (
    | { readonly kind: 'message'; readonly message: MessageView }
    | { readonly kind: 'share'; readonly share: ShareView }
    | { readonly kind: 'request'; readonly request: RequestView }
    | { readonly kind: 'answer'; readonly request: AnsweredRequest }
  );

export type AnsweredRequest = RequestView & { readonly answer: NonNullable<RequestView['answer']> };

export type DirectoryTeam = DirectoryView['teams'][number];
export type DirectoryContact = DirectoryView['contacts'][number];

export interface Conversation {
  readonly key: string;
  /** Whom it is with: teams of one table, or a contact. Neither means control. */
  readonly teams: readonly DirectoryTeam[];
  readonly contact: DirectoryContact | null;
  /** In the order they came. */
  readonly entries: readonly Entry[];
}

export const withControl = 'control';

/** The table that control plays; its teams are written to one by one. */
const controlTableId = 'control';

/** With control first, then those where something was written, the latest first, then the others. */
export function conversationsOf(view: PlayerView): Conversation[] {
  const entries = new Map<string, Entry[]>();
  for (const [keys, entry] of placedEntries(view)) {
    for (const key of new Set(keys)) entries.set(key, [...(entries.get(key) ?? []), entry]);
  }
  const all = openConversations(view).map((conversation) => ({
    ...conversation,
    entries: (entries.get(conversation.key) ?? []).sort((a, b) => a.seq - b.seq),
  }));
  const latest = ({ key, entries: own }: Conversation) =>
    key === withControl ? Number.POSITIVE_INFINITY : (own.at(-1)?.seq ?? 0);
  return all.sort((a, b) => latest(b) - latest(a));
}

/** How many entries of others stand after the mark that this device keeps for the conversation. */
export function unreadIn(
  { key, entries }: Conversation,
  marks: Readonly<Record<string, number>>,
): number {
  const read = marks[key] ?? 0;
  return entries.filter(({ isOurs, seq }) => !isOurs && seq > read).length;
}

export interface FoundEntry {
  readonly conversation: Conversation;
  readonly entry: Entry;
}

/** Entries whose text holds every word that is looked for, newest first. */
export function findEntries(
  conversations: readonly Conversation[],
  wanted: string,
  read: (text: ShareView['items'][number]['title']) => string,
): FoundEntry[] {
  const words = folded(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return conversations
    .flatMap((conversation) => conversation.entries.map((entry) => ({ conversation, entry })))
    .filter(({ entry }) => {
      const text = folded(textsOf(entry, read).join(' '));
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.entry.seq - a.entry.seq);
}

/** What an entry says, its original and its translations. */
export function textsOf(
  entry: Entry,
  read: (text: ShareView['items'][number]['title']) => string,
): string[] {
  switch (entry.kind) {
    case 'message':
      return [entry.message.text, ...Object.values(entry.message.textIn)];
    case 'share': {
      const { facts, factsIn, ask, askIn, items } = entry.share;
      const titles = items.map(({ title }) => read(title));
      return [facts, ask, ...titles, ...Object.values(factsIn), ...Object.values(askIn)];
    }
    case 'request': {
      const { text, textIn, item } = entry.request;
      return [text, ...(item === null ? [] : [read(item.title)]), ...Object.values(textIn)];
    }
    case 'answer':
      return [entry.request.answer.text, ...Object.values(entry.request.answer.textIn)];
  }
}

function openConversations({ directory, table }: PlayerView): Omit<Conversation, 'entries'>[] {
  const groups = new Map<string, DirectoryTeam[]>();
  for (const team of directory.teams) {
    if (team.tableId === table.tableId) continue;
    const key = keyOfTeam(team);
    groups.set(key, [...(groups.get(key) ?? []), team]);
  }
  return [
    { key: withControl, teams: [], contact: null },
    ...[...groups].map(([key, teams]) => ({ key, teams, contact: null })),
    ...directory.contacts.map((contact) => ({ key: keyOfContact(contact), teams: [], contact })),
  ];
}

function keyOfTeam({ id, tableId }: DirectoryTeam): string {
  return tableId === controlTableId ? `team ${id}` : `table ${tableId}`;
}

function keyOfContact({ id }: { readonly id: string }): string {
  return `contact ${id}`;
}

/** Each entry with the conversations it stands in. */
function placedEntries(view: PlayerView): [readonly string[], Entry][] {
  const own = view.table.tableId;
  const placed: [readonly string[], Entry][] = [];
  for (const message of Object.values(view.messages)) {
    const { id: seq, playMs, from } = message;
    const isOurs = from === 'table';
    placed.push([[withControl], { kind: 'message', seq, playMs, isOurs, message }]);
  }
  for (const share of Object.values(view.shares)) {
    const { seq, playMs, fromTableId } = share;
    const isOurs = fromTableId === own;
    const keys = isOurs ? keysOf(view, share.to) : keysOfSender(view, share);
    placed.push([keys, { kind: 'share', seq, playMs, isOurs, share }]);
  }
  for (const request of Object.values(view.requests)) {
    placed.push(...placedRequest(view, request));
  }
  return placed;
}

function placedRequest(view: PlayerView, request: RequestView): [readonly string[], Entry][] {
  const own = view.table.tableId;
  const { seq, playMs, fromTableId, answer } = request;
  const isOurs = fromTableId === own;
  const keys = isOurs ? keysOfAsked(view, request) : keysOfSender(view, request);
  const asked: Entry = { kind: 'request', seq, playMs, isOurs, request };
  if (answer === null) return [[keys, asked]];
  const given: Entry = {
    kind: 'answer',
    seq: answer.seq,
    playMs: answer.playMs,
    isOurs: answer.tableId === own,
    request: { ...request, answer },
  };
  return [
    [keys, asked],
    [keys, given],
  ];
}

function keysOf(
  { directory }: PlayerView,
  to: { readonly teams: readonly TeamId[]; readonly contacts: readonly string[] },
): string[] {
  const teams = directory.teams.filter(({ id }) => to.teams.includes(id)).map(keyOfTeam);
  return orControl([...teams, ...to.contacts.map((id) => keyOfContact({ id }))]);
}

/** Control writes as the teams it plays; where it names none, it wrote as itself. */
function keysOfSender(
  view: PlayerView,
  { fromTableId, fromTeams }: Pick<ShareView, 'fromTableId' | 'fromTeams'>,
): string[] {
  return fromTableId === controlTableId
    ? keysOf(view, { teams: fromTeams, contacts: [] })
    : [`table ${fromTableId}`];
}

/** A permission is asked of the item's originator, who is named on what the table holds. */
function keysOfAsked(view: PlayerView, request: RequestView): string[] {
  if (request.kind === 'information') return keysOf(view, request);
  const { item } = request;
  const held = Object.values(view.holdings).find(({ itemId }) => itemId === item?.itemId);
  const name = JSON.stringify(held?.originator ?? null);
  const isNamed = (other: { readonly name: unknown }) => JSON.stringify(other.name) === name;
  const { teams, contacts } = view.directory;
  return orControl([
    ...teams.filter(isNamed).map(keyOfTeam),
    ...contacts.filter(isNamed).map(keyOfContact),
  ]);
}

function orControl(keys: string[]): string[] {
  return keys.length === 0 ? [withControl] : keys;
}
