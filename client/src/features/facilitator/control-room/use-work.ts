/** What the main part of the room shows: remembered on this device. */
import type { RightsSeat } from '@trilogue/engine/views/rights-view';
import { useMemo, useState } from 'react';
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
  /** How often something was asked for: also what was asked for already is to be shown. */
  readonly asks: number;
  readonly setTab: (tab: string | null) => void;
  readonly setForm: (form: MselForm) => void;
}

/** What each comes for; everybody else comes to see the exercise run. Translators have a page of their own. */
const desks: { readonly [R in Role]?: WorkTab } = { simcell: 'cell' };

export function firstTab(role: Role | null): WorkTab {
  return (role === null ? undefined : desks[role]) ?? 'msel';
}

export function useWork(): Work {
  const role = useMay().seat?.role ?? null;
  const [tab, setTab] = useStored<WorkTab>(`trilogue.work.${role ?? ''}`, firstTab(role));
  const [form, setForm] = useStored<MselForm>('trilogue.msel.form', 'list');
  const [asks, setAsks] = useState(0);
  return useMemo(
    () => ({
      tab,
      asks,
      form,
      isBroad: tab !== 'msel' || form !== 'list',
      setTab: (next: string | null) => {
        setAsks((count) => count + 1);
        setTab((old) => workTabs.find((known) => known === next) ?? old);
      },
      setForm: (next: MselForm) => {
        setAsks((count) => count + 1);
        setTab(() => 'msel');
        setForm(() => next);
      },
    }),
    [tab, asks, form, setTab, setForm],
  );
}
