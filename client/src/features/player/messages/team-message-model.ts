/** A message to another table or a contact: what it still lacks, and the command it becomes. */
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { CommandInput } from '../../../connection/outbox';
import { emptyShare, type ShareCommand, shareCommand, tablesOf } from '../holdings/share-model';
import type { Conversation } from '../messages-model';

export interface TeamMessage {
  readonly kind: 'message' | 'question';
  readonly text: string;
  readonly marking: string;
  readonly channel: string;
  /** Of the table's teams, those it goes to; none stands for all of them. */
  readonly teams: readonly string[];
  /** For TLP:RED: the persons it is meant for. */
  readonly seatIds: readonly string[];
}

/** Marking and channel as the table last chose them here; text and kind are always chosen anew. */
export function freshMessage({ entries }: Conversation): TeamMessage {
  const last = entries.findLast((entry) => entry.kind === 'share' && entry.isOurs);
  const share = last?.kind === 'share' ? last.share : null;
  const isRed = share?.marking === 'RED';
  return {
    kind: 'message',
    text: '',
    marking: share === null || isRed ? '' : share.marking,
    channel: share?.channel ?? '',
    teams: [],
    seatIds: [],
  };
}

export function teamsOf(form: TeamMessage, { teams }: Conversation): string[] {
  const ids = teams.map(({ id }): string => id);
  const chosen = ids.filter((id) => form.teams.includes(id));
  return chosen.length === 0 ? ids : chosen;
}

export function isComplete(
  form: TeamMessage,
  conversation: Conversation,
  view: PlayerView,
): boolean {
  if (form.text.trim() === '' || form.marking === '' || form.channel === '') return false;
  if (form.marking !== 'RED') return true;
  if (form.kind === 'question') return false;
  const tables = tablesOf(teamsOf(form, conversation), view);
  return tables.every((tableId) =>
    form.seatIds.some((seatId) => view.people[seatId]?.tableId === tableId),
  );
}

export function commandOf(
  form: TeamMessage,
  conversation: Conversation,
  view: PlayerView,
  reply: { readonly inReplyTo: number | null; readonly evenSo: boolean },
): CommandInput {
  const teams = teamsOf(form, conversation);
  const contacts = conversation.contact === null ? [] : [conversation.contact.id];
  const { channel, marking, seatIds } = form;
  if (form.kind === 'question') {
    return {
      type: 'RequestInformation',
      to: { teams, contacts },
      channel,
      marking,
      text: form.text.trim(),
      // Ids and labels come from the view, by way of a form that browsers keep as text.
    } as Extract<CommandInput, { type: 'RequestInformation' }>;
  }
  const share: ShareCommand = shareCommand(
    {
      ...emptyShare,
      teams,
      contacts,
      seatIds,
      channel,
      marking,
      facts: form.text,
      inReplyTo: reply.inReplyTo ?? 0,
    },
    view,
    reply.evenSo,
  );
  return share;
}
