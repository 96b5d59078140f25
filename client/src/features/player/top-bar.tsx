/** What never leaves the screen: EXERCISE, whose table, the clocks, the line, REAL WORLD. */
import {
  ActionIcon,
  Group,
  Paper,
  Stack,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { useClickOutside, useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconHelp } from '@tabler/icons-react';
import { playMsAt, scenarioMsAt } from '@trilogue/engine/views/clock-view';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../connection/exercise-context';
import { Brand } from '../../ui/brand';
import { PlayClock, ZoneClock } from '../../ui/clocks';
import { ConnectionBadge } from '../../ui/connection-badge';
import { ExerciseBanner } from '../../ui/exercise-banner';
import { ColorSchemeSwitch, LanguageSwitch } from '../../ui/switches';
import classes from './player.module.css';
import { RealWorldButton } from './real-world-button';
import { ownParty, usePlayer } from './use-player';
import { ZoneClocks } from './zone-clocks';

/** From here on the screen has three columns. */
export const wideScreen = '(min-width: 62em)';

export function useIsWide(): boolean {
  return useMediaQuery(wideScreen, true, { getInitialValueInEffect: false }) ?? true;
}

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const isWide = useIsWide();
  const { connection } = usePlayer();
  return (
    <header className={classes.topBar}>
      <ExerciseBanner isSmall={!isWide} />
      <Group px={{ base: 'sm', md: 'md' }} py={6} justify="space-between" gap="xs" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0, flex: isWide ? 'none' : 1 }}>
          {isWide && <Brand isMarkOnly />}
          <Names />
        </Group>
        {isWide && <Clocks />}
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          <ConnectionBadge
            status={connection.status}
            pending={connection.pending}
            isKept={connection.isKept}
            isCompact={!isWide}
          />
          {isWide && <LanguageSwitch />}
          {isWide && <ColorSchemeSwitch />}
          {isWide && <HelpButton onHelp={onHelp} />}
          <RealWorldButton />
        </Group>
      </Group>
      {!isWide && (
        <Group px="sm" pb={6} justify="space-between" gap="xs" wrap="nowrap">
          <Clocks />
          <Group gap={6} wrap="nowrap">
            <LanguageSwitch />
            <HelpButton onHelp={onHelp} />
          </Group>
        </Group>
      )}
    </header>
  );
}

/** The story so far, the tour, alerts and keys. */
function HelpButton({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation('player');
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={t('help.title')}
      title={t('help.title')}
      onClick={onHelp}
    >
      <IconHelp size={18} aria-hidden />
    </ActionIcon>
  );
}

function Names() {
  const { view } = usePlayer();
  return (
    <Stack gap={0} style={{ minWidth: 0, maxWidth: 320 }}>
      <Text fw={650} size="sm" lh={1.3} lineClamp={2} lang={view.table.language ?? undefined}>
        {view.table.name}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {view.exercise.title}
      </Text>
    </Stack>
  );
}

/** Play time and scenario time; the nations' clocks open from there. */
function Clocks() {
  const { t } = useTranslation('common');
  const { view, defaultLanguage } = usePlayer();
  const isWide = useIsWide();
  const now = useNow();
  const { clock, scenarioClock, exercise } = view;
  const listId = useId();
  const [isOpen, { toggle, close }] = useDisclosure();
  const box = useClickOutside<HTMLDivElement>(close);
  useHotkeys([['Escape', close, { preventDefault: false }]]);
  const party = ownParty(view);
  if (clock.status === 'idle') return <span />;
  const atMs = scenarioMsAt(scenarioClock, playMsAt(clock, now));
  return (
    <div ref={box} className={classes.clocks}>
      <UnstyledButton
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={toggle}
        style={{ minWidth: 0, maxWidth: '100%' }}
      >
        <Group gap={isWide ? 'lg' : 'xs'} wrap="nowrap">
          <Stack gap={0}>
            <Label text={t('clock.play')} isSmall={!isWide} />
            <PlayClock clock={clock} fw={650} fz={isWide ? 'lg' : 'sm'} />
          </Stack>
          {party !== undefined && (
            <Stack gap={0} style={{ minWidth: 0 }}>
              {isWide ? (
                <Label text={t('clock.scenario')} />
              ) : (
                <VisuallyHidden>{t('clock.scenario')} </VisuallyHidden>
              )}
              <ZoneClock
                atMs={atMs}
                zone={party}
                defaultLanguage={defaultLanguage}
                fz={isWide ? 'sm' : 11}
                lh={1.3}
              />
            </Stack>
          )}
          <IconChevronDown size={14} aria-hidden style={{ flexShrink: 0 }} />
        </Group>
      </UnstyledButton>
      {isOpen && (
        <Paper id={listId} withBorder shadow="md" p="sm" className={classes.clockList ?? ''}>
          <ZoneClocks
            parties={view.parties}
            atMs={atMs}
            speed={clock.speed}
            stage={exercise.stage}
          />
        </Paper>
      )}
    </div>
  );
}

function Label({ text, isSmall = false }: { text: string; isSmall?: boolean }) {
  return (
    <Text span fz={isSmall ? 10 : 'xs'} c="dimmed" lh={1.2} style={{ whiteSpace: 'nowrap' }}>
      {text}
    </Text>
  );
}
