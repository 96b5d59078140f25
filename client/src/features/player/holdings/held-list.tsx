/** Everything the table holds, what came last first; each opens to be read. */
import { Badge, Text, UnstyledButton } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { HoldingView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { TlpBadge } from '../../../ui/tlp-badge';
import classes from '../exchange/exchange.module.css';
import { usePlayer } from '../use-player';
import { holdingKey, holdingsInOrder, passedOn } from './holdings-model';

export function HeldList({ onOpen }: { onOpen: (key: string) => void }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const held = holdingsInOrder(view);
  if (held.length === 0) {
    return (
      <EmptyState
        icon={<IconFolder size={34} stroke={1.4} aria-hidden />}
        title={t('holdings.empty.held.title')}
        text={t('holdings.empty.held.text')}
      />
    );
  }
  return (
    <ul className={classes.cards}>
      {held.map((holding) => (
        <li key={holdingKey(holding)}>
          <HeldCard holding={holding} onOpen={() => onOpen(holdingKey(holding))} />
        </li>
      ))}
    </ul>
  );
}

function HeldCard({ holding, onOpen }: { holding: HoldingView; onOpen: () => void }) {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const passed = passedOn(view, holding.itemId).length;
  return (
    <UnstyledButton className={classes.card ?? ''} onClick={onOpen}>
      <Text fw={650} size="sm" lh={1.4} mb={6}>
        <LocalizedLine text={holding.title} defaultLanguage={defaultLanguage} />
      </Text>
      <HoldingTags holding={holding} />
      <Text size="xs" c="dimmed" mt={6} className="tabular">
        {holding.isOwn ? (
          t('item.own')
        ) : (
          <LocalizedLine text={holding.originator} defaultLanguage={defaultLanguage} />
        )}
        {' · '}
        {t('item.since', { time: formatPlayTime(holding.sincePlayMs) })}
        {passed > 0 && ` · ${t('item.passedCount', { count: passed })}`}
      </Text>
    </UnstyledButton>
  );
}

/** Marking, form, and what asks for care. */
export function HoldingTags({ holding }: { holding: HoldingView }) {
  const { t } = useTranslation('exchange');
  const { marking, form, hasPersonalData, seatIds, sanitised } = holding;
  return (
    <span className={classes.tags}>
      <TlpBadge label={marking} />
      {(form === 'sanitised' || sanitised !== null) && (
        <Badge component="span" variant="default" tt="none" size="sm">
          {t(`form.${form}`)}
        </Badge>
      )}
      {hasPersonalData && (
        <Badge component="span" variant="light" color="orange" tt="none" size="sm">
          {t('item.personalData')}
        </Badge>
      )}
      {seatIds !== null && (
        <Badge component="span" variant="light" color="red" tt="none" size="sm">
          {t('item.persons')}
        </Badge>
      )}
    </span>
  );
}
