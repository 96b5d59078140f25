/** Where in the screen the player is, kept in the address: a reload or the back button loses nothing. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export const tabs = [
  'inbox',
  'holdings',
  'situation',
  'joint',
  'duties',
  'messages',
  'story',
  'result',
] as const;
export type Tab = (typeof tabs)[number];

export interface Place {
  readonly injectId: string | null;
  readonly tab: Tab;
  /** Whether the address asks for something. */
  readonly isAsked: boolean;
  /** The joint position that is open in the Joint room. */
  readonly positionId: string | null;
  /** The conversation that is open under Messages. */
  readonly conversation: string | null;
  openInject(injectId: string): void;
  closeInject(): void;
  showTab(tab: Tab): void;
  /** Null for the list of them. */
  openPosition(positionId: string | null): void;
  /** Null for the list of them. */
  openConversation(key: string | null): void;
}

export function usePlace(): Place {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab = tabs.find((candidate) => candidate === asked) ?? 'inbox';
  return {
    injectId: params.get('inject'),
    tab,
    isAsked: asked !== null || params.has('inject'),
    positionId: params.get('position'),
    conversation: params.get('with'),
    openInject: useCallback(
      (inject) => setParams((now) => changed(now, { inject, tab: null })),
      [setParams],
    ),
    closeInject: useCallback(
      () => setParams((now) => changed(now, { inject: null, tab: null })),
      [setParams],
    ),
    showTab: useCallback(
      (next) => setParams((now) => changed(now, { tab: next === 'inbox' ? null : next })),
      [setParams],
    ),
    openPosition: useCallback(
      (position) => setParams((now) => changed(now, { tab: 'joint', position })),
      [setParams],
    ),
    openConversation: useCallback(
      (key) => setParams((now) => changed(now, { tab: 'messages', with: key })),
      [setParams],
    ),
  };
}

function changed(now: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next;
}
