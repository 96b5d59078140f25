/** Pause, speed, jump, pace, next module: the handles of time. */
import { ActionIcon, Button, Group, Menu, Select, Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { speeds } from '../logic/speeds';
import { useMomentLabel } from './moment-label';
import type { Conduct } from './use-conduct';

/** How much room a row of handles has. */
export type ControlsRoom = 'small' | 'middle' | 'broad';

export function ClockControls({ conduct, room }: { conduct: Conduct; room: ControlsRoom }) {
  const may = useMay();
  if (!may('PauseClock')) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <PauseButton conduct={conduct} isShort={room !== 'broad'} />
      <SpeedSelect />
      <JumpButton conduct={conduct} />
      {room === 'small' ? null : <PaceSelect />}
    </Group>
  );
}

/** @param isShort a sign alone, for where there is little room. */
export function PauseButton({ conduct, isShort = false }: { conduct: Conduct; isShort?: boolean }) {
  const { t } = useTranslation('facilitator');
  const isFrozen = useRoom().view.exercise.realWorld !== null;
  const may = useMay();
  if (!may('PauseClock')) return null;
  const { isRunning } = conduct;
  const Icon = isRunning ? IconPlayerPause : IconPlayerPlay;
  const name = isRunning ? t('clock.pause') : t('clock.resume');
  const look = isRunning
    ? { color: 'gray', variant: 'default' }
    : { color: 'teal.9', variant: 'filled' };
  const press = { disabled: isFrozen, onClick: () => void conduct.pauseOrResume() };
  return isShort ? (
    <ActionIcon size={36} aria-label={name} {...look} {...press}>
      <Icon size={20} aria-hidden />
    </ActionIcon>
  ) : (
    <Button
      size="sm"
      w={130}
      px="xs"
      leftSection={<Icon size={18} aria-hidden />}
      {...look}
      {...press}
    >
      {name}
    </Button>
  );
}

export function SpeedSelect() {
  const { t } = useTranslation('facilitator');
  const { view, act } = useRoom();
  const { speed } = view.clock;
  const all = speeds.includes(speed) ? speeds : [...speeds, speed].sort((a, b) => a - b);
  return (
    <Select
      size="sm"
      w={78}
      aria-label={t('clock.speed')}
      allowDeselect={false}
      data={all.map((value) => ({ value: String(value), label: `${value}×` }))}
      value={String(speed)}
      onChange={(value) => {
        if (value !== null) void act({ type: 'SetSpeed', speed: Number(value) });
      }}
    />
  );
}

export function JumpButton({ conduct }: { conduct: Conduct }) {
  const { t } = useTranslation('facilitator');
  const label = useMomentLabel();
  const { jumpTo, canJump } = conduct;
  const hint =
    jumpTo === null
      ? t('clock.nothingAhead')
      : t('clock.jumpTo', { time: formatPlayTime(jumpTo.dueAtMs), what: label(jumpTo) });
  return (
    <Tooltip label={hint} multiline maw={360}>
      <ActionIcon
        size={36}
        variant="default"
        aria-label={t('clock.jump')}
        disabled={!canJump}
        onClick={() => void conduct.jump()}
      >
        <IconPlayerTrackNext size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

export function PaceSelect() {
  const { t } = useTranslation('facilitator');
  const { view, act } = useRoom();
  const { pace } = view.exercise;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="sm"
          px="xs"
          variant="default"
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('pace.label', { pace: t(`pace.${pace}.name`) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={360}>
        {(['confirm', 'auto'] as const).map((value) => (
          <Menu.Item
            key={value}
            fw={value === pace ? 700 : 400}
            onClick={() => void act({ type: 'SetPace', pace: value })}
          >
            {t(`pace.${value}.explained`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
