/** Gauges, as many beside each other as can be read; the rest takes turns. */
import { Progress, Text } from '@mantine/core';
import type { IndicatorView } from '@trilogue/engine/views/world-parts';
import { useTranslation } from 'react-i18next';
import { Rotating } from './rotating';
import { useWall } from './use-wall';
import css from './wall-world.module.css';

const mostInRow = 4;

export function WallGauges() {
  const { t } = useTranslation('observer');
  const { view } = useWall();
  const gauges = Object.values(view.indicators);
  if (gauges.length === 0) return null;
  const inRow = Math.min(mostInRow, gauges.length);
  const rows = Array.from({ length: Math.ceil(gauges.length / inRow) }, (_, row) =>
    gauges.slice(row * inRow, (row + 1) * inRow),
  );
  return (
    <section className={css.gauges} aria-label={t('gauges')}>
      <Rotating>
        {rows.map((row) => (
          <div key={row[0]?.id} className={css.gaugeRow}>
            {row.map((gauge) => (
              <Gauge key={gauge.id} gauge={gauge} />
            ))}
          </div>
        ))}
      </Rotating>
    </section>
  );
}

function Gauge({ gauge }: { gauge: IndicatorView }) {
  const { i18n } = useTranslation('observer');
  const { text, nations } = useWall();
  const { name, unit, partyId, minimum, maximum, value } = gauge;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(value);
  const unitText = unit === null ? '' : text(unit);
  const filled = maximum <= minimum ? 0 : (100 * (value - minimum)) / (maximum - minimum);
  return (
    <div className={css.gauge}>
      <Text className={css.gaugeValue ?? ''}>
        {number}
        {unitText === '' ? null : <span className={css.gaugeUnit}> {unitText}</span>}
      </Text>
      <Progress.Root size="0.6em" radius="xl">
        <Progress.Section
          value={Math.min(100, Math.max(0, filled))}
          withAria={false}
          role="meter"
          aria-label={text(name)}
          aria-valuemin={minimum}
          aria-valuemax={maximum}
          aria-valuenow={value}
          aria-valuetext={`${number} ${unitText}`.trim()}
        />
      </Progress.Root>
      <Text className={css.gaugeName ?? ''}>
        {text(name)}
        {partyId === null ? null : <span className={css.gaugeParty}> · {nations([partyId])}</span>}
      </Text>
    </div>
  );
}
