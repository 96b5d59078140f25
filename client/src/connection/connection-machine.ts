/**
 * The connection's life as a statechart: connecting → live → reconnecting → live …, refused, gone.
 * It holds what the server last told. It touches no socket: it emits what the link should do.
 */
import type { SeatId } from '@trilogue/engine/protocol/ids';
import type { Cursor, Draft, Frame, RosterEntry, Welcome } from '@trilogue/engine/protocol/socket';
import type { Audience } from '@trilogue/engine/views/audience';
import { assign, emit, type SnapshotFrom, setup } from 'xstate';
import { type Folded, foldFrame } from './fold';

export type ConnectionEvent =
  | { readonly type: 'SOCKET_UP' }
  | { readonly type: 'SOCKET_DOWN' }
  | { readonly type: 'WELCOME'; readonly welcome: Welcome }
  | { readonly type: 'REFUSED'; readonly code: string }
  | { readonly type: 'FRAME'; readonly frame: Frame }
  | { readonly type: 'ROSTER'; readonly roster: readonly RosterEntry[] }
  | { readonly type: 'DRAFT'; readonly draft: Draft }
  | { readonly type: 'STORAGE'; readonly isKept: boolean }
  | { readonly type: 'MOVED' }
  | { readonly type: 'GOODBYE'; readonly code: string }
  | { readonly type: 'RETRY' };

/** What the link to the server is asked to do. */
export type ConnectionEffect =
  | { readonly type: 'subscribe'; readonly cursor: Cursor | null }
  | { readonly type: 'open' }
  | { readonly type: 'close' };

export interface ConnectionContext extends Folded {
  readonly seatId: SeatId | null;
  readonly audience: Audience | null;
  readonly roster: readonly RosterEntry[];
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly refusal: { readonly code: string } | null;
  /** False while the server can't keep what is asked for. */
  readonly isKept: boolean;
}

const nothing: ConnectionContext = {
  seatId: null,
  audience: null,
  view: null,
  cursor: null,
  roster: [],
  drafts: {},
  refusal: null,
  isKept: true,
};

const machineSetup = setup({
  types: {
    context: {} as ConnectionContext,
    /** What was shown before a reload: it stands until the server's welcome. */
    input: {} as Partial<ConnectionContext> | undefined,
    events: {} as ConnectionEvent,
    emitted: {} as ConnectionEffect,
    tags: {} as 'subscribing',
  },
  actions: {
    subscribe: emit(({ context }) => ({ type: 'subscribe' as const, cursor: context.cursor })),
    open: emit({ type: 'open' }),
    close: emit({ type: 'close' }),
    forgetCursor: assign({ cursor: null }),
    forgetRefusal: assign({ refusal: null }),
    takeWelcome: assign(({ context, event }) =>
      event.type === 'WELCOME' ? welcomed(context, event.welcome) : {},
    ),
    takeFrame: assign(({ context, event }) => {
      if (event.type !== 'FRAME') return {};
      const result = foldFrame(context, event.frame);
      return result.kind === 'folded' ? result.folded : {};
    }),
    takeRoster: assign(({ event }) => (event.type === 'ROSTER' ? { roster: event.roster } : {})),
    takeDraft: assign(({ context, event }) =>
      event.type === 'DRAFT' ? { drafts: withDraft(context.drafts, event.draft) } : {},
    ),
    takeStorage: assign(({ event }) => (event.type === 'STORAGE' ? { isKept: event.isKept } : {})),
    takeRefusal: assign(({ event }) =>
      event.type === 'REFUSED' || event.type === 'GOODBYE' ? { refusal: { code: event.code } } : {},
    ),
  },
  guards: {
    isGap: ({ context, event }) =>
      event.type === 'FRAME' && foldFrame(context, event.frame).kind === 'gap',
    isWelcomeLost: ({ context, event }) =>
      event.type === 'WELCOME' && welcomed(context, event.welcome).view === null,
    isPassing: ({ event }) =>
      (event.type === 'GOODBYE' || event.type === 'REFUSED') && isPassing(event.code),
  },
});

/** While there is no stream: wait for the socket, then for the server's welcome. */
const onTheWay = machineSetup.createStateConfig({
  initial: 'opening',
  entry: 'forgetRefusal',
  states: {
    opening: { on: { SOCKET_UP: 'subscribing' } },
    subscribing: {
      entry: 'subscribe',
      tags: 'subscribing',
      on: {
        SOCKET_DOWN: 'opening',
        MOVED: { target: 'subscribing', reenter: true, actions: 'forgetCursor' },
        WELCOME: [
          {
            guard: 'isWelcomeLost',
            target: 'subscribing',
            reenter: true,
            actions: 'forgetCursor',
          },
          { target: '#connection.live', actions: 'takeWelcome' },
        ],
      },
    },
  },
  on: {
    REFUSED: [
      { guard: 'isPassing', target: '.opening' },
      { target: '#connection.refused', actions: 'takeRefusal' },
    ],
  },
});

export const connectionMachine = machineSetup.createMachine({
  id: 'connection',
  context: ({ input }) => ({ ...nothing, ...input, cursor: null }),
  initial: 'connecting',
  on: {
    GOODBYE: [
      { guard: 'isPassing', target: '.reconnecting' },
      { target: '.gone', actions: 'takeRefusal' },
    ],
  },
  states: {
    connecting: onTheWay,
    live: {
      on: {
        SOCKET_DOWN: 'reconnecting',
        FRAME: [
          { guard: 'isGap', target: 'reconnecting.subscribing', actions: 'forgetCursor' },
          { actions: 'takeFrame' },
        ],
        ROSTER: { actions: 'takeRoster' },
        DRAFT: { actions: 'takeDraft' },
        STORAGE: { actions: 'takeStorage' },
        MOVED: { target: 'reconnecting.subscribing', actions: 'forgetCursor' },
      },
    },
    reconnecting: onTheWay,
    refused: {
      entry: ['close', 'forgetCursor'],
      on: { RETRY: { target: 'connecting', actions: 'open' } },
    },
    gone: { entry: ['close', 'forgetCursor'] },
  },
});

/** A server that closes or is overloaded comes back: wait for it instead of giving up. */
export function isPassing(code: string): boolean {
  return code.startsWith('server/');
}

/** Nobody will answer any more; but a page of another version is loaded anew, and finds what waits. */
export function isShut(snapshot: SnapshotFrom<typeof connectionMachine>): boolean {
  const isOver = snapshot.matches('gone') || snapshot.matches('refused');
  return isOver && snapshot.context.refusal?.code !== 'protocol/version';
}

/** A draft as it stands after `draft` arrived; an older revision changes nothing. */
export function withDraft(
  drafts: Readonly<Record<string, Draft>>,
  draft: Draft,
): Readonly<Record<string, Draft>> {
  const known = drafts[draft.injectId];
  return known !== undefined && known.revision > draft.revision
    ? drafts
    : { ...drafts, [draft.injectId]: draft };
}

function welcomed(context: ConnectionContext, welcome: Welcome): Partial<ConnectionContext> {
  const { seatId, audience, roster, frame } = welcome;
  const result = foldFrame(context, frame);
  const folded =
    result.kind === 'folded'
      ? result.folded
      : result.kind === 'seen'
        ? { view: context.view, cursor: context.cursor }
        : { view: null, cursor: null };
  return {
    ...folded,
    seatId,
    audience,
    roster,
    isKept: welcome.isKept,
    drafts: Object.fromEntries(welcome.drafts.map((draft) => [draft.injectId, draft])),
  };
}
