/** What has happened, newest first; what does not fit is left out whole. */
import { Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../ui/channel-icon';
import { EmptyState } from '../../ui/empty-state';
import { formatPlayTime } from '../../ui/format-time';
import { TlpBadge } from '../../ui/tlp-badge';
import { type TickerItem, tickerOf } from './logic/ticker';
import { useWall } from './use-wall';
import wall from './wall.module.css';
import css from './wall-ticker.module.css';

/** More than fits on any wall. */
const mostItems = 24;

export function WallTicker() {
  const { t } = useTranslation('observer');
  const { view } = useWall();
  const items = useMemo(() => tickerOf(view.happenings, mostItems), [view.happenings]);
  return (
    <section className={css.ticker} aria-label={t('ticker')}>
      <Title order={2} className={wall.partTitle ?? ''}>
        {t('ticker')}
      </Title>
      {items.length === 0 ? <EmptyState title={t('tickerEmpty')} /> : null}
      <ul className={css.items} aria-live="polite">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item }: { item: TickerItem }) {
  const { text } = useWall();
  return (
    <li className={css.item} data-kind={item.kind}>
      <span className={css.itemTime}>{formatPlayTime(item.playMs)}</span>
      <div className={css.itemText}>
        {item.kind === 'inject' ? (
          <InjectItem item={item} />
        ) : item.kind === 'phase' ? (
          <strong>{text(item.title)}</strong>
        ) : item.kind === 'share' || item.kind === 'position' ? (
          <TogetherItem item={item} />
        ) : (
          <TableItem item={item} />
        )}
      </div>
    </li>
  );
}

function InjectItem({ item }: { item: Extract<TickerItem, { kind: 'inject' }> }) {
  const { t } = useTranslation('observer');
  const { text, nations } = useWall();
  return (
    <>
      <span className={css.itemLine}>
        <span className={css.mark}>
          <ChannelIcon channel={item.channel} size={24} />
        </span>
        <span className={item.isRecalled ? css.recalled : undefined}>
          {item.title === null ? t('restricted') : text(item.title)}
        </span>
        <span className={css.mark}>
          <TlpBadge label={item.tlp} size="md" />
        </span>
      </span>
      <span className={css.itemTo}>
        {t('to', { nations: nations(item.partyIds) })}
        {item.isRecalled ? ` · ${t('recalled')}` : ''}
      </span>
    </>
  );
}

/** Help that flows between nations, and what they decide together. */
function TogetherItem({ item }: { item: Extract<TickerItem, { kind: 'share' | 'position' }> }) {
  const { t } = useTranslation('observer');
  const { nations } = useWall();
  return (
    <span>
      {item.kind === 'share'
        ? t('shared', { from: nations(item.from), to: nations(item.to) })
        : t(`position.${item.what}`, { nations: nations(item.partyIds) })}
    </span>
  );
}

function TableItem({ item }: { item: Extract<TickerItem, { kind: 'response' | 'choice' }> }) {
  const { t } = useTranslation('observer');
  const { table } = useWall();
  return (
    <span>
      {t(item.kind === 'response' ? 'answered' : 'decided', { table: table(item.tableId) })}
    </span>
  );
}
