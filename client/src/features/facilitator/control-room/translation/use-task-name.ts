/** What a text to translate is called: an inject's title or body, somebody's message, a share. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useTools } from '../../hooks/use-room';
import type { TranslationTask } from '../../logic/translation-queue';

export function useTaskName(): (task: TranslationTask) => string {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { injects } = useRoom().view;
  return useCallback(
    (task) => {
      const { kind, injectId, field, tableId } = task;
      if (kind === 'inject') {
        return t(field === 'title' ? 'translate.titleOf' : 'translate.bodyOf', {
          number: injects[injectId ?? '']?.number ?? '',
        });
      }
      const who = tableId === null ? t('control') : names.table(tableId);
      return t('translate.textOf', { kind: t(`translate.kinds.${kind}`), who });
    },
    [injects, names, t],
  );
}
