/** What the main part of the room shows: remembered on this device. */
import { useMemo } from 'react';
import { useMay } from '../hooks/use-may';
import { useStored } from '../hooks/use-stored';
import type { MselForm } from './msel-panel';

export const workTabs = ['msel', 'world', 'translation'] as const;
export type WorkTab = (typeof workTabs)[number];

export interface Work {
  readonly tab: WorkTab;
  readonly form: MselForm;
  /** Whether it wants the width of two columns. */
  readonly isBroad: boolean;
  readonly setTab: (tab: string | null) => void;
  readonly setForm: (form: MselForm) => void;
}

export function useWork(): Work {
  const role = useMay().seat?.role ?? null;
  // A translator comes to translate.
  const [tab, setTab] = useStored<WorkTab>(
    `trilogue.work.${role ?? ''}`,
    role === 'translator' ? 'translation' : 'msel',
  );
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
