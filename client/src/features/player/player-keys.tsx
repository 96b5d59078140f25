/** The keys at work: they go where the screen's own buttons go. */
import { nextIn, openTasks } from './inbox-model';
import { tabsOf } from './nav-model';
import { useInbox } from './use-inbox';
import { usePlace } from './use-place';
import { usePlayer } from './use-player';
import { type ShortcutName, useShortcuts } from './use-shortcuts';

export function PlayerKeys({ onHelp }: { onHelp: () => void }) {
  const { view } = usePlayer();
  const { shown } = useInbox();
  const place = usePlace();
  const { stage } = view.exercise;
  const isPlayed = stage === 'live' || stage === 'ended';

  const step = (by: 1 | -1) => {
    const next = nextIn(shown, place.injectId, by);
    if (next !== null) place.openInject(next);
  };
  const actions: Record<ShortcutName, (part: number) => void> = {
    part: (part) => {
      const tab = tabsOf(view)[part];
      if (tab !== undefined) place.showTab(tab);
    },
    next: () => step(1),
    previous: () => step(-1),
    due: () => {
      const [task] = openTasks(view);
      if (task !== undefined) place.openInject(task.injectId);
    },
    search: () => document.querySelector<HTMLInputElement>('input[data-search]')?.focus(),
    back: () => {
      if (place.tab === 'messages') place.openConversation(null);
      else if (place.tab === 'inbox') place.closeInject();
    },
    help: onHelp,
  };
  useShortcuts(({ name, part }) => {
    if (isPlayed || name === 'help') actions[name](part);
  });
  return null;
}
