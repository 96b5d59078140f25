/** The exercise in figures: what failed and crossed, what was told and decided, what was missed. */
import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { Takeaway } from '@trilogue/engine/protocol/takeaway';
import { useTranslation } from 'react-i18next';
import { Part } from './part';
import type { Reader } from './use-reader';

type Figure = keyof Takeaway['summary'];
const times: readonly Figure[] = ['playMs', 'medianHeldForMs', 'medianAgreementMs'];

/** In each group the first is the head: where it is nought, the rest says nothing. */
const groups: readonly (readonly [Figure, ...Figure[]])[] = [
  ['playMs', 'injects'],
  ['assetsTroubled', 'assetsRecovered', 'bordersCrossed', 'sectorsCrossed'],
  ['shares', 'sharesAbroad', 'medianHeldForMs'],
  ['positionsAgreed', 'medianAgreementMs', 'positionsFailed'],
  ['reports', 'reportsLate', 'reportsMissed'],
  ['tasks', 'tasksMissed'],
];
/** What everybody can see: of sharing only what crossed a border, and nothing of a table's duties. */
const wallGroups: readonly (readonly [Figure, ...Figure[]])[] = [
  ['playMs', 'injects'],
  ['assetsTroubled', 'assetsRecovered', 'bordersCrossed', 'sectorsCrossed'],
  ['sharesAbroad'],
  ['positionsAgreed', 'medianAgreementMs', 'positionsFailed'],
];

export function GlancePart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { summary, audience } = reader.takeaway;
  const shown = (figure: Figure) =>
    times.includes(figure) ? reader.duration(summary[figure]) : summary[figure];
  return (
    <Part id="glance" title={t('sections.glance')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {(audience.kind === 'everybody' ? wallGroups : groups).map(([head, ...rest]) => (
          <Paper key={head} withBorder p="md">
            <Text fz={28} fw={700} className="tabular" lh={1.2}>
              {shown(head)}
            </Text>
            <Text size="sm">{t(`glance.${head === 'sharesAbroad' ? 'crossings' : head}`)}</Text>
            {rest
              .filter((figure) => summary[figure] !== null)
              .filter((figure) => summary[head] !== 0 || figure === 'positionsFailed')
              .map((figure) => (
                <Text key={figure} size="sm" c="dimmed" mt={4}>
                  {t(`glance.${figure}`)}: <b className="tabular">{shown(figure)}</b>
                </Text>
              ))}
          </Paper>
        ))}
      </SimpleGrid>
    </Part>
  );
}
