/** Gauges with their range, and a hand to set them. */
import { Button, NumberInput, Progress, Text } from '@mantine/core';
import type { IndicatorView } from '@trilogue/engine/views/world-parts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../hooks/use-may';
import { useTools } from '../../hooks/use-room';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Nothing } from './asset-list';
import css from './world.module.css';
import type { WorldParts } from './world-panel';

export function IndicatorList({ indicators, parties }: WorldParts) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const may = useMay();
  const [setting, setSetting] = useState<IndicatorView | null>(null);
  const nation = new Map(parties.map(({ id, name }) => [id, names.text(name)]));
  const all = Object.values(indicators);
  if (all.length === 0) return <Nothing text={t('world.noIndicators')} />;
  return (
    <>
      {all.map((indicator) => {
        const { id, name, unit, partyId, minimum, maximum, value } = indicator;
        return (
          <div key={id} className={css.row}>
            <div className={css.rowMain}>
              <Text size="sm" fw={600}>
                {names.text(name)}
              </Text>
              <Text size="xs" c="dimmed">
                {partyId === null ? t('timeline.everyone') : nation.get(partyId)}
                {' · '}
                {t('world.range', { minimum, maximum })}
              </Text>
              <Text fw={700} className="tabular">
                {value} {unit === null ? '' : names.text(unit)}
              </Text>
              <Progress
                value={((value - minimum) / Math.max(1, maximum - minimum)) * 100}
                aria-label={names.text(name)}
              />
            </div>
            {may('SetIndicator') ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('world.setNamed', { what: names.text(name) })}
                onClick={() => setSetting(indicator)}
              >
                {t('world.set')}
              </Button>
            ) : null}
          </div>
        );
      })}
      {setting === null ? null : (
        <SetIndicator key={setting.id} indicator={setting} onClose={() => setSetting(null)} />
      )}
    </>
  );
}

function SetIndicator({ indicator, onClose }: { indicator: IndicatorView; onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  const { act, names } = useTools();
  const { id, name, minimum, maximum } = indicator;
  const [value, setValue] = useState<number>(indicator.value);
  return (
    <ConfirmDialog
      isOpen
      title={t('world.setNamed', { what: names.text(name) })}
      action={t('world.confirm')}
      onClose={onClose}
      onConfirm={() =>
        value === indicator.value
          ? undefined
          : act({ type: 'SetIndicator', indicatorId: id, value })
      }
    >
      <NumberInput
        label={t('world.valueLabel')}
        description={t('world.range', { minimum, maximum })}
        value={value}
        min={minimum}
        max={maximum}
        clampBehavior="strict"
        data-autofocus
        onChange={(next) => {
          if (typeof next === 'number') setValue(next);
        }}
      />
      <Text size="sm">{t('world.indicatorMeans')}</Text>
    </ConfirmDialog>
  );
}
