/** Draft: the teams are cast and the lobby is opened. */
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import { StageFrame } from '../parts/stage-frame';
import { CastingForm } from './casting-form';

export function CastingScreen() {
  const { t } = useTranslation('facilitator');
  const { act } = useRoom();
  return (
    <StageFrame stage={t('common:stages.draft')}>
      <CastingForm action={t('casting.openLobby')} onSaved={() => act({ type: 'OpenLobby' })} />
    </StageFrame>
  );
}
