/** Which of the room's dialogs is open: buttons and keys open the same ones. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

export const roomDialogs = [
  'help',
  'people',
  'improvise',
  'rewind',
  'module',
  'end',
  'realWorld',
  'more',
] as const;
export type RoomDialog = (typeof roomDialogs)[number];

export interface Dialogs {
  readonly opened: RoomDialog | null;
  readonly show: (dialog: RoomDialog) => void;
  readonly close: () => void;
}

const DialogsContext = createContext<Dialogs | null>(null);

export function DialogsProvider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<RoomDialog | null>(null);
  const dialogs = useMemo(
    () => ({ opened, show: setOpened, close: () => setOpened(null) }),
    [opened],
  );
  return <DialogsContext.Provider value={dialogs}>{children}</DialogsContext.Provider>;
}

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (dialogs === null) throw new Error('useDialogs needs a DialogsProvider');
  return dialogs;
}
