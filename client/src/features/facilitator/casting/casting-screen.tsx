/** Draft: the teams are cast and the lobby is opened, by whoever may; others wait for it. */
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { StageFrame } from '../parts/stage-frame';
import { CastingForm } from './casting-form';

export function CastingScreen() {
  const { t } = useTranslation('facilitator');
  const { act } = useRoom();
  const may = useMay();
  return (
    <StageFrame stage={t('common:stages.draft')}>
      {may('CastTeams') && may('OpenLobby') ? (
        <CastingForm action={t('casting.openLobby')} onSaved={() => act({ type: 'OpenLobby' })} />
      ) : (
        <Alert variant="light" role="status">
          {t('casting.others')}
        </Alert>
      )}
    </StageFrame>
  );
}
