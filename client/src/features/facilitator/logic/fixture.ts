/** A small facilitator's view for tests: two modules, three injects, two tables. */
import type { FacilitatorEvent, FacilitatorView } from '@trilogue/engine/views/facilitator-view';

type Inject = FacilitatorView['injects'][string];
type Part<T> = { readonly [Key in keyof T]?: unknown };

/** Ids and enumerations are written as plain text in a test; the view's types brand them. */
const as = <T>(value: unknown): T => value as T;

export const minutes = (count: number): number => count * 60_000;

export function event(changes: Part<FacilitatorEvent> = {}): FacilitatorEvent {
  return as({
    status: 'waiting',
    isHeld: false,
    dueAtMs: null,
    releasedPlayMs: null,
    releasedAtMs: null,
    release: null,
    tableIds: [],
    reason: '',
    ...changes,
  });
}

export function released(playMs: number, tableIds: readonly string[] = ['jp', 'ph']) {
  return event({ status: 'released', releasedPlayMs: playMs, releasedAtMs: playMs, tableIds });
}

export function inject(id: string, order: number, changes: Part<Inject> = {}): Inject {
  return as({
    id,
    order,
    number: String(order + 1),
    title: id,
    kind: 'contextual',
    channel: 'email',
    from: 'Desk',
    tlp: 'GREEN',
    phaseId: 'first',
    trigger: { kind: 'manual' },
    to: ['jp', 'ph'],
    toTeams: ['jp-port', 'jp-police', 'ph-customs'],
    droppedTeams: [],
    isImprovised: false,
    lacks: {},
    variants: [],
    choices: [],
    expectations: [],
    ...changes,
  });
}

export function expectation(key: string, changes: Record<string, unknown> = {}) {
  const [injectId, tableId, expectationId] = key.split(' ');
  return {
    [key]: as<FacilitatorView['expectations'][string]>({
      injectId,
      tableId,
      expectationId,
      status: 'open',
      dueAtMs: minutes(10),
      settledPlayMs: null,
      ...changes,
    }),
  };
}

export function delivery(key: string, changes: Record<string, unknown> = {}) {
  const [injectId, tableId] = key.split(' ');
  return {
    [key]: as<FacilitatorView['deliveries'][string]>({
      injectId,
      tableId,
      openedBy: [],
      acknowledged: null,
      response: null,
      choice: null,
      ...changes,
    }),
  };
}

export function stamp(playMs: number, changes: Record<string, unknown> = {}) {
  return { seatId: 'seat-1', atMs: playMs, playMs, ...changes };
}

export function view(changes: Part<FacilitatorView> = {}): FacilitatorView {
  return as({
    commsCheck: null,
    phases: {
      first: phase('first', 0, { enteredPlayMs: 0 }),
      second: phase('second', 1),
    },
    cast: {
      tables: [
        table('jp', ['jp-port', 'jp-police']),
        table('ph', ['ph-customs']),
        { ...table('control', ['us-port']), isControl: true },
      ],
      teams: ['jp-port', 'jp-police', 'ph-customs', 'us-port'].map((id) => ({
        id,
        partyId: id.slice(0, 2),
        name: id,
        sector: '',
        mission: '',
      })),
      contacts: [],
    },
    injects: {},
    events: {},
    exits: {},
    deliveries: {},
    expectations: {},
    notes: {},
    messages: {},
    watches: {},
    items: {},
    shares: {},
    requests: {},
    positions: {},
    draftVersions: {},
    draftComments: {},
    obligations: {},
    translations: {},
    lacks: {},
    claims: {},
    criteria: {},
    scores: {},
    ...changes,
  });
}

export function phase(id: string, order: number, changes: Record<string, unknown> = {}) {
  return {
    id,
    order,
    parentId: null,
    title: id,
    briefing: null,
    questions: [],
    exits: [],
    enteredPlayMs: null,
    leftPlayMs: null,
    ...changes,
  };
}

function table(tableId: string, teamIds: readonly string[]) {
  return { tableId, name: tableId.toUpperCase(), language: null, teamIds, isControl: false };
}
