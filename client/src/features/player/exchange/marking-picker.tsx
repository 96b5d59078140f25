/** TLP 2.0 labels to choose from, each with what it allows in a line. */
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TlpBadge } from '../../../ui/tlp-badge';
import type { Marking } from '../holdings/holdings-model';

export function MarkingPicker(props: {
  readonly labels: readonly Marking[];
  readonly value: string;
  readonly error?: string | null;
  readonly hint?: string | undefined;
  readonly onChange: (marking: string) => void;
}) {
  const { t } = useTranslation('exchange');
  const { labels, value, error, hint, onChange } = props;
  return (
    <Radio.Group
      label={t('share.marking')}
      description={hint}
      error={error ?? null}
      withAsterisk
      value={value === '' ? null : value}
      onChange={onChange}
    >
      <Stack gap={8} mt={6}>
        {labels.map((label) => (
          <Radio
            key={label}
            value={label}
            label={<TlpBadge label={label} />}
            description={t(`tlp.${label}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
