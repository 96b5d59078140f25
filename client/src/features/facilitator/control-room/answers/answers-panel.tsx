/** Everything tables say and decide, as it comes; each of it is taken by somebody and dealt with. */
import { Badge, Button } from '@mantine/core';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { useSelection } from '../../hooks/use-selection';
import { answerFeed, type FeedMemory } from '../../logic/answer-feed';
import { answerStates, type FeedFilter, filterFeed, noFilter } from '../../logic/answer-state';
import { Panel } from '../../parts/panel';
import { desk } from '../desk-styles';
import { FeedFilters } from './feed-filters';
import { FeedRow } from './feed-row';
import { useFeedWords } from './feed-words';
import { useStillFeed } from './use-still-feed';

/** How many are shown at first; the rest follow at a press. */
const pageSize = 50;

export function AnswersPanel() {
  const { t } = useTranslation('facilitator');
  const { view, names, seatId } = useRoom();
  const may = useMay();
  const { select } = useSelection();
  const [filter, setFilter] = useState<FeedFilter>(noFilter);
  const [size, setSize] = useState(pageSize);
  const [open, setOpen] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const feed = useFeed();
  const states = useAnswerStates();
  const filtered = useMemo(
    () => filterFeed(feed, filter, { states, claims: view.claims, seatId }),
    [feed, filter, states, view.claims, seatId],
  );
  const { fresh, shown, showNew, hands, seenUntil } = useStillFeed(filtered);
  const words = useFeedWords();
  const claim = useClaim();
  const toggle = useCallback((seq: number) => setOpen((old) => (old === seq ? null : seq)), []);
  const onSelect = useCallback((injectId: InjectId) => select(injectId), [select]);
  const openCount = useMemo(
    () => feed.filter((entry) => states(entry) === 'open').length,
    [feed, states],
  );
  const letIn = () => {
    showNew();
    list.current?.scrollTo({ top: 0 });
  };
  return (
    <Panel
      title={t('answers.title')}
      tools={
        openCount === 0 ? null : (
          <Badge size="sm" radius="sm" color="orange.4" variant="filled" tt="none">
            {t('feed.openCount', { count: openCount })}
          </Badge>
        )
      }
      banner={
        <>
          <FeedFilters filter={filter} onChange={setFilter} />
          <div role="status">
            {fresh.length === 0 ? null : (
              <Button size="compact-sm" radius={0} fullWidth onClick={letIn}>
                {t('answers.showNew', { count: fresh.length })}
              </Button>
            )}
          </div>
        </>
      }
      scroll={{ ref: list, ...hands }}
    >
      {shown.length === 0 && fresh.length === 0 ? (
        feed.length === 0 ? (
          <EmptyState title={t('answers.none')} text={t('answers.noneText')} />
        ) : (
          <EmptyState title={t('feed.noneFits')} text={t('feed.noneFitsText')} />
        )
      ) : null}
      <ol className={desk.list}>
        {shown.slice(0, size).map((entry) => {
          const held = view.claims[entry.seq];
          return (
            <FeedRow
              key={entry.seq}
              entry={entry}
              state={states(entry)}
              claim={held}
              isMine={held !== undefined && held.seatId === seatId}
              isFresh={entry.seq > seenUntil}
              isOpen={open === entry.seq}
              mayClaim={may.table('ClaimAnswer', entry.tableId)}
              names={names}
              words={words}
              translations={view.translations}
              onToggle={toggle}
              onClaim={claim}
              onSelect={onSelect}
            />
          );
        })}
      </ol>
      {shown.length > size ? (
        <Button variant="subtle" fullWidth onClick={() => setSize(size + pageSize)}>
          {t('answers.older')}
        </Button>
      ) : null}
    </Panel>
  );
}

/** The feed, made anew only when one of its sources changed. */
export function useFeed() {
  const { view } = useRoom();
  const memory = useRef<{ cast: unknown; entries: FeedMemory }>({
    cast: view.cast,
    entries: new WeakMap(),
  });
  // Who sits in which nation is part of an entry.
  if (memory.current.cast !== view.cast) {
    memory.current = { cast: view.cast, entries: new WeakMap() };
  }
  const { cast, items, deliveries, notes, messages, shares, requests, positions } = view;
  const { draftVersions, draftComments, obligations } = view;
  return useMemo(
    () =>
      answerFeed(
        {
          cast,
          items,
          deliveries,
          notes,
          messages,
          shares,
          requests,
          positions,
          draftVersions,
          draftComments,
          obligations,
        },
        memory.current.entries,
      ),
    [
      cast,
      items,
      deliveries,
      notes,
      messages,
      shares,
      requests,
      positions,
      draftVersions,
      draftComments,
      obligations,
    ],
  );
}

export function useAnswerStates() {
  const { claims, criteria, expectations } = useRoom().view;
  return useMemo(
    () => answerStates({ claims, criteria, expectations }),
    [claims, criteria, expectations],
  );
}

function useClaim() {
  const { act } = useRoom();
  return useCallback(
    (answerSeq: number, isClaimed: boolean) =>
      void act({ type: 'ClaimAnswer', answerSeq, isClaimed }),
    [act],
  );
}
