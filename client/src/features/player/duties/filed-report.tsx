/** What was filed, by whom and when. */
import { Stack, Text, Title } from '@mantine/core';
import type { ObligationView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../../i18n/use-localized-text';
import { formatPlayTime } from '../../../ui/format-time';
import { usePersonName } from '../exchange/use-names';
import { Filled } from './report-form';

export function FiledReport(props: {
  readonly duty: ObligationView;
  readonly report: NonNullable<ObligationView['report']>;
}) {
  const { duty, report } = props;
  const { t } = useTranslation('exchange');
  const person = usePersonName();
  const written = useWrittenText();
  return (
    <Stack component="section" gap="xs">
      <Title order={4} size="h6">
        {t('report.filed')}
      </Title>
      <Text size="xs" c="dimmed" className="tabular">
        {t('by', { name: person(report.seatId), time: formatPlayTime(report.playMs) })}
      </Text>
      <Filled
        duty={duty}
        fields={report.fields.map(({ fieldId, text }) => ({ fieldId, text: written(text) }))}
      />
    </Stack>
  );
}
