/** What the room's head is made of, whether it is broad or narrow: where play stands, clocks, tools. */
import { Badge, Box, Button, Text } from '@mantine/core';
import {
  IconPencilPlus,
  type IconProps,
  IconRewindBackward10,
  IconUsers,
} from '@tabler/icons-react';
import { playMsAt, scenarioMsAt } from '@trilogue/engine/views/clock-view';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../connection/exercise-context';
import { ZoneClock } from '../../../ui/clocks';
import { useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { CountBadge } from '../parts/count-badge';
import { useWaiting } from '../people/use-entry';
import { classes } from './styles';

export function StateBadge() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const isRunning = view.clock.status === 'running';
  const words = isRunning
    ? t('state.running', { speed: view.clock.speed })
    : t(`state.${view.clock.pauseCause ?? 'person'}`);
  return (
    <Badge
      color={isRunning ? 'teal' : 'orange.4'}
      variant={isRunning ? 'light' : 'filled'}
      radius="sm"
      tt="none"
      role="status"
      style={{ flexShrink: 0 }}
    >
      {words}
    </Badge>
  );
}

/** Scenario time on each nation's clock. */
export function Zones() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const atMs = scenarioMsAt(view.scenarioClock, playMsAt(view.clock, useNow()));
  return (
    <section className={classes.zones} aria-label={t('clock.scenario')}>
      {view.parties.map(({ id, timeZone, city }) => (
        <Text key={id} size="sm" component="span">
          <ZoneClock
            atMs={atMs}
            zone={{ timeZone, city }}
            defaultLanguage={view.exercise.defaultLanguage}
            fz="sm"
          />
        </Text>
      ))}
    </section>
  );
}

const icons = {
  people: IconUsers,
  improvise: IconPencilPlus,
  rewind: IconRewindBackward10,
} as const satisfies Record<string, ComponentType<IconProps>>;

/**
 * What is done now and then: let people in, make something up, take play back.
 * @param isWide a line each; else side by side, and mere signs where there is little room.
 */
export function RoomTools({ isWide = false }: { isWide?: boolean }) {
  const may = useMay();
  const waiting = useWaiting().length;
  return (
    <>
      {may.some('MoveSeat') ? <Tool {...{ isWide, waiting }} dialog="people" /> : null}
      {may.some('ImproviseInject') ? <Tool isWide={isWide} dialog="improvise" /> : null}
      {may('Rewind') ? <Tool isWide={isWide} dialog="rewind" /> : null}
    </>
  );
}

function Tool(props: { dialog: keyof typeof icons; isWide: boolean; waiting?: number }) {
  const { dialog, isWide, waiting = 0 } = props;
  const { t } = useTranslation(['facilitator', 'people']);
  const { show } = useDialogs();
  const Icon = icons[dialog];
  const name = t(`tools.${dialog}`);
  return (
    <Button
      {...(isWide
        ? ({ size: 'sm', px: 'xs', justify: 'flex-start', fullWidth: true } as const)
        : ({ size: 'compact-sm' } as const))}
      variant="default"
      aria-label={waiting === 0 ? name : t('people:door.button', { name, count: waiting })}
      onClick={() => show(dialog)}
    >
      <Icon size={isWide ? 18 : 16} aria-hidden />
      <Text span inherit {...(isWide ? {} : { visibleFrom: 'lg' })} ml={6}>
        {name}
      </Text>
      {waiting === 0 ? null : (
        <Box component="span" ml={6} display="inline-flex">
          <CountBadge count={waiting} />
        </Box>
      )}
    </Button>
  );
}
