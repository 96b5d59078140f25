/** Where the gauges stand: what concerns everybody first, then nation by nation. */
import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import type { IndicatorView } from '@trilogue/engine/views/world-parts';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { LocalizedLine } from '../../../ui/localized-line';
import { usePlayer } from '../use-player';
import { filledPercent, gaugesInOrder } from './world-model';

export function Gauges() {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const gauges = gaugesInOrder(view);
  if (gauges.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('world.gauges')}
      </Title>
      <Stack gap="md">
        {gauges.map((gauge) => (
          <Gauge key={gauge.id} gauge={gauge} />
        ))}
      </Stack>
    </section>
  );
}

function Gauge({ gauge }: { gauge: IndicatorView }) {
  const { i18n } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const { name, unit, partyId, minimum, maximum, value } = gauge;
  const party = view.parties.find(({ id }) => id === partyId);
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const unitText = unit === null ? '' : read(unit, defaultLanguage).text;
  return (
    <div>
      <Group justify="space-between" align="baseline" gap="xs" wrap="nowrap" mb={4}>
        <Text size="sm" fw={600} lh={1.4} style={{ minWidth: 0 }}>
          <LocalizedLine text={name} defaultLanguage={defaultLanguage} />
          {party !== undefined && (
            <Text span size="xs" fw={400} c="dimmed">
              {' · '}
              <LocalizedLine text={party.name} defaultLanguage={defaultLanguage} />
            </Text>
          )}
        </Text>
        <Text span fw={700} fz={18} lh={1.2} className="tabular" style={{ whiteSpace: 'nowrap' }}>
          {number.format(value)}
          {unitText !== '' && (
            <Text span size="xs" fw={500} c="dimmed" ml={3}>
              {unitText}
            </Text>
          )}
        </Text>
      </Group>
      <Progress.Root size={10} radius="xl">
        <Progress.Section
          value={filledPercent(gauge)}
          withAria={false}
          role="meter"
          aria-label={read(name, defaultLanguage).text}
          aria-valuemin={minimum}
          aria-valuemax={maximum}
          aria-valuenow={value}
          aria-valuetext={`${number.format(value)} ${unitText}`.trim()}
        />
      </Progress.Root>
      <Group justify="space-between" mt={2}>
        <Text span size="xs" c="dimmed" className="tabular">
          {number.format(minimum)}
        </Text>
        <Text span size="xs" c="dimmed" className="tabular">
          {number.format(maximum)}
        </Text>
      </Group>
    </div>
  );
}
