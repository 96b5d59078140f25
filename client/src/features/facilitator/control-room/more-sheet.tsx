/** What a narrow head has no room for: the other clocks and handles, the module, tools, settings. */
import {
  ActionIcon,
  Button,
  Drawer,
  Group,
  Indicator,
  NavLink,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconArrowLeft, IconChevronRight, IconKeyboard, IconMenu2 } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ColorSchemeSwitch, LanguageSwitch } from '../../../ui/switches';
import { useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { dialogStyles } from '../parts/dialog-styles';
import { useWaiting } from '../people/use-entry';
import { JumpButton, PaceSelect, SpeedSelect } from './clock-controls';
import { EndExerciseButton } from './end-exercise';
import { RoomTools, Zones } from './head-parts';
import { ConfirmWay, useModuleWays, type Way, WayText } from './module-ways';
import { classes } from './styles';
import type { Conduct } from './use-conduct';

export function MoreButton() {
  const { t } = useTranslation(['facilitator', 'people']);
  const { opened, show } = useDialogs();
  const waiting = useWaiting().length;
  const name = t('more.open');
  return (
    <Indicator label={waiting} disabled={waiting === 0} color="orange.4" size={18} offset={7}>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={waiting === 0 ? name : t('people:door.button', { name, count: waiting })}
        aria-haspopup="dialog"
        aria-expanded={opened === 'more'}
        onClick={() => show('more')}
      >
        <IconMenu2 size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}

interface SheetProps {
  readonly conduct: Conduct;
  /** The head has no menu of the module: its key leads here. */
  readonly hasModule: boolean;
}

export function MoreSheet({ conduct, hasModule }: SheetProps) {
  const { t } = useTranslation('facilitator');
  const { opened, close } = useDialogs();
  const isOpen = opened === 'more' || (hasModule && opened === 'module');
  return (
    <Drawer
      styles={dialogStyles}
      opened={isOpen}
      onClose={close}
      returnFocus={opened === null}
      position="right"
      size="min(24rem, 100%)"
      title={t('more.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <More conduct={conduct} hasModule={hasModule} />
    </Drawer>
  );
}

function More({ conduct, hasModule }: SheetProps) {
  const { t } = useTranslation('facilitator');
  const { show, close } = useDialogs();
  const may = useMay();
  return (
    <Stack gap="lg">
      <Part title={t('clock.scenario')}>
        <Zones />
      </Part>
      {hasModule ? <ModulePart onDone={close} /> : null}
      {may('PauseClock') ? (
        <Part title={t('more.pace')}>
          <Group gap="xs">
            <SpeedSelect />
            <JumpButton conduct={conduct} />
            <PaceSelect />
          </Group>
        </Part>
      ) : null}
      <Part title={t('more.tools')}>
        <Stack gap={6}>
          <RoomTools look="line" />
          <EndExerciseButton isWide />
          <Button
            size="sm"
            px="xs"
            variant="default"
            justify="flex-start"
            leftSection={<IconKeyboard size={18} aria-hidden />}
            onClick={() => show('help')}
          >
            {t('help.title')}
          </Button>
          <Button
            component={Link}
            to="/staff"
            size="sm"
            px="xs"
            variant="default"
            justify="flex-start"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
          >
            {t('toStaff')}
          </Button>
        </Stack>
      </Part>
      <Part title={t('more.device')}>
        <Group gap="xs">
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </Group>
      </Part>
    </Stack>
  );
}

function ModulePart({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('facilitator');
  const may = useMay();
  const { name, ways } = useModuleWays();
  const [chosen, setChosen] = useState<Way | null>(null);
  return (
    <Part title={t('more.module')}>
      <Text size="sm">{name}</Text>
      {may('TakeExit') ? (
        <Stack gap={6} mt={8}>
          <Text size="xs" c="dimmed">
            {ways.length === 0 ? t('module.last') : t('module.goOn')}
          </Text>
          {ways.map((way) => (
            <NavLink
              key={`${way.phaseId} ${way.exit}`}
              component="button"
              type="button"
              className={classes.way}
              label={<WayText way={way} />}
              rightSection={<IconChevronRight size={16} aria-hidden />}
              onClick={() => setChosen(way)}
            />
          ))}
        </Stack>
      ) : null}
      <ConfirmWay way={chosen} onClose={() => setChosen(null)} onDone={onDone} />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="sm" mb={6} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}
