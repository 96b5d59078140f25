/** The parts of the screen that a table has, and how much in each wants to be looked at. */
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { inboxRows } from './inbox-model';
import { conversationsOf, unreadIn } from './messages-model';

export const navTabs = [
  'result',
  'inbox',
  'holdings',
  'situation',
  'joint',
  'duties',
  'messages',
] as const;
export type NavTab = (typeof navTabs)[number];

/** By conversation, and `holdings`: seq of the last thing this device has shown. */
export type Marks = Readonly<Record<string, number>>;

/** Reports are a part of its own once something has to be reported; the result, after EndEx. */
export function tabsOf(view: PlayerView): NavTab[] {
  const hasDuties = Object.keys(view.obligations).length > 0;
  const hasEnded = view.exercise.stage === 'ended';
  return navTabs.filter((tab) => (tab !== 'duties' || hasDuties) && (tab !== 'result' || hasEnded));
}

export function countsOf(
  view: PlayerView,
  seatId: string | null,
  marks: Marks,
): Record<NavTab, number> {
  return {
    result: 0,
    inbox: inboxRows(view, seatId).filter(({ isUnread }) => isUnread).length,
    holdings: newHoldings(view, marks.holdings ?? 0),
    situation: 0,
    joint: openVoices(view),
    duties: openDuties(view),
    messages: conversationsOf(view).reduce((sum, one) => sum + unreadIn(one, marks), 0),
  };
}

/** What others passed on since the part was last shown. */
function newHoldings({ holdings }: PlayerView, seen: number): number {
  return Object.values(holdings).filter(({ shareSeqs }) => shareSeqs.some((seq) => seq > seen))
    .length;
}

/** Seq of the latest share that brought something to hold. */
export function latestHolding({ holdings }: PlayerView): number {
  return Math.max(0, ...Object.values(holdings).flatMap(({ shareSeqs }) => shareSeqs));
}

/** Joint positions that wait for a word of this table on what now stands. */
function openVoices({ positions, table, exercise }: PlayerView): number {
  if (exercise.stage !== 'live') return 0;
  return Object.values(positions).filter(
    ({ status, voices, stances, version }) =>
      status === 'open' &&
      voices.some(
        ({ teamId, tableId }) =>
          tableId === table.tableId &&
          !stances.some(
            (taken) =>
              taken.teamId === teamId &&
              (taken.on.kind === 'option' || taken.on.version === version),
          ),
      ),
  ).length;
}

function openDuties({ obligations, exercise }: PlayerView): number {
  if (exercise.stage !== 'live') return 0;
  return Object.values(obligations).filter(
    ({ status, report }) => report === null && (status === 'open' || status === 'missed'),
  ).length;
}
