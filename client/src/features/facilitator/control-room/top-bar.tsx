/** The control room's head: where the exercise stands, every clock, what is next, and the handles. */
import { ActionIcon, Badge, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconHelp,
  IconPencilPlus,
  type IconProps,
  IconRewindBackward10,
  IconUsers,
} from '@tabler/icons-react';
import { playMsAt, scenarioMsAt } from '@trilogue/engine/views/clock-view';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNow } from '../../../connection/exercise-context';
import { PlayClock, ZoneClock } from '../../../ui/clocks';
import { ConnectionBadge } from '../../../ui/connection-badge';
import { ExerciseBanner } from '../../../ui/exercise-banner';
import { ColorSchemeSwitch, LanguageSwitch } from '../../../ui/switches';
import { useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { ClockControls } from './clock-controls';
import { EndExerciseButton } from './end-exercise';
import { ModuleMenu } from './module-menu';
import { NextUpBar } from './next-up-bar';
import { RealWorldButton } from './real-world';
import { classes } from './styles';
import { useConduct } from './use-conduct';

export function TopBar() {
  const { t } = useTranslation('facilitator');
  const conduct = useConduct();
  const { show } = useDialogs();
  const { view, status, pending, isKept } = useRoom();
  return (
    <header className={classes.topBar}>
      <ExerciseBanner isSmall />
      <Group px="sm" pt={6} gap="xs" justify="space-between">
        <Group gap="xs" wrap="nowrap" miw={0} flex="1 1 280px">
          <Tooltip label={t('toStaff')}>
            <ActionIcon
              component={Link}
              to="/staff"
              variant="subtle"
              color="gray"
              aria-label={t('toStaff')}
            >
              <IconArrowLeft size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Title order={1} size="h5" lineClamp={2}>
            {view.exercise.title}
          </Title>
          <StateBadge />
        </Group>
        <Group gap="var(--tools-gap)">
          <RoomTools />
          <ConnectionBadge status={status} pending={pending} isKept={isKept} />
          <LanguageSwitch />
          <ColorSchemeSwitch />
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('help.title')}
            onClick={() => show('help')}
          >
            <IconHelp size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Group px="sm" pt={4} gap="md" align="center">
        <PlayClock
          clock={view.clock}
          className={classes.clock}
          fz={34}
          fw={700}
          {...(status === 'live' ? {} : { c: 'dimmed' })}
          aria-label={t('clock.play')}
        />
        <Zones />
        <ModuleMenu />
      </Group>
      <Group px="sm" py={6} gap="xs" justify="space-between">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <NextUpBar conduct={conduct} />
        </div>
        <Group gap="xs">
          <ClockControls conduct={conduct} />
          <EndExerciseButton />
          <RealWorldButton />
        </Group>
      </Group>
    </header>
  );
}

/** What is done now and then: let people in, make something up, take play back. */
function RoomTools() {
  const may = useMay();
  return (
    <>
      {may.some('MoveSeat') ? <Tool dialog="people" Icon={IconUsers} /> : null}
      {may.some('ImproviseInject') ? <Tool dialog="improvise" Icon={IconPencilPlus} /> : null}
      {may('Rewind') ? <Tool dialog="rewind" Icon={IconRewindBackward10} /> : null}
    </>
  );
}

/** On a phone a shape is enough. */
function Tool(props: {
  dialog: 'people' | 'improvise' | 'rewind';
  Icon: ComponentType<IconProps>;
}) {
  const { dialog, Icon } = props;
  const { t } = useTranslation('facilitator');
  const { show } = useDialogs();
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t(`tools.${dialog}`)}
      onClick={() => show(dialog)}
    >
      <Icon size={16} aria-hidden />
      <Text span inherit visibleFrom="lg" ml={6}>
        {t(`tools.${dialog}`)}
      </Text>
    </Button>
  );
}

function StateBadge() {
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

function Zones() {
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
