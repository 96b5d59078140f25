/** The crisis as the table can see it: which systems stand or fail, and where the gauges are. */
import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import type { AssetView, IndicatorView } from '@trilogue/engine/views/world-parts';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { AssetStatusBadge, AssetStatusIcon } from '../../ui/asset-status';
import { formatPlayTime } from '../../ui/format-time';
import { LocalizedLine } from '../../ui/localized-line';
import classes from './player.module.css';
import { usePlayer } from './use-player';
import { countImpaired, filledPercent, gaugesInOrder, systemsByNation } from './world-model';

export function Systems() {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const nations = systemsByNation(view);
  const all = Object.values(view.assets);
  const count = countImpaired(all);
  if (nations.length === 0) return null;
  return (
    <section>
      <Group justify="space-between" align="baseline" gap="xs" mb="xs">
        <Title order={2} size="h5">
          {t('world.systems')}
        </Title>
        <Text size="xs" c="dimmed" className="tabular">
          {count === 0 ? t('world.allUp') : t('world.impaired', { count, total: all.length })}
        </Text>
      </Group>
      <Stack gap="md">
        {nations.map(({ party, assets }) => (
          <div key={party.id}>
            <Text component="h3" size="xs" fw={650} c="dimmed" m={0} mb={6}>
              <LocalizedLine text={party.name} defaultLanguage={defaultLanguage} />
            </Text>
            <ul className={classes.systems}>
              {assets.map((asset) => (
                <System key={asset.id} asset={asset} />
              ))}
            </ul>
          </div>
        ))}
      </Stack>
    </section>
  );
}

function System({ asset }: { asset: AssetView }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { name, sector, place, status, sincePlayMs } = asset;
  const needs = asset.dependsOn.map((id) => view.assets[id]).filter((need) => need !== undefined);
  return (
    <li className={classes.system}>
      <div className={classes.systemHead}>
        <Text size="sm" fw={600} lh={1.4} style={{ minWidth: 0 }}>
          <LocalizedLine text={name} defaultLanguage={defaultLanguage} />
        </Text>
        <AssetStatusBadge status={status} />
      </div>
      <Text size="xs" c="dimmed">
        <LocalizedLine text={sector} defaultLanguage={defaultLanguage} />
        {place !== null && (
          <>
            {' · '}
            <LocalizedLine text={place.name} defaultLanguage={defaultLanguage} />
          </>
        )}
        {(sincePlayMs > 0 || (status !== 'operational' && view.clock.status !== 'idle')) && (
          <span className="tabular">
            {' · '}
            {t('world.since', { time: formatPlayTime(sincePlayMs) })}
          </span>
        )}
      </Text>
      {needs.length > 0 && (
        <div className={classes.needs}>
          <Text span size="xs" c="dimmed">
            {t('world.dependsOn')}
          </Text>
          {needs.map((need) => (
            <span key={need.id} className={classes.need}>
              <AssetStatusIcon status={need.status} size={13} />
              <LocalizedLine text={need.name} defaultLanguage={defaultLanguage} />
            </span>
          ))}
        </div>
      )}
    </li>
  );
}

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
