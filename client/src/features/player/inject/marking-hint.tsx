/** In coach mode: what an inject's marking lets its readers do, in FIRST's own terms. */
import { Text } from '@mantine/core';
import type { PlayerInject } from '@trilogue/engine/views/player-view';
import { useTranslation } from 'react-i18next';
import { CoachHint } from '../coach-hint';
import { usePlayer } from '../use-player';

/** A `+` can't stand in a key of the words. */
export const markingKeys = {
  RED: 'red',
  'AMBER+STRICT': 'amberStrict',
  AMBER: 'amber',
  GREEN: 'green',
  CLEAR: 'clear',
} as const satisfies Record<PlayerInject['tlp'], string>;

export function MarkingHint({ inject }: { inject: PlayerInject }) {
  const { t } = useTranslation('player');
  const { canAct } = usePlayer();
  if (!canAct || inject.isRecalled || inject.tlp === 'CLEAR') return null;
  return (
    <CoachHint>
      <Text span inherit fw={650} translate="no">
        TLP:{inject.tlp}
      </Text>{' '}
      {t(`marking.${markingKeys[inject.tlp]}`)}
    </CoachHint>
  );
}
