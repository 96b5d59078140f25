/** What can be agreed on, by its name: the option's label, or the version of the text. */
import type { FacilitatorPosition } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { useTools } from '../../hooks/use-room';
import type { Subject } from '../../logic/joint-board';

export function useSubjectName({ options }: FacilitatorPosition): (on: Subject) => string {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  return (on) =>
    on.kind === 'version'
      ? t('joint.version', { version: on.version })
      : names.text(options.find(({ id }) => id === on.optionId)?.label ?? on.optionId);
}
