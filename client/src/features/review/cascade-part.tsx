/** How failures crossed sectors and borders: a chart, the steps in words, and what became of each system. */
import { useTranslation } from 'react-i18next';
import { AssetStatusBadge } from '../../ui/asset-status';
import { CascadeChart } from './cascade-chart';
import { DataTable } from './data-table';
import { Nothing, Part, SubPart } from './part';
import type { Reader } from './use-reader';

export function CascadePart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { world, audience } = reader.takeaway;
  const nameOf = (id: string) => {
    const asset = world.assets.find((one) => one.id === id);
    if (asset === undefined) return '';
    return t('cascade.named', {
      name: reader.text(asset.name),
      nation: reader.party(asset.partyId),
      sector: reader.text(asset.sector),
    });
  };
  const troubled = world.assets.filter(({ worst }) => worst !== 'operational');
  const moved = world.indicators.filter(({ atStart, atEnd }) => atStart !== atEnd);
  if (world.changes.length === 0) {
    return (
      <Part id="cascade" title={t('sections.cascade')}>
        <Nothing>{t('empty.cascade')}</Nothing>
      </Part>
    );
  }
  return (
    <Part id="cascade" title={t('sections.cascade')}>
      {troubled.length > 0 && <CascadeChart reader={reader} />}
      <SubPart title={t('cascade.story')}>
        <DataTable
          label={t('cascade.story')}
          minWidth={760}
          heads={[
            t('columns.play'),
            t('columns.system'),
            t('columns.became'),
            t('columns.cause'),
            t('columns.after'),
            t('columns.crossed'),
          ]}
          rows={world.changes.map(({ playMs, assetId, to, cause }) => [
            reader.play(playMs),
            nameOf(assetId),
            <AssetStatusBadge key="to" status={to} />,
            cause === null
              ? t(audience.kind === 'staff' ? 'cascade.itself' : 'cascade.unknown')
              : nameOf(cause.assetId),
            cause === null ? '' : reader.duration(cause.afterMs),
            crossed(t, cause),
          ])}
        />
      </SubPart>
      <SubPart title={t('cascade.outcome')}>
        <DataTable
          label={t('cascade.outcome')}
          isNamed
          heads={[
            t('columns.system'),
            t('columns.became'),
            t('columns.atEnd'),
            t('columns.troubled'),
          ]}
          rows={troubled.map(({ id, worst, atEnd, troubledMs }) => [
            nameOf(id),
            <AssetStatusBadge key="worst" status={worst} />,
            <AssetStatusBadge key="end" status={atEnd} />,
            reader.duration(troubledMs),
          ])}
        />
      </SubPart>
      {moved.length > 0 && (
        <SubPart title={t('cascade.indicators')}>
          <DataTable
            label={t('cascade.indicators')}
            isNamed
            minWidth={0}
            heads={[t('cascade.indicators'), t('cascade.atStart'), t('columns.atEnd')]}
            rows={moved.map(({ name, unit, atStart, atEnd }) => [
              reader.text(name),
              `${atStart} ${reader.text(unit)}`,
              `${atEnd} ${reader.text(unit)}`,
            ])}
          />
        </SubPart>
      )}
    </Part>
  );
}

function crossed(
  t: (key: string) => string,
  cause: { readonly crossesBorder: boolean; readonly crossesSector: boolean } | null,
): string {
  if (cause === null || (!cause.crossesBorder && !cause.crossesSector)) return '';
  if (cause.crossesBorder) return t(cause.crossesSector ? 'crossed.both' : 'crossed.border');
  return t('crossed.sector');
}
