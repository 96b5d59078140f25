/** How this device calls its person: a sound, a notice of the system's, single keys. Kept here only. */
import { useSyncExternalStore } from 'react';

export interface AlertSettings {
  readonly hasSound: boolean;
  readonly hasNotices: boolean;
  readonly hasKeys: boolean;
}

const storageKey = 'trilogue.alerts';
const usual: AlertSettings = { hasSound: false, hasNotices: false, hasKeys: true };
const listeners = new Set<() => void>();
let current: AlertSettings | null = null;

export function alertSettings(): AlertSettings {
  current ??= settingsIn(localStorage.getItem(storageKey));
  return current;
}

export function changeAlertSettings(changes: Partial<AlertSettings>): void {
  current = { ...alertSettings(), ...changes };
  localStorage.setItem(storageKey, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function useAlertSettings(): AlertSettings {
  return useSyncExternalStore(subscribe, alertSettings);
}

export function settingsIn(kept: string | null): AlertSettings {
  try {
    const found: unknown = JSON.parse(kept ?? 'null');
    if (typeof found !== 'object' || found === null) return usual;
    const is = (name: keyof AlertSettings) => {
      const value = (found as Record<string, unknown>)[name];
      return typeof value === 'boolean' ? value : usual[name];
    };
    return { hasSound: is('hasSound'), hasNotices: is('hasNotices'), hasKeys: is('hasKeys') };
  } catch {
    return usual;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
