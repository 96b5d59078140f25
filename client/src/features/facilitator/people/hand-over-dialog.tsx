/** A code that counts once: whoever opens it sits on this seat, and the device before is signed out. */
import { Alert, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { HandOver } from '@trilogue/engine/protocol/entry';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver } from '../../../connection/entry-api';
import { QrCode } from '../../../ui/qr-code';
import { useRoom } from '../hooks/use-room';
import { joinUrl } from '../lobby/join-links';
import { groupCode } from '../logic/start-checklist';
import { dialogStyles } from '../parts/dialog-styles';
import { CopyLink } from './copy-link';
import { formatMoment } from './invitation-limits';
import { useRun } from './use-entry';

export function HandOverDialog(props: {
  readonly person: RosterEntry;
  readonly origin: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { person, isOpen, onClose } = props;
  const { t } = useTranslation('people');
  return (
    <Modal
      styles={dialogStyles}
      opened={isOpen}
      onClose={onClose}
      title={t('handOver.title', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      centered
    >
      <OfferedCode {...props} />
    </Modal>
  );
}

function OfferedCode({ person, origin }: { person: RosterEntry; origin: string }) {
  const { t, i18n } = useTranslation('people');
  const exerciseId = useRoom().view.exercise.exerciseId ?? '';
  const run = useRun();
  const [offer, setOffer] = useState<HandOver | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isStale = false;
    void run(handOver(exerciseId, person.seatId)).then((made) => {
      if (isStale) return;
      setOffer(made);
      setHasFailed(made === null);
    });
    return () => {
      isStale = true;
    };
  }, [run, exerciseId, person.seatId]);
  if (hasFailed) return <Text>{t('handOver.failed')}</Text>;
  if (offer === null) return <Loader role="status" aria-label={t('facilitator:loading')} />;
  const url = joinUrl(origin, offer.code);
  return (
    <Stack>
      <Text size="sm">{t('handOver.text')}</Text>
      <Group align="flex-start" gap="md">
        <QrCode text={url} alt={t('handOver.qr', { name: person.name })} size={150} />
        <Stack gap={6} flex={1} miw={180}>
          <Text fz={24} fw={700} ff="monospace" translate="no">
            {groupCode(offer.code)}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} translate="no">
            {url}
          </Text>
          <Group>
            <CopyLink url={url} />
          </Group>
        </Stack>
      </Group>
      <Alert variant="light" p="xs" icon={<IconInfoCircle aria-hidden />}>
        {t('handOver.once', { time: formatMoment(offer.expiresAtMs, i18n.language) })}
      </Alert>
    </Stack>
  );
}
