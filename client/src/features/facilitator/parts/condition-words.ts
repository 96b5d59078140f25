/** Words conditions: each kind of leaf, and what of a whole is still missing. */
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { TFunction } from 'i18next';
import { formatPlayTime } from '../../../ui/format-time';
import type { Names } from '../hooks/use-room';
import type { Leaf, Missing } from '../logic/missing-conditions';

/** What conditions speak of. */
export type WordsView = Pick<
  FacilitatorView,
  | 'milestones'
  | 'injects'
  | 'assets'
  | 'indicators'
  | 'items'
  | 'positions'
  | 'duties'
  | 'phases'
  | 'parties'
  | 'cast'
>;

export interface WordsRoom {
  readonly view: WordsView;
  readonly names: Names;
}

type T = TFunction<'facilitator'>;
type LeafOf<Kind extends Leaf['kind']> = Extract<Leaf, { kind: Kind }>;
type LeafWords<Kind extends Leaf['kind']> = (t: T, room: WordsRoom, leaf: LeafOf<Kind>) => string;

const leafWords: { [Kind in Leaf['kind']]: LeafWords<Kind> } = {
  milestone: (t, { view, names }, { milestone }) =>
    t('condition.milestone', { title: names.text(view.milestones[milestone]?.title ?? milestone) }),
  choice: (t, room, { inject, choice, by }) => {
    const source = room.view.injects[inject];
    const label = source?.choices.find(({ id }) => id === choice)?.label ?? choice;
    return t(by === undefined ? 'condition.choice' : 'condition.choiceBy', {
      number: source?.number ?? inject,
      choice: room.names.text(label),
      team: teamName(room, by),
    });
  },
  inject: (t, { view }, { inject, is }) =>
    t(`condition.inject.${is}`, { number: view.injects[inject]?.number ?? inject }),
  asset: (t, { view, names }, { asset, is }) =>
    t('condition.asset', {
      name: names.text(view.assets[asset]?.name ?? asset),
      status: is.map((status) => t(`assetStatus.${status}`)).join(t('condition.or')),
    }),
  indicator: (t, { view, names }, { indicator, ...bounds }) =>
    t('condition.bounded', {
      what: names.text(view.indicators[indicator]?.name ?? indicator),
      bounds: boundsWords(t, bounds),
    }),
  score: (t, room, { team, ...bounds }) =>
    t('condition.bounded', {
      what:
        team === undefined
          ? t('condition.scoreOfAll')
          : t('condition.scoreOf', { team: teamName(room, team) }),
      bounds: boundsWords(t, bounds),
    }),
  count: (t, { view }, { of, inject, ...bounds }) =>
    t('condition.bounded', {
      what:
        inject === undefined
          ? t(`condition.count.${of}`)
          : t('condition.countIn', {
              what: t(`condition.count.${of}`),
              number: view.injects[inject]?.number ?? inject,
            }),
      bounds: boundsWords(t, bounds),
    }),
  shared: (t, room, { item, by, with: to }) => {
    const key =
      by === undefined
        ? to === undefined
          ? 'condition.shared'
          : 'condition.sharedWith'
        : to === undefined
          ? 'condition.sharedBy'
          : 'condition.sharedByWith';
    return t(key, {
      item: room.names.text(room.view.items[item]?.title ?? item),
      team: teamName(room, by),
      to: to === 'all' ? t('condition.everyTeam') : recipientName(room, to),
    });
  },
  position: (t, { view, names }, { position, is, option }) => {
    const found = view.positions[position];
    const label = found?.options.find(({ id }) => id === option)?.label;
    return t(option === undefined ? `condition.position.${is}` : 'condition.position.agreedOn', {
      title: names.text(found?.title ?? position),
      option: names.text(label ?? option ?? ''),
    });
  },
  obligation: (t, { view, names }, { obligation, is }) =>
    t(`condition.obligation.${is}`, {
      title: names.text(view.duties[obligation]?.title ?? obligation),
    }),
  phase: (t, { view, names }, { phase }) =>
    t('condition.phase', { phase: names.text(view.phases[phase]?.title ?? phase) }),
  elapsed: (t, { view, names }, { minutes, since }) => {
    const time = formatPlayTime(minutes * 60_000);
    return since === 'startEx'
      ? t('condition.elapsed', { time })
      : t('condition.elapsedIn', {
          time,
          phase: names.text(view.phases[since]?.title ?? since),
        });
  },
};

export function wordLeaf(t: T, room: WordsRoom, leaf: Leaf): string {
  // The table's entry for a kind takes leaves of that kind, which the compiler can't follow.
  const words = leafWords[leaf.kind] as LeafWords<Leaf['kind']>;
  return words(t, room, leaf);
}

export function missingWords(t: T, room: WordsRoom, missing: Missing): string {
  if (missing.kind === 'leaf') {
    const words = wordLeaf(t, room, missing.condition);
    return missing.isWanted ? words : t('condition.not', { condition: words });
  }
  return missing.of
    .map((part) => missingWords(t, room, part))
    .join(t(missing.kind === 'all' ? 'condition.and' : 'condition.or'));
}

function boundsWords(
  t: T,
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
): string {
  if (atLeast !== undefined && atMost !== undefined)
    return t('condition.between', { atLeast, atMost });
  return atLeast === undefined
    ? t('condition.atMost', { atMost })
    : t('condition.atLeast', { atLeast });
}

function recipientName(room: WordsRoom, recipient: string | undefined): string {
  const party = room.view.parties.find(({ id }) => id === recipient);
  return party === undefined ? teamName(room, recipient) : room.names.text(party.name);
}

function teamName({ view, names }: WordsRoom, teamId: string | undefined): string {
  const team = view.cast.teams.find(({ id }) => id === teamId);
  return team === undefined ? (teamId ?? '') : names.text(team.name);
}
