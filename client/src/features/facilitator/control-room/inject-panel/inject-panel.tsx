/** One inject in full: its text in each language, what is expected, what each table did, and its actions. */
import { ActionIcon, Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '../../../../i18n';
import { ChannelIcon } from '../../../../ui/channel-icon';
import { formatPlayTime } from '../../../../ui/format-time';
import { TlpBadge } from '../../../../ui/tlp-badge';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { causeOf, whyItWaits } from '../../logic/why-it-waits';
import { ConditionTree } from '../../parts/condition-tree';
import { causeWords, useWaitWords } from '../../parts/wait-text';
import type { RunAction } from '../action-dialogs';
import { allowedActions } from '../inject-actions';
import { InjectStatus } from '../inject-status';
import { classes } from '../styles';
import { InjectTables } from './inject-tables';
import { InjectText } from './inject-text';
import { InjectVariants } from './inject-variants';

export interface InjectPanelProps {
  readonly injectId: InjectId;
  readonly onAction: RunAction;
  readonly onClose: () => void;
}

export function InjectPanel({ injectId, onAction, onClose }: InjectPanelProps) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const waitWords = useWaitWords(view);
  const may = useMay();
  const inject = view.injects[injectId];
  const event = view.events[injectId];
  if (inject === undefined || event === undefined) return null;
  const wait = whyItWaits(view, injectId);
  return (
    <section className={classes.panel} aria-label={t('inject.title', { number: inject.number })}>
      <div className={classes.panelHead}>
        <Group wrap="nowrap" align="flex-start" gap="xs">
          <ChannelIcon channel={inject.channel} size={30} />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Title order={2} size="h5">
              {t('moment.inject', { number: inject.number, title: names.text(inject.title) })}
            </Title>
            <Text size="xs" c="dimmed">
              {t('inject.from', { from: names.text(inject.from) })}
              {' · '}
              {t(`kind.${inject.kind}`)}
            </Text>
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('inject.close')}
            onClick={onClose}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <Group gap={6} mt={6}>
          <InjectStatus event={event} />
          <TlpBadge label={inject.tlp} size="sm" />
          {names.tables(event.releasedPlayMs === null ? inject.to : event.tableIds) === '' ? (
            <Badge color="red" variant="light" tt="none" radius="sm">
              {t('msel.reachesNobody')}
            </Badge>
          ) : null}
        </Group>
        <Group gap={6} mt={6}>
          {allowedActions(event, injectId, may).map((action, index) => (
            <Button
              key={action}
              size="compact-sm"
              variant={index === 0 && action !== 'recall' ? 'filled' : 'default'}
              {...(action === 'confirm' ? { color: 'orange.4' } : {})}
              onClick={() => onAction(action, injectId)}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
        </Group>
      </div>
      <Stack className={classes.scroll} p="sm" gap="md">
        {wait === null ? null : (
          <Alert variant="light" color="gray" p="xs" title={t('inject.waitsFor')}>
            {waitWords(wait)}
            <ConditionTree watch={`inject ${injectId}`} />
          </Alert>
        )}
        {wait === null ? <WhyItFired injectId={injectId} /> : null}
        {event.awaits.length === 0 ? null : (
          <Alert variant="light" color="grape" p="xs">
            {t('inject.awaits', {
              languages: event.awaits
                .map((value) => (isLanguage(value) ? languageNames[value] : value))
                .join(t('listSeparator')),
            })}
          </Alert>
        )}
        {event.reason === '' ? null : (
          <Text size="sm">{t('msel.because', { reason: names.text(event.reason) })}</Text>
        )}
        <InjectTables inject={inject} event={event} />
        <InjectVariants inject={inject} event={event} />
        <InjectText inject={inject} />
      </Stack>
    </section>
  );
}

/** Why it went out, or what it was waiting for when it was skipped: the trigger as it was written. */
function WhyItFired({ injectId }: { injectId: InjectId }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const inject = view.injects[injectId];
  const event = view.events[injectId];
  if (inject === undefined || event === undefined) return null;
  const { release, releasedPlayMs } = event;
  const what = causeWords(t, names, causeOf(view, inject.trigger, inject.phaseId));
  if (release === null || releasedPlayMs === null) {
    return <Text size="sm">{t('inject.wasToCome', { what })}</Text>;
  }
  const isConfirmed = release.as === 'trigger' && release.seatId !== null;
  return (
    <Text size="sm">
      {t(`inject.wentOut.${isConfirmed ? 'confirmed' : release.as}`, {
        what,
        who: names.seat(release.seatId),
        time: formatPlayTime(releasedPlayMs),
      })}
    </Text>
  );
}
