/** Every system with how it stands, what it feels from others, and a hand to set it. */
import { Button, Radio, Stack, Text, UnstyledButton } from '@mantine/core';
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorAsset } from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssetStatusBadge } from '../../../../ui/asset-status';
import { formatPlayTime } from '../../../../ui/format-time';
import { useMay } from '../../hooks/use-may';
import { useTools } from '../../hooks/use-room';
import { dependants } from '../../logic/dependants';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import css from './world.module.css';
import type { WorldParts } from './world-panel';

type Status = FacilitatorAsset['own'];
const statuses: readonly Status[] = ['operational', 'degraded', 'isolated', 'compromised', 'down'];

export function AssetList(
  props: WorldParts & { selected: AssetId | null; onSelect: (id: AssetId | null) => void },
) {
  const { assets, parties, selected, onSelect } = props;
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const may = useMay();
  const [setting, setSetting] = useState<FacilitatorAsset | null>(null);
  const nation = new Map(parties.map(({ id, name }) => [id, names.text(name)]));
  const order = new Map(parties.map(({ id }, index) => [id, index]));
  const name = (id: AssetId) => names.text(assets[id]?.name ?? id);
  const sorted = Object.values(assets).sort(
    (a, b) => (order.get(a.partyId) ?? 0) - (order.get(b.partyId) ?? 0),
  );
  if (sorted.length === 0) return <Nothing text={t('world.noAssets')} />;
  return (
    <>
      {sorted.map((asset) => (
        <div key={asset.id} className={css.row} data-selected={asset.id === selected || undefined}>
          <UnstyledButton
            className={css.rowMain ?? ''}
            aria-pressed={asset.id === selected}
            onClick={() => onSelect(asset.id === selected ? null : asset.id)}
          >
            <Text size="sm" fw={600}>
              {names.text(asset.name)}
            </Text>
            <Text size="xs" c="dimmed">
              {[nation.get(asset.partyId), names.text(asset.sector)].join(' · ')}
              {asset.sincePlayMs > 0
                ? ` · ${t('world.since', { time: formatPlayTime(asset.sincePlayMs) })}`
                : ''}
            </Text>
            <AssetStatusBadge status={asset.status} />
            {asset.own === asset.status ? null : (
              <Text size="xs">
                {t('world.feels', {
                  own: t(`assetStatus.${asset.own}`),
                  from: asset.feels.map(name).join(t('listSeparator')),
                })}
              </Text>
            )}
            {asset.ahead.map(({ from, isFelt, dueAtMs }) => (
              <Text key={from} size="xs">
                {t(isFelt ? 'world.willFeel' : 'world.willRecover', {
                  from: name(from),
                  time: formatPlayTime(dueAtMs),
                })}
              </Text>
            ))}
          </UnstyledButton>
          {may('SetAsset') ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('world.setNamed', { what: names.text(asset.name) })}
              onClick={() => setSetting(asset)}
            >
              {t('world.set')}
            </Button>
          ) : null}
        </div>
      ))}
      {setting === null ? null : (
        <SetAsset
          key={setting.id}
          asset={setting}
          assets={assets}
          name={name}
          onClose={() => setSetting(null)}
        />
      )}
    </>
  );
}

function SetAsset(props: {
  asset: FacilitatorAsset;
  assets: WorldParts['assets'];
  name: (id: AssetId) => string;
  onClose: () => void;
}) {
  const { asset, assets, name, onClose } = props;
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const [status, setStatus] = useState<Status>(asset.own);
  const felt = dependants(assets, asset.id);
  return (
    <ConfirmDialog
      isOpen
      title={t('world.setNamed', { what: name(asset.id) })}
      action={t('world.confirm')}
      onClose={onClose}
      onConfirm={() =>
        status === asset.own ? undefined : act({ type: 'SetAsset', assetId: asset.id, status })
      }
    >
      <Radio.Group
        label={t('world.statusLabel')}
        value={status}
        // The radios below offer statuses only.
        onChange={(value) => setStatus(value as Status)}
      >
        <Stack gap={6} mt={6}>
          {statuses.map((value) => (
            <Radio key={value} value={value} label={<AssetStatusBadge status={value} />} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm">
        {felt.length === 0
          ? t('world.nobodyLeans')
          : t('world.leans', {
              count: felt.length,
              names: felt.map(name).join(t('listSeparator')),
            })}
      </Text>
    </ConfirmDialog>
  );
}

export function Nothing({ text }: { text: string }) {
  return (
    <Text c="dimmed" ta="center" p="lg">
      {text}
    </Text>
  );
}
