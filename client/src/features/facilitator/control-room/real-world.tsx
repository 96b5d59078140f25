/** REAL WORLD: raised with a reason, shown over everything, lifted by staff. */
import { Button, Text } from '@mantine/core';
import { formatZoneTime } from '@trilogue/engine/views/zone-time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RealWorldCall } from '../../../ui/real-world-call';
import { RealWorldOverlay } from '../../../ui/real-world-overlay';
import { useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { useRoom, useTools } from '../hooks/use-room';
import { ConfirmDialog } from '../parts/confirm-dialog';

export function RealWorldButton() {
  const { show } = useDialogs();
  return <RealWorldCall onClick={() => show('realWorld')} />;
}

export function RealWorldDialog() {
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const { opened, close } = useDialogs();
  return (
    <ConfirmDialog
      isOpen={opened === 'realWorld'}
      title={t('realWorld.title')}
      action="REAL WORLD"
      color="red.9"
      reasonLabel={t('realWorld.reason')}
      onClose={close}
      onConfirm={(reason) => act({ type: 'RaiseRealWorld', reason })}
    >
      <Text size="sm">{t('realWorld.text')}</Text>
    </ConfirmDialog>
  );
}

/** Nothing where nobody called it. */
export function RealWorldNow() {
  const { t } = useTranslation('facilitator');
  const { view, names, act } = useRoom();
  const may = useMay();
  const [isBusy, setIsBusy] = useState(false);
  const { realWorld } = view.exercise;
  if (realWorld === null) return null;
  const [home] = view.parties;
  const lift = async () => {
    setIsBusy(true);
    await act({ type: 'LiftRealWorld' });
    setIsBusy(false);
  };
  return (
    <RealWorldOverlay
      raisedBy={names.seat(realWorld.seatId)}
      at={
        home === undefined
          ? null
          : formatZoneTime(realWorld.atMs, home.timeZone, names.text(home.city))
      }
      reason={realWorld.reason}
    >
      {may('LiftRealWorld') ? (
        <>
          <Text size="sm">{t('realWorld.afterLift')}</Text>
          <Button loading={isBusy} onClick={() => void lift()}>
            {t('realWorld.lift')}
          </Button>
        </>
      ) : (
        <Text size="sm">{t('realWorld.directorLifts')}</Text>
      )}
    </RealWorldOverlay>
  );
}
