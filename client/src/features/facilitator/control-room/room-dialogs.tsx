/** Dialogs of the room as a whole, each fetched when it is first opened. */
import { lazy, Suspense } from 'react';
import { useDialogs } from '../hooks/use-dialogs';
import { EndExerciseDialog } from './end-exercise';
import { RealWorldDialog } from './real-world';
import { ShortcutHelp } from './shortcut-help';

const ImproviseDialog = lazy(async () => ({
  default: (await import('./improvise/improvise-dialog')).ImproviseDialog,
}));
const PeopleDrawer = lazy(async () => ({
  default: (await import('../lobby/people-drawer')).PeopleDrawer,
}));
const RewindDialog = lazy(async () => ({
  default: (await import('./rewind/rewind-dialog')).RewindDialog,
}));

export function RoomDialogs() {
  const { opened, close } = useDialogs();
  return (
    <>
      <EndExerciseDialog />
      <RealWorldDialog />
      <ShortcutHelp isOpen={opened === 'help'} onClose={close} />
      <Suspense fallback={null}>
        {opened === 'improvise' ? <ImproviseDialog opened onClose={close} /> : null}
        {opened === 'people' ? <PeopleDrawer opened onClose={close} /> : null}
        {opened === 'rewind' ? <RewindDialog opened onClose={close} /> : null}
      </Suspense>
    </>
  );
}
