/** What an entry of the feed says, in words: what it is about, what was chosen, what was written. */
import type { ShareView } from '@trilogue/engine/views/exchange-view';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../hooks/use-room';
import { useStaffWords } from '../../hooks/use-staff-words';
import type { FeedEntry } from '../../logic/answer-feed';

export interface EntryWords {
  /** The inject, the joint position, whom it was sent to. */
  readonly subject: string;
  /** What was decided rather than written. */
  readonly decided: readonly string[];
  readonly marking: ShareView['marking'] | null;
  readonly items: readonly string[];
  readonly texts: readonly EntryText[];
  /** Markings that this broke, told in words. */
  readonly broken: readonly string[];
}

export interface EntryText {
  readonly field: string;
  readonly label: string | null;
  readonly text: string;
  /** Number of the fact that holds it, where it is not the entry's own. */
  readonly seq?: number;
}

type BrokenMarking = FacilitatorView['brokenMarkings'][string];
export type FeedWords = (entry: FeedEntry) => EntryWords;

const nothing = { subject: '', decided: [], marking: null, items: [], texts: [], broken: [] };

export function useFeedWords(): FeedWords {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const { injects, positions, items, duties, brokenMarkings } = view;
  const staffWords = useStaffWords();
  return useMemo(() => {
    const broken = new Map<number, BrokenMarking[]>();
    for (const mark of Object.values(brokenMarkings)) {
      broken.set(mark.shareSeq, [...(broken.get(mark.shareSeq) ?? []), mark]);
    }
    const injectName = (id: string | null) => {
      const inject = id === null ? undefined : injects[id];
      return inject === undefined
        ? ''
        : t('moment.inject', { number: inject.number, title: names.text(inject.title) });
    };
    const positionName = (id: string) => names.text(positions[id]?.title ?? id);
    const itemName = (id: string | null) => (id === null ? '' : names.text(items[id]?.title ?? id));
    const addressee = (id: string | null) =>
      id === null ? '' : staffWords.addressees([id as never], []);
    const breachWords = ({ breach, itemId, to }: BrokenMarking) =>
      t(`feed.broken.${breach}`, { item: itemName(itemId), to: addressee(to) });
    const subjectOf = (on: { kind: string; optionId?: string; version?: number }, id: string) => {
      if (on.kind === 'version') return t('feed.version', { version: on.version });
      const option = positions[id]?.options.find((one) => one.id === on.optionId);
      return option === undefined ? String(on.optionId) : names.text(option.label);
    };

    return (entry): EntryWords => {
      switch (entry.kind) {
        case 'response':
        case 'note':
        case 'message': {
          const texts = [{ field: 'text', label: null, text: entry.text }];
          return { ...nothing, subject: injectName(entry.injectId), texts };
        }
        case 'choice': {
          const { choices } = injects[entry.injectId ?? ''] ?? { choices: [] };
          const choice = choices.find(({ id }) => id === entry.choiceId);
          const chosen =
            choice === undefined
              ? entry.choiceId
              : t('answers.chose', { choice: names.text(choice.label), points: choice.points });
          return { ...nothing, subject: injectName(entry.injectId), decided: [chosen] };
        }
        case 'share': {
          const { share } = entry;
          const channel = t(`common:shareChannels.${share.channel}`);
          const to = staffWords.addressees(share.to.teams, share.to.contacts);
          return {
            subject: t('feed.sharedWith', { to, channel }),
            decided: [],
            marking: share.marking,
            items: share.items.map(({ title, form }) =>
              form === 'sanitised'
                ? t('feed.sanitised', { item: names.text(title) })
                : names.text(title),
            ),
            texts: [
              { field: 'facts', label: null, text: share.facts },
              ...(share.ask === ''
                ? []
                : [{ field: 'ask', label: t('feed.ask'), text: share.ask }]),
            ],
            broken: (broken.get(share.seq) ?? []).map(breachWords),
          };
        }
        case 'request': {
          const { request } = entry;
          const to = staffWords.addressees(request.teams, request.contacts);
          const { answer } = request;
          const isPermission = request.kind === 'permission';
          return {
            ...nothing,
            subject: isPermission
              ? t('feed.mayPass', { item: itemName(request.item?.itemId ?? null), to })
              : t('feed.asks', { to }),
            marking: request.marking,
            texts: [
              { field: isPermission ? 'reason' : 'text', label: null, text: request.text },
              ...(answer === null
                ? []
                : [
                    {
                      field: 'text',
                      label: t(answer.isGranted ? 'feed.granted' : 'feed.refused'),
                      text: answer.text,
                      seq: answer.seq,
                    },
                  ]),
            ],
          };
        }
        case 'stance': {
          const { stance, positionId } = entry;
          const decided = t(`feed.stances.${stance.stance}`, {
            team: staffWords.team(stance.teamId),
            on: subjectOf(stance.on, positionId),
          });
          const texts =
            stance.reason === '' ? [] : [{ field: 'reason', label: null, text: stance.reason }];
          return { ...nothing, subject: positionName(positionId), decided: [decided], texts };
        }
        case 'draft':
        case 'comment': {
          const { positionId, version, text } = entry.draft;
          return {
            ...nothing,
            subject: `${positionName(positionId)} · ${t('feed.version', { version })}`,
            texts: [{ field: 'text', label: null, text }],
          };
        }
        case 'report': {
          const { title, fields, report, id } = entry.obligation;
          return {
            ...nothing,
            subject: names.text(title ?? duties[id]?.title ?? id),
            texts: (report?.fields ?? []).map(({ fieldId, text }) => {
              const field = fields.find((one) => one.id === fieldId);
              return {
                field: fieldId,
                label: field === undefined ? null : names.text(field.label),
                text,
              };
            }),
          };
        }
      }
    };
  }, [injects, positions, items, duties, brokenMarkings, names, staffWords, t]);
}
