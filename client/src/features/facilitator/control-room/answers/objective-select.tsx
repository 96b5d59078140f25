/** Which objective a note or points count for; none is as good as any. */
import { Select } from '@mantine/core';
import type { ObjectiveId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { useRoom, useTools } from '../../hooks/use-room';

export function ObjectiveSelect(props: {
  value: ObjectiveId | null;
  onChange: (value: ObjectiveId | null) => void;
}) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { objectives } = useRoom().view;
  const data = Object.values(objectives).map(({ id, title }) => ({
    value: id as string,
    label: names.text(title),
  }));
  return data.length === 0 ? null : (
    <Select
      size="xs"
      flex="1 1 10rem"
      clearable
      searchable
      aria-label={t('feed.objective')}
      placeholder={t('feed.objective')}
      data={data}
      value={props.value}
      onChange={(value) => props.onChange(value as ObjectiveId | null)}
    />
  );
}
