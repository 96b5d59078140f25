/** One inject of the events list: what, to whom, how it stands, and why it waits. */
import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorEvent, FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../../ui/channel-icon';
import { TlpBadge } from '../../../ui/tlp-badge';
import { useMay } from '../hooks/use-may';
import { useNear } from '../hooks/use-near';
import { alarmText } from '../parts/colors';
import type { RunAction } from './action-dialogs';
import { allowedActions } from './inject-actions';
import { InjectStatus } from './inject-status';
import { RowMenu } from './row-menu';
import { classes } from './styles';

export interface MselRowProps {
  readonly inject: FacilitatorInject;
  readonly event: FacilitatorEvent;
  readonly title: string;
  readonly recipients: string;
  readonly why: string;
  readonly isSelected: boolean;
  readonly onSelect: (injectId: InjectId) => void;
  readonly onAction: RunAction;
}

/** Its title and about its height until it comes near what is seen: there may be hundreds. */
export function MselRow(props: MselRowProps) {
  const [place, isNear] = useNear<HTMLLIElement>();
  const { inject, event, title, isSelected } = props;
  return (
    <li
      ref={place}
      className={classes.row}
      data-selected={isSelected || undefined}
      data-status={event.status}
    >
      {isNear ? (
        <Content {...props} />
      ) : (
        <span style={{ height: farRowPx }}>
          #{inject.number} {title}
        </span>
      )}
    </li>
  );
}

const farRowPx = 62;

/** Drawn anew only when something it shows changed. */
const Content = memo(function Content(props: MselRowProps) {
  const { inject, event, title, recipients, why, isSelected, onSelect, onAction } = props;
  const { t } = useTranslation('facilitator');
  const may = useMay();
  const isDue = allowedActions(event, inject.id, may).includes('confirm');
  return (
    <>
      <UnstyledButton
        className={classes.rowMain}
        aria-pressed={isSelected}
        onClick={() => onSelect(inject.id)}
      >
        <Group gap={6} wrap="nowrap" miw={0}>
          <Text span fw={700} className="tabular" c="dimmed" style={{ flexShrink: 0 }}>
            #{inject.number}
          </Text>
          <ChannelIcon channel={inject.channel} size={22} />
          <Text span fw={600} lineClamp={2} title={title} td={isOff(event) ? 'line-through' : ''}>
            {title}
          </Text>
        </Group>
        <Group gap={6} mt={2} wrap="wrap">
          <InjectStatus event={event} />
          <Badge variant="default" radius="sm" tt="none" size="sm">
            {t(`kind.${inject.kind}`)}
          </Badge>
          <TlpBadge label={inject.tlp} size="xs" />
          <Text span size="xs" c={recipients === '' ? alarmText : 'dimmed'}>
            {recipients === '' ? t('msel.reachesNobody') : t('msel.to', { tables: recipients })}
          </Text>
        </Group>
        {why === '' ? null : (
          <Text size="xs" mt={2} c="dimmed">
            {why}
          </Text>
        )}
      </UnstyledButton>
      <Group gap={2} wrap="nowrap" align="flex-start">
        {isDue ? (
          <Button
            size="compact-sm"
            color="orange.4"
            onClick={() => onAction('confirm', inject.id)}
            aria-label={t('action.on', { action: t('action.confirm'), number: inject.number })}
          >
            {t('action.confirm')}
          </Button>
        ) : null}
        <RowMenu inject={inject} event={event} onAction={onAction} />
      </Group>
    </>
  );
});

function isOff({ status }: FacilitatorEvent): boolean {
  return status === 'skipped' || status === 'recalled';
}
