/** Which systems stand or fail, nation by nation, and what each depends on. */
import { Group, Stack, Text, Title } from '@mantine/core';
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AssetStatusBadge, AssetStatusIcon } from '../../../ui/asset-status';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { usePlayer } from '../use-player';
import classes from './situation.module.css';
import { countImpaired, systemsByNation } from './world-model';

/** @param props.selectedId the system that was touched on the map */
export function Systems({ selectedId }: { readonly selectedId: AssetId | null }) {
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
                <System key={asset.id} asset={asset} isSelected={asset.id === selectedId} />
              ))}
            </ul>
          </div>
        ))}
      </Stack>
    </section>
  );
}

function System({ asset, isSelected }: { asset: AssetView; isSelected: boolean }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [isSelected]);
  const { name, sector, place, status, sincePlayMs } = asset;
  const needs = asset.dependsOn.map((id) => view.assets[id]).filter((need) => need !== undefined);
  return (
    <li
      ref={row}
      className={classes.system}
      data-selected={isSelected || undefined}
      aria-current={isSelected || undefined}
    >
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
