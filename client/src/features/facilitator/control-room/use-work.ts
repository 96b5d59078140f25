/** What the main part of the room shows: remembered on this device. */
import type { RightsSeat } from '@trilogue/engine/views/rights-view';
import { useMemo } from 'react';
import { useMay } from '../hooks/use-may';
import { useStored } from '../hooks/use-stored';
import type { MselForm } from './msel-panel';

type Role = RightsSeat['role'];

export const workTabs = ['msel', 'world', 'joint', 'translation', 'cell'] as const;
export type WorkTab = (typeof workTabs)[number];

export interface Work {
  readonly tab: WorkTab;
  readonly form: MselForm;
  /** Whether it wants the width of two columns. */
  readonly isBroad: boolean;
  readonly setTab: (tab: string | null) => void;
  readonly setForm: (form: MselForm) => void;
}

/** What each comes for; everybody else comes to see the exercise run. */
const desks: { readonly [R in Role]?: WorkTab } = { translator: 'translation', simcell: 'cell' };

export function firstTab(role: Role | null): WorkTab {
  return (role === null ? undefined : desks[role]) ?? 'msel';
}

export function useWork(): Work {
  const role = useMay().seat?.role ?? null;
  const [tab, setTab] = useStored<WorkTab>(`trilogue.work.${role ?? ''}`, firstTab(role));
  const [form, setForm] = useStored<MselForm>('trilogue.msel.form', 'list');
  return useMemo(
    () => ({
      tab,
      form,
      isBroad: tab !== 'msel' || form !== 'list',
      setTab: (next: string | null) =>
        setTab((old) => workTabs.find((known) => known === next) ?? old),
      setForm: (next: MselForm) => {
        setTab(() => 'msel');
        setForm(() => next);
      },
    }),
    [tab, form, setTab, setForm],
  );
}
