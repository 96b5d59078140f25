/** Tells of what comes: injects, messages, team-mates' answers, deadlines; counts it in the window's title. */
import { notifications } from '@mantine/notifications';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../connection/exercise-context';
import { useLocalizedText, useWrittenText } from '../../i18n/use-localized-text';
import { notify } from '../../ui/notify';
import { alertPerson } from './alerts';
import { dueWarnings } from './due-warnings-model';
import { conversationsOf, type Entry } from './messages-model';
import { useIsWide } from './top-bar';
import { usePlace } from './use-place';
import { useNameOf, usePlayer } from './use-player';
import { useUnread } from './use-unread';

const toastMs = 8_000;

/** @returns what a screen reader is told of the latest of them. */
export function useArrivals(): string {
  const [announcement, say] = useState('');
  useInjects(say);
  useEntries(say);
  useTeamMates(say);
  useDeadlines(say);
  useWindowTitle();
  return announcement;
}

type Say = (announcement: string) => void;

function useInjects(say: Say): void {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const place = usePlace();
  const isWide = useIsWide();
  const { injects, exercise } = view;
  useNewIds(Object.keys(injects), (id) => {
    const inject = injects[id];
    if (inject === undefined) return;
    const title = read(inject.title, defaultLanguage).text;
    const heading = t('arrived.inject');
    say(`${heading}: ${title}`);
    alertPerson(heading, exercise.title);
    // On a phone the list in front of the reader says it already.
    if (!isWide && place.tab === 'inbox' && place.injectId === null) return;
    toast(`inject ${id}`, 'harbour', heading, title, () => place.openInject(id));
  });
}

function useEntries(say: Say): void {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const written = useWrittenText();
  const place = usePlace();
  const news = useMemo(
    () =>
      conversationsOf(view).flatMap(({ key, entries }) =>
        entries.filter(({ isOurs }) => !isOurs).map((entry) => ({ key, entry })),
      ),
    [view],
  );
  const ids = news.map(({ key, entry }) => `${entry.seq} ${key}`);
  useNewIds(ids, (id) => {
    const found = news.find(({ key, entry }) => `${entry.seq} ${key}` === id);
    if (found === undefined) return;
    const { key, entry } = found;
    if (place.tab === 'messages' && place.conversation === key) return;
    const persona = entry.kind === 'message' ? entry.message.as : null;
    const heading =
      persona !== null
        ? read(persona.name, defaultLanguage).text
        : t(entry.kind === 'message' ? 'arrived.message' : `arrived.${entry.kind}`);
    const text = written(textOf(entry));
    say(`${heading}: ${text}`);
    alertPerson(heading, view.exercise.title);
    toast(`message ${entry.seq}`, 'teal', heading, text, () => place.openConversation(key));
  });
}

function textOf(entry: Entry): string {
  switch (entry.kind) {
    case 'message':
      return entry.message.text;
    case 'share':
      return entry.share.facts;
    case 'request':
      return entry.request.text;
    case 'answer':
      return entry.request.answer.text;
  }
}

/** What a team-mate settled for the table, while this person may be about to do the same. */
function useTeamMates(say: Say): void {
  const { t } = useTranslation('player');
  const { view, seatId, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const nameOf = useNameOf();
  const place = usePlace();
  const done = Object.entries(view.deliveries).flatMap(([injectId, { response, choice }]) => [
    ...(response === null ? [] : [{ injectId, kind: 'answered' as const, by: response.seatId }]),
    ...(choice === null ? [] : [{ injectId, kind: 'decided' as const, by: choice.seatId }]),
  ]);
  const idOf = ({ injectId, kind }: (typeof done)[number]) => `${kind} ${injectId}`;
  useNewIds(done.map(idOf), (id) => {
    const found = done.find((one) => idOf(one) === id);
    if (found === undefined || found.by === null || found.by === seatId) return;
    const { injectId, kind, by } = found;
    const title = read(view.injects[injectId]?.title ?? '', defaultLanguage).text;
    const heading = t(`arrived.${kind}`, { name: nameOf(by) });
    say(`${heading}: ${title}`);
    toast(id, 'teal', heading, title, () => place.openInject(injectId));
  });
}

function useDeadlines(say: Say): void {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const place = usePlace();
  const warnings = dueWarnings(view, playMsAt(view.clock, useNow()));
  useNewIds(
    warnings.map(({ key }) => key),
    (id) => {
      const found = warnings.find(({ key }) => key === id);
      if (found === undefined) return;
      const { urgency, kind, injectId } = found;
      const title = read(found.title, defaultLanguage).text;
      const heading = t(`warning.${urgency}`, { task: t(`common:expectationKinds.${kind}`) });
      say(`${heading}: ${title}`);
      alertPerson(heading, view.exercise.title);
      const open = () => (injectId === null ? place.showTab('duties') : place.openInject(injectId));
      toast(`due ${id}`, urgency === 'near' ? 'orange' : 'red', heading, title, open);
    },
  );
}

function useWindowTitle(): void {
  const { title } = usePlayer().view.exercise;
  const count = Object.values(useUnread()).reduce((sum, one) => sum + one, 0);
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title} · Trilogue`;
  }, [count, title]);
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
function useNewIds(ids: readonly string[], tell: (id: string) => void): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const latest = useRef(tell);
  latest.current = tell;
  const all = ids.join('\n');
  const look = useCallback((list: string) => {
    const now = new Set(list === '' ? [] : list.split('\n'));
    const before = known.current;
    known.current = now;
    if (before === null) return;
    for (const id of now) if (!before.has(id)) latest.current(id);
  }, []);
  useEffect(() => look(all), [all, look]);
}
