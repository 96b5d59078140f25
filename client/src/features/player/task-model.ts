/** Where a task is done, and whom it is about. */
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { PlayerTask, PlayerView } from '@trilogue/engine/views/player-view';

/** As scenarios say it. */
const everyone = 'all';

type Part = 'holdings' | 'joint' | 'duties' | 'messages';

/** Null for what is done beside the inject itself. */
const places: Record<PlayerTask['kind'], Part | null> = {
  acknowledge: null,
  respond: null,
  choose: null,
  share: 'holdings',
  message: 'messages',
  report: 'duties',
  agree: 'joint',
};

export function placeOfTask(kind: PlayerTask['kind']): Part | null {
  return places[kind];
}

/** Names of the nations, teams and contacts that a task says should be told. */
export function recipientNames(
  { parties, directory }: Pick<PlayerView, 'parties' | 'directory'>,
  { to }: Pick<PlayerTask, 'to'>,
): LocalizedText[] {
  const wanted: readonly string[] = to.includes(everyone) ? parties.map(({ id }) => id) : to;
  return [...parties, ...directory.teams, ...directory.contacts]
    .filter(({ id }) => wanted.includes(id))
    .map(({ name }) => name);
}

/** The item, joint position or report it is about, as far as the table knows it by name. */
export function subjectOf(
  { holdings, positions, obligations }: Pick<PlayerView, 'holdings' | 'positions' | 'obligations'>,
  { about }: Pick<PlayerTask, 'about'>,
): LocalizedText | null {
  if (about === null) return null;
  const held = Object.values(holdings).find(({ itemId }) => itemId === about);
  return (held ?? positions[about] ?? obligations[about])?.title ?? null;
}
