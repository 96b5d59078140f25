/** What was passed to this table, or what it passed on, with what was said about it. */
import { Anchor, Badge, Paper, Stack, Text } from '@mantine/core';
import { IconInbox, IconSend } from '@tabler/icons-react';
import type { ShareView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { TlpBadge } from '../../../ui/tlp-badge';
import classes from '../exchange/exchange.module.css';
import { PlayText } from '../exchange/parts';
import { useNames, usePersonName } from '../exchange/use-names';
import { useAllOutgoing } from '../exchange/use-send';
import { QueuedNote } from '../outgoing';
import { usePlayer } from '../use-player';
import { holdingKey, sharesReceived, sharesSent } from './holdings-model';

export function ShareList(props: {
  readonly isSent: boolean;
  readonly onItem: (key: string) => void;
}) {
  const { isSent, onItem } = props;
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const outgoing = useAllOutgoing('ShareInformation');
  const shares = isSent ? sharesSent(view) : sharesReceived(view);
  const waiting = isSent ? outgoing : [];
  const which = isSent ? 'sent' : 'received';
  if (shares.length + waiting.length === 0) {
    const Icon = isSent ? IconSend : IconInbox;
    return (
      <EmptyState
        icon={<Icon size={34} stroke={1.4} aria-hidden />}
        title={t(`holdings.empty.${which}.title`)}
        text={t(`holdings.empty.${which}.text`)}
      />
    );
  }
  return (
    <ul className={classes.cards}>
      {waiting.map((command, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may wait twice; the order stays
        <li key={`waiting ${index}`}>
          <QueuedNote text={command.facts} />
        </li>
      ))}
      {shares.map((share) => (
        <li key={share.seq}>
          <ShareCard share={share} isSent={isSent} onItem={onItem} />
        </li>
      ))}
    </ul>
  );
}

export function ShareCard(props: {
  readonly share: ShareView;
  readonly isSent: boolean;
  readonly onItem: (key: string) => void;
}) {
  const { share, isSent, onItem } = props;
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const names = useNames();
  const person = usePersonName();
  const to = [...share.to.teams.map(names.team), ...share.to.contacts.map(names.contact)];
  return (
    <Paper component="article" withBorder p="sm" radius="md">
      <Stack gap={6}>
        <Text size="sm" fw={650} lh={1.4}>
          {isSent
            ? t('shares.to', { to: names.list(to) })
            : t('shares.from', { from: names.list(share.fromTeams.map(names.team)) })}
        </Text>
        <span className={classes.tags}>
          <TlpBadge label={share.marking} />
          <Badge component="span" variant="default" tt="none" size="sm">
            {t(`common:shareChannels.${share.channel}`)}
          </Badge>
          {share.confidence !== null && (
            <Badge component="span" variant="default" tt="none" size="sm">
              {t('shares.confidence', { level: t(`confidence.${share.confidence}`) })}
            </Badge>
          )}
        </span>
        {share.items.map((item) => (
          <Text key={holdingKey(item)} size="sm" component="div">
            {view.holdings[holdingKey(item)] === undefined ? (
              <LocalizedLine text={item.title} defaultLanguage={defaultLanguage} />
            ) : (
              <Anchor
                component="button"
                type="button"
                ta="start"
                size="sm"
                onClick={() => onItem(holdingKey(item))}
              >
                <LocalizedLine text={item.title} defaultLanguage={defaultLanguage} />
              </Anchor>
            )}{' '}
            <Text span size="xs" c="dimmed">
              ({t(`form.${item.form}`)})
            </Text>
          </Text>
        ))}
        <PlayText text={share.facts} textIn={share.factsIn} />
        {share.ask !== '' && (
          <div>
            <Text size="xs" c="dimmed">
              {t('shares.ask')}
            </Text>
            <PlayText text={share.ask} textIn={share.askIn} />
          </div>
        )}
        {share.marking === 'RED' && (
          <Text size="xs" c="dimmed">
            {t('shares.persons', { names: names.list(share.seatIds.map((id) => person(id))) })}
          </Text>
        )}
        <Text size="xs" c="dimmed" className="tabular">
          {t('by', { name: person(share.seatId), time: formatPlayTime(share.playMs) })}
        </Text>
      </Stack>
    </Paper>
  );
}
