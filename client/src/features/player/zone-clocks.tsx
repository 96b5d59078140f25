/** Scenario time in every nation's zone, and real time here: each says which it is. */
import { Divider, Stack, Text } from '@mantine/core';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../connection/exercise-context';
import { ZoneClock } from '../../ui/clocks';
import { LocalizedLine } from '../../ui/localized-line';
import { ownParty, usePlayer } from './use-player';

export function ZoneClocks(props: {
  readonly parties: PlayerView['parties'];
  readonly atMs: number | null;
  readonly speed: number;
  readonly stage: PlayerView['exercise']['stage'];
}) {
  const { t } = useTranslation('common');
  const { view, defaultLanguage } = usePlayer();
  const now = useNow();
  const own = ownParty(view);
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t('clock.scenario')}
      </Text>
      {props.parties.map((party) => (
        <div key={party.id}>
          <Text size="sm" fw={600}>
            <LocalizedLine text={party.name} defaultLanguage={defaultLanguage} />
          </Text>
          <ZoneClock atMs={props.atMs} zone={party} defaultLanguage={defaultLanguage} size="sm" />
        </div>
      ))}
      <Divider />
      <Text size="xs" c="dimmed">
        {t('clock.wall')}
        {props.stage === 'live' &&
          props.speed > 1 &&
          ` · ${t('clock.speed', { speed: props.speed })}`}
      </Text>
      {own !== undefined && (
        <ZoneClock atMs={now} zone={own} defaultLanguage={defaultLanguage} size="sm" />
      )}
    </Stack>
  );
}
