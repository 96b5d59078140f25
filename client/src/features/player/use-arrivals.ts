/** Tells of new injects and messages as they come, and counts what is unread in the window's title. */
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { notify } from '../../ui/notify';
import { useIsWide } from './top-bar';
import { usePlace } from './use-place';
import { usePlayer } from './use-player';
import { useUnread } from './use-unread';

const toastMs = 8_000;

/** @returns what a screen reader is told of the latest inject. */
export function useArrivals(): string {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const place = usePlace();
  const unread = useUnread();
  const isWide = useIsWide();
  const [announcement, setAnnouncement] = useState('');
  const { injects, messages, exercise } = view;

  useNewIds(injects, (id) => {
    const inject = injects[id];
    if (inject === undefined) return;
    const title = read(inject.title, defaultLanguage).text;
    setAnnouncement(`${t('arrived.inject')}: ${title}`);
    // On a phone the list in front of the reader says it already.
    if (!isWide && place.tab === 'inbox' && place.injectId === null) return;
    const heading = t('arrived.inject');
    toast(`inject ${id}`, 'harbour', heading, title, () => place.openInject(id));
  });

  useNewIds(messages, (id) => {
    const message = messages[id];
    if (message?.from !== 'staff' || place.tab === 'messages') return;
    const from = message.as === null ? null : read(message.as.name, defaultLanguage).text;
    const heading = from ?? t('arrived.message');
    toast(`message ${id}`, 'teal', heading, message.text, () => place.showTab('messages'));
  });

  const count = unread.injects + unread.messages;
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${exercise.title} · Trilogue`;
  }, [count, exercise.title]);
  return announcement;
}

/** Goes by itself, even under a finger that rests on it; pressed, it leads to what it tells of. */
function toast(id: string, color: string, title: string, message: string, open: () => void): void {
  const hide = () => notifications.hide(id);
  notify({
    id,
    color,
    title,
    message,
    autoClose: false,
    // Not `className`: it would take the place of the stack's own, which keeps toasts apart.
    classNames: { title: 'toastTitle', description: 'toastText' },
    style: { cursor: 'pointer' },
    onClick: () => {
      hide();
      open();
    },
  });
  setTimeout(hide, toastMs);
}

/** Calls for each id that was not there before; what is there at first counts as known. */
function useNewIds(items: Readonly<Record<string, unknown>>, tell: (id: string) => void): void {
  const known = useRef<Set<string> | null>(null);
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    const ids = Object.keys(items);
    const before = known.current;
    known.current = new Set(ids);
    if (before === null) return;
    for (const id of ids) if (!before.has(id)) latest.current(id);
  }, [items]);
}
