/** What each key of the room does for whoever sits here. Draws nothing. */
import { type RoomDialog, useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { useStored } from '../hooks/use-stored';
import { neighbourSpeed } from '../logic/speeds';
import { keysStore, useShortcuts } from './shortcuts';
import { useConduct } from './use-conduct';
import type { Work } from './use-work';

export function RoomKeys({ work }: { work: Work }) {
  const conduct = useConduct();
  const { view, act } = useRoom();
  const { show, opened } = useDialogs();
  const may = useMay();
  // Read anew whenever a dialog closes: the help dialog is where it is changed.
  const [isOn] = useStored(keysStore, true);
  const [first] = conduct.awaiting.filter(conduct.mayConfirm);
  const opens = (dialog: RoomDialog, isAllowed = true) =>
    isAllowed ? () => show(dialog) : undefined;
  const speedTo = (direction: 1 | -1) => () => {
    const speed = neighbourSpeed(view.clock.speed, direction);
    if (speed !== view.clock.speed) void act({ type: 'SetSpeed', speed });
  };
  const isLive = may('SetSpeed');
  useShortcuts(
    {
      pauseOrResume: may('PauseClock') ? () => void conduct.pauseOrResume() : undefined,
      confirmNext: first === undefined ? undefined : () => void conduct.confirm(first),
      jump: conduct.canJump && may('JumpToNext') ? () => void conduct.jump() : undefined,
      slower: isLive ? speedTo(-1) : undefined,
      faster: isLive ? speedTo(1) : undefined,
      module: opens('module', may('TakeExit')),
      people: opens('people', may.some('MoveSeat')),
      improvise: opens('improvise', may.some('ImproviseInject')),
      rewind: opens('rewind', may('Rewind')),
      end: opens('end', may('EndExercise')),
      realWorld: opens('realWorld'),
      list: () => work.setForm('list'),
      table: () => work.setForm('table'),
      timeline: () => work.setForm('timeline'),
      world: () => work.setTab('world'),
      joint: () => work.setTab('joint'),
      translation: may.some('AddTranslation') ? () => work.setTab('translation') : undefined,
      cell: may.some('ImproviseInject') ? () => work.setTab('cell') : undefined,
      search: () => document.querySelector<HTMLElement>('input[type="search"]')?.focus(),
      help: opens('help'),
    },
    isOn && opened === null,
  );
  return null;
}
