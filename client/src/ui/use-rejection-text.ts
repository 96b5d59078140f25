/** A refusal in words, by its code. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export function useRejectionText(): (code: string) => string {
  const { t } = useTranslation('common');
  return useCallback(
    (code) => t(`rejections.${code}`, { defaultValue: t('rejections.other', { code }) }),
    [t],
  );
}
