/** The inject that is open in the room, for every panel that names one. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

export interface Selection {
  readonly selected: InjectId | null;
  readonly select: (injectId: InjectId | null) => void;
}

const SelectionContext = createContext<Selection | null>(null);

export function SelectionProvider({ children }: { children: ReactNode }) {
  const [selected, select] = useState<InjectId | null>(null);
  const selection = useMemo(() => ({ selected, select }), [selected]);
  return <SelectionContext.Provider value={selection}>{children}</SelectionContext.Provider>;
}

export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (selection === null) throw new Error('useSelection needs a SelectionProvider');
  return selection;
}
