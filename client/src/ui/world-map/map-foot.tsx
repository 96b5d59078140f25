/** Below the map: what the shapes mean, or what is selected and what it leans on. */
import { Group, Text } from '@mantine/core';
import type { Collection } from '@trilogue/engine/views/view-model';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import { useTranslation } from 'react-i18next';
import { AssetStatusBadge, AssetStatusShape, toneClass } from '../asset-status';
import css from './world-map.module.css';

const statuses = ['operational', 'degraded', 'isolated', 'compromised', 'down'] as const;

/** Every status with how many systems stand so. */
export function Legend({ assets }: { assets: Collection<AssetView> }) {
  const { t } = useTranslation('common');
  const all = Object.values(assets);
  return (
    <ul className={css.legend}>
      {statuses.map((status) => {
        const count = all.filter((asset) => asset.status === status).length;
        return (
          <li key={status} data-none={count === 0 || undefined}>
            <span className={toneClass} data-status={status}>
              <AssetStatusShape status={status} size={24} />
            </span>
            {t(`assetStatuses.${status}`)} <span className="tabular">{count}</span>
          </li>
        );
      })}
    </ul>
  );
}

export function Reading(props: {
  readonly asset: AssetView | undefined;
  readonly assets: Collection<AssetView>;
  readonly nameOf: (asset: AssetView) => string;
  readonly nationOf: (asset: AssetView) => string;
}) {
  const { asset, assets, nameOf, nationOf } = props;
  const { t } = useTranslation('common');
  if (asset === undefined) {
    return (
      <Text size="xs" c="dimmed" className={css.reading ?? ''}>
        {t('map.hint')}
      </Text>
    );
  }
  const all = Object.values(assets);
  const needs = all.filter(({ id }) => asset.dependsOn.includes(id));
  const neededBy = all.filter(({ dependsOn }) => dependsOn.includes(asset.id));
  const list = (some: readonly AssetView[]) => some.map(nameOf).join(t('map.separator'));
  return (
    <div className={css.reading} role="status">
      <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
        <Text size="sm" fw={600} lh={1.4}>
          {nameOf(asset)}
          <Text span size="xs" c="dimmed" fw={400}>
            {' · '}
            {nationOf(asset)}
          </Text>
        </Text>
        <AssetStatusBadge status={asset.status} />
      </Group>
      {needs.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('map.needs', { names: list(needs) })}
        </Text>
      )}
      {neededBy.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('map.neededBy', { names: list(neededBy) })}
        </Text>
      )}
    </div>
  );
}
