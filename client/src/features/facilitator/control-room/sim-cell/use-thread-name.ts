/** What a thread is called: its table, or the staff. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../hooks/use-room';
import { staffThread, type ThreadKey } from '../../logic/message-threads';

export function useThreadName(): (key: ThreadKey) => string {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  return useCallback(
    (key) => (key === staffThread ? t('messages.staff') : names.table(key)),
    [names, t],
  );
}
