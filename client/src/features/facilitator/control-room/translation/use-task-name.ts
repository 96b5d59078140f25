/** What a text to translate is called: an inject's title or body, somebody's message, a share. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useTools } from '../../hooks/use-room';
import { frameWordOf, injectWordOf } from '../../logic/scenario-words';
import type { TranslationTask } from '../../logic/translation-queue';

export function useTaskName(): (task: TranslationTask) => string {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { injects } = useRoom().view;
  return useCallback(
    (task) => {
      const { kind, injectId, field, tableId } = task;
      if (kind === 'inject') {
        const number = injects[injectId ?? '']?.number ?? '';
        return t(`translate.ofInject.${injectWordOf(field)}`, { number });
      }
      if (kind === 'frame') return t(`translate.ofFrame.${frameWordOf(field)}`);
      const who = tableId === null ? t('control') : names.table(tableId);
      return t('translate.textOf', { kind: t(`translate.kinds.${kind}`), who });
    },
    [injects, names, t],
  );
}
