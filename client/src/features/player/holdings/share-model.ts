/** A share while it is being written: what it may hold, what it still lacks, and the command it becomes. */
import { tlpLabels } from '@trilogue/engine/protocol/parts';
import type { HoldingView } from '@trilogue/engine/views/exchange-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { CommandInput } from '../../../connection/outbox';
import type { Marking } from './holdings-model';

export type ShareCommand = Extract<CommandInput, { type: 'ShareInformation' }>;
export type ItemForm = HoldingView['form'];

export interface ShareForm {
  readonly teams: readonly string[];
  readonly contacts: readonly string[];
  readonly seatIds: readonly string[];
  readonly channel: string;
  readonly marking: string;
  /** "item form" each. */
  readonly items: readonly string[];
  readonly facts: string;
  readonly confidence: string;
  readonly ask: string;
  /** Seq of the request it answers; 0 for none. */
  readonly inReplyTo: number;
}

export const emptyShare: ShareForm = {
  teams: [],
  contacts: [],
  seatIds: [],
  channel: '',
  marking: '',
  items: [],
  facts: '',
  confidence: '',
  ask: '',
  inReplyTo: 0,
};

/** Most items in one share. */
export const mostItems = 5;
/** Control's own table has nobody whom TLP:RED could be addressed to. */
const controlTableId = 'control';

export interface Offer {
  readonly itemId: string;
  readonly title: HoldingView['title'];
  readonly forms: readonly { readonly form: ItemForm; readonly marking: Marking }[];
}

/** What the table can pass on: each item once, with the forms it can be given in. */
export function offers({ holdings }: PlayerView): Offer[] {
  const byItem = new Map<string, HoldingView[]>();
  for (const held of Object.values(holdings)) {
    byItem.set(held.itemId, [...(byItem.get(held.itemId) ?? []), held]);
  }
  return [...byItem].map(([itemId, forms]) => {
    const whole = forms.find(({ form }) => form === 'full');
    const given = forms.find(({ form }) => form === 'sanitised');
    const ways = [given?.marking, whole?.sanitised?.tlp].filter((label) => label !== undefined);
    const widest = tlpLabels.find((label) => ways.includes(label));
    return {
      itemId,
      title: (whole ?? given)?.title ?? '',
      forms: [
        ...(whole === undefined ? [] : [{ form: 'full' as const, marking: whole.marking }]),
        ...(widest === undefined ? [] : [{ form: 'sanitised' as const, marking: widest }]),
      ],
    };
  });
}

/** The narrowest marking among the chosen items: under it none is lowered. Null without any. */
export function narrowestMarking(form: Pick<ShareForm, 'items'>, view: PlayerView): Marking | null {
  const chosen = offers(view).flatMap(({ itemId, forms }) =>
    forms.filter(({ form: one }) => form.items.includes(`${itemId} ${one}`)),
  );
  return tlpLabels.findLast((label) => chosen.some(({ marking }) => marking === label)) ?? null;
}

/** Tables that the chosen teams sit at, control's left out. */
export function tablesOf(teams: readonly string[], { directory }: PlayerView): string[] {
  const tables = directory.teams
    .filter(({ id }) => teams.includes(id))
    .map(({ tableId }): string => tableId);
  return [...new Set(tables)].filter((tableId) => tableId !== controlTableId);
}

export const shareFields = ['to', 'items', 'marking', 'persons', 'channel', 'facts'] as const;
export type ShareField = (typeof shareFields)[number];

/** What is lacking before it can be sent. */
export function lacking(form: ShareForm, view: PlayerView): ShareField[] {
  const isNamed = (tableId: string) =>
    form.seatIds.some((seatId) => view.people[seatId]?.tableId === tableId);
  const wanting: Record<ShareField, boolean> = {
    to: form.teams.length + form.contacts.length === 0,
    items: form.items.length > mostItems,
    marking: form.marking === '',
    persons: form.marking === 'RED' && !tablesOf(form.teams, view).every(isNamed),
    channel: form.channel === '',
    facts: form.facts.trim() === '',
  };
  return shareFields.filter((field) => wanting[field]);
}

/** What no longer is there (a rewind, a person who left) is taken out of a form that was kept. */
export function upToDate(form: ShareForm, view: PlayerView): ShareForm {
  const own = view.table.tableId;
  const { teams, contacts } = view.directory;
  const ways = offers(view).flatMap(({ itemId, forms }) => forms.map((f) => `${itemId} ${f.form}`));
  return {
    ...form,
    teams: form.teams.filter((id) => teams.some((t) => t.id === id && t.tableId !== own)),
    contacts: form.contacts.filter((id) => contacts.some((contact) => contact.id === id)),
    items: form.items.filter((item) => ways.includes(item)),
    seatIds: form.seatIds.filter((id) => view.people[id] !== undefined),
    inReplyTo: view.requests[form.inReplyTo] === undefined ? 0 : form.inReplyTo,
  };
}

export function shareCommand(form: ShareForm, view: PlayerView, evenSo = false): ShareCommand {
  const tables = tablesOf(form.teams, view);
  const isThere = (id: string) => tables.includes(view.people[id]?.tableId ?? '');
  const command = {
    type: 'ShareInformation',
    to: { teams: form.teams, contacts: form.contacts },
    seatIds: form.marking === 'RED' ? form.seatIds.filter(isThere) : [],
    channel: form.channel,
    marking: form.marking,
    items: form.items.map((item) => {
      const [itemId, one] = item.split(' ');
      return { itemId, form: one };
    }),
    facts: form.facts.trim(),
    confidence: form.confidence === '' ? null : form.confidence,
    ask: form.ask.trim(),
    inReplyTo: form.inReplyTo === 0 ? null : form.inReplyTo,
    evenSo,
  };
  // Ids and labels come from the view, by way of a form that browsers keep as text; the server parses it.
  return command as ShareCommand;
}

/** The form that a command came from, for one that was refused. */
export function formOfShare(command: ShareCommand): ShareForm {
  return {
    teams: [...(command.to.teams ?? [])],
    contacts: [...(command.to.contacts ?? [])],
    seatIds: [...(command.seatIds ?? [])],
    channel: command.channel,
    marking: command.marking,
    items: (command.items ?? []).map(({ itemId, form }) => `${itemId} ${form}`),
    facts: command.facts,
    confidence: command.confidence ?? '',
    ask: command.ask ?? '',
    inReplyTo: command.inReplyTo ?? 0,
  };
}
