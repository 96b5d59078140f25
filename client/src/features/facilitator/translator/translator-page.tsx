/** The translator's page of one exercise: what lacks a language, and a line to the other staff. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { StaffExercise } from '../../../ui/staff-exercise';
import { DialogsProvider } from '../hooks/use-dialogs';
import { RoomProvider } from '../hooks/use-room';
import { TranslatorRoom } from './translator-room';

export function TranslatorPage() {
  const { exerciseId = '', seatId } = useParams();
  const { t } = useTranslation('facilitator');
  useEffect(() => {
    document.title = `${t('translate.title')} · Trilogue`;
  }, [t]);
  return (
    <StaffExercise
      exerciseId={exerciseId}
      {...(seatId === undefined ? {} : { seatId })}
      show={() => (
        <RoomProvider>
          <DialogsProvider>
            <TranslatorRoom />
          </DialogsProvider>
        </RoomProvider>
      )}
    />
  );
}
