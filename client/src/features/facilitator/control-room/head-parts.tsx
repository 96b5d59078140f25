/** What the room's head is made of, whether it is broad or narrow: where play stands, clocks, tools. */
import { ActionIcon, Badge, Box, Button, Indicator, Text, Tooltip } from '@mantine/core';
import {
  IconPencilPlus,
  type IconProps,
  IconRewindBackward10,
  IconUsers,
} from '@tabler/icons-react';
import { playMsAt, scenarioMsAt } from '@trilogue/engine/views/clock-view';
import { formatDateTime, formatOffset } from '@trilogue/engine/views/zone-time';
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

/** The same in little room: the hour with its city, under it the day and the zone's offset. */
export function ZoneCells() {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const atMs = scenarioMsAt(view.scenarioClock, playMsAt(view.clock, useNow()));
  return (
    <section className={classes.zoneCells} aria-label={t('clock.scenario')}>
      {view.parties.map(({ id, timeZone, city }) => {
        const name = names.text(city);
        if (atMs === null) return <span key={id}>{name}</span>;
        const [day = '', hour = ''] = formatDateTime(atMs, timeZone).split(' ');
        return (
          <time key={id} dateTime={new Date(atMs).toISOString()} className={classes.zoneCell}>
            <Text span size="sm" fw={650} className="tabular">
              {hour} {name}
            </Text>
            <Text span size="xs" c="dimmed" className="tabular">
              {day} {formatOffset(atMs, timeZone)}
            </Text>
          </time>
        );
      })}
    </section>
  );
}

const icons = {
  people: IconUsers,
  improvise: IconPencilPlus,
  rewind: IconRewindBackward10,
} as const satisfies Record<string, ComponentType<IconProps>>;

type ToolLook = 'line' | 'named' | 'sign';

/**
 * What is done now and then: let people in, make something up, take play back.
 * @param look a line each, side by side with their names, or mere signs.
 */
export function RoomTools({ look }: { look: ToolLook }) {
  const may = useMay();
  const waiting = useWaiting().length;
  return (
    <>
      {may.some('MoveSeat') ? <Tool {...{ look, waiting }} dialog="people" /> : null}
      {may.some('ImproviseInject') ? <Tool look={look} dialog="improvise" /> : null}
      {may('Rewind') ? <Tool look={look} dialog="rewind" /> : null}
    </>
  );
}

function Tool(props: { dialog: keyof typeof icons; look: ToolLook; waiting?: number }) {
  const { dialog, look, waiting = 0 } = props;
  const { t } = useTranslation(['facilitator', 'people']);
  const { show } = useDialogs();
  const Icon = icons[dialog];
  const name = t(`tools.${dialog}`);
  const named = {
    variant: 'default',
    'aria-label': waiting === 0 ? name : t('people:door.button', { name, count: waiting }),
    onClick: () => show(dialog),
  } as const;
  if (look === 'sign') {
    return (
      <Tooltip label={name}>
        <Indicator label={waiting} disabled={waiting === 0} color="orange.4" size={18} offset={5}>
          <ActionIcon size={36} {...named}>
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Indicator>
      </Tooltip>
    );
  }
  return (
    <Button
      size="sm"
      px="xs"
      style={{ flexShrink: 0 }}
      {...(look === 'line' ? ({ justify: 'flex-start', fullWidth: true } as const) : {})}
      leftSection={<Icon size={18} aria-hidden />}
      {...named}
    >
      {name}
      {waiting === 0 ? null : (
        <Box component="span" ml={6} display="inline-flex">
          <CountBadge count={waiting} />
        </Box>
      )}
    </Button>
  );
}
