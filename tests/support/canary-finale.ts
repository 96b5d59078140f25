/** What random moves come to seldom: each drill ends with something of every kind. */
import type { Command } from '@trilogue/engine/exercise/commands';
import type { Actor } from '@trilogue/engine/exercise/fact-shape';
import type { Fact, FactOf, FactType } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { SeatId, TableId, TeamId } from '@trilogue/engine/protocol/ids';
import type { Canary } from './canary.js';
import type { Submission } from './random-drill.js';

type Next = (state: ExerciseState, canary: Canary) => Submission | null;

const host: Actor = { kind: 'host' };
const words = 'words';
const place = { form: 'full', channel: 'cert', confidence: 'high', inReplyTo: null } as const;

const named = (canary: Canary, id: string) => canary.ids.get(id) ?? id;
const as = (canary: Canary, id: string): Actor => ({
  kind: 'seat',
  seatId: named(canary, id) as SeatId,
});

/** Said by the director, whatever stands. */
const director =
  (make: (state: ExerciseState, canary: Canary) => Command | null): Next =>
  (state, canary) => {
    const command = make(state, canary);
    return command && { actor: as(canary, 'director'), command };
  };

const teamsAt = ({ casting }: ExerciseState, tableId: string): readonly TeamId[] =>
  casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
const playersAt = ({ seats }: ExerciseState, tableId: string): SeatId[] =>
  [...seats.values()]
    .filter((seat) => seat.role === 'player' && !seat.isGone && seat.tableId === tableId)
    .map(({ seatId }) => seatId);
/** The latest of a kind that stands. */
function last<Type extends FactType>(
  { timeline }: ExerciseState,
  type: Type,
  isFitting: (fact: FactOf<Type>) => boolean = () => true,
): FactOf<Type> | undefined {
  const isIt = (fact: Fact) => fact.type === type && isFitting(fact as FactOf<Type>);
  return timeline.findLast(isIt) as FactOf<Type> | undefined;
}

const seated = (seat: string, table: string): Next => {
  return ({ seats, casting }, canary) => {
    const seatId = named(canary, seat) as SeatId;
    const tableId = named(canary, table) as TableId;
    const isThere = seats.get(seatId)?.isGone === false;
    const exists = casting.tables.some((one) => one.tableId === tableId);
    if (isThere || !exists) return null;
    return { actor: host, command: { type: 'JoinExercise', seatId, role: 'player', tableId } };
  };
};

/** From the first table to the second, with an item of theirs where they have one. */
const sharing = (marking: 'RED' | 'GREEN', toAll: boolean): Next =>
  director((state, canary) => {
    const [from, to] = [named(canary, 'table-0'), named(canary, 'table-1')] as TableId[];
    if (from === undefined || to === undefined) return null;
    const teams = toAll
      ? state.casting.tables.flatMap(({ teamIds }) => teamIds)
      : teamsAt(state, to).slice(0, 1);
    const [person] = playersAt(state, to);
    const held = [...state.holdings.values()].filter(({ tableId }) => tableId === from);
    return {
      type: 'ShareInformation',
      ...place,
      tableId: from,
      to: { teams: [...teams], contacts: [] },
      seatIds: marking === 'RED' && person !== undefined ? [person] : [],
      marking,
      items: held.slice(-1).map(({ itemId, form }) => ({ itemId, form })),
      facts: words,
      ask: words,
      evenSo: true,
    };
  });

/** As a player of the first table, who then is told in private what they sent. */
const whispering: Next = (state, canary) => {
  const submission = sharing('RED', false)(state, canary);
  const [sender] = playersAt(state, named(canary, 'table-0'));
  if (submission === null || sender === undefined) return submission;
  const { tableId: _, ...command } = submission.command as Extract<
    Command,
    { type: 'ShareInformation' }
  >;
  return { actor: { kind: 'seat', seatId: sender }, command };
};

const exchange: readonly Next[] = [
  director((state, canary) => ({
    type: 'RequestInformation',
    tableId: named(canary, 'table-0') as TableId,
    to: { teams: teamsAt(state, named(canary, 'table-1')).slice(0, 1), contacts: [] },
    channel: 'cert',
    marking: 'AMBER',
    text: words,
  })),
  director((state) => {
    const asked = last(state, 'InformationRequested');
    const [tableId] = asked?.to.tableIds ?? [];
    if (asked === undefined || tableId === undefined) return null;
    return { type: 'AnswerRequest', tableId, requestSeq: asked.seq, isGranted: false, text: words };
  }),
  director((state) => {
    // Of somebody else's, who is asked.
    const held = state.holdings.find(({ itemId, tableId }) => {
      const originator = state.playbook.items.get(itemId)?.originator as TeamId;
      return state.casting.tableOf.get(originator) !== tableId;
    });
    if (held === undefined) return null;
    const { tableId, itemId, form } = held;
    const teams = [...state.casting.tableOf.keys()].slice(0, 1);
    return { type: 'RequestPermission', tableId, itemId, form, teams, reason: words };
  }),
  director((state) => {
    const asked = last(state, 'PermissionRequested');
    if (asked === undefined) return null;
    return { type: 'AnswerRequest', requestSeq: asked.seq, isGranted: true, text: words };
  }),
  whispering,
  sharing('GREEN', true),
  translated('InformationShared', 'facts'),
];

/** A text drafted, discussed and settled by control. */
const openText = ({ positions, playbook }: ExerciseState) =>
  [...positions.entries()].find(
    ([id, { status }]) => status === 'open' && playbook.positions.get(id)?.text !== undefined,
  );
const together: readonly Next[] = [
  director(({ playbook, positions }) => {
    const waiting = [...playbook.positions.values()].find(
      ({ id, text }) => text !== undefined && !positions.has(id),
    );
    return waiting === undefined ? null : { type: 'OpenPosition', positionId: waiting.id };
  }),
  director((state) => {
    const [positionId, now] = openText(state) ?? [];
    const tableId = now?.tableIds[0];
    if (positionId === undefined || now === undefined || tableId === undefined) return null;
    return { type: 'DraftText', tableId, positionId, baseVersion: now.version, text: words };
  }),
  translated('PositionDrafted', 'text'),
  director((state) => {
    const [positionId, now] = openText(state) ?? [];
    const tableId = now?.tableIds[0];
    if (positionId === undefined || now === undefined || tableId === undefined) return null;
    return { type: 'CommentOnDraft', tableId, positionId, version: now.version, text: words };
  }),
  director(({ positions }) => {
    const [positionId, now] = [...positions].find(([, { status }]) => status === 'open') ?? [];
    const teamId = now?.voices[0]?.teamId;
    const on = now?.stances[0]?.on ?? { kind: 'version', version: now?.version ?? 0 };
    if (positionId === undefined || teamId === undefined) return null;
    return { type: 'TakeStance', positionId, teamId, on, stance: 'object', reason: words };
  }),
  director(({ positions }) => {
    const [positionId] = [...positions].find(([, { status }]) => status === 'open') ?? [];
    if (positionId === undefined) return null;
    return { type: 'OverridePosition', positionId, agreedOn: null, reason: words };
  }),
  director(({ playbook, obligations }) => {
    const open = [...playbook.obligations.values()].find(
      ({ id }) => !obligations.some((one) => one.obligationId === id),
    );
    return open === undefined ? null : { type: 'StartObligation', obligationId: open.id };
  }),
  director(({ obligations, playbook }) => {
    const owed = obligations.find(({ report }) => report === null);
    if (owed === undefined) return null;
    const { obligationId, tableId } = owed;
    const fields = (playbook.obligations.get(obligationId)?.fields ?? []).map(({ id }) => ({
      fieldId: id,
      text: words,
    }));
    return { type: 'FileReport', tableId, obligationId, fields };
  }),
];

/** Edited before it goes out, and made up on the spot. */
const rewriting: readonly Next[] = [
  director(({ injects, playbook }) => {
    const waiting = injects.findKey(
      ({ status }, id) =>
        playbook.injects.has(id) && status !== 'released' && status !== 'recalled',
    );
    if (waiting === undefined) return null;
    const texts = { title: words, body: words };
    return { type: 'EditInject', injectId: waiting, ...texts, untilTranslated: false };
  }),
  director((state) => {
    const edited = last(state, 'InjectEdited');
    return edited ? { type: 'ReleaseInject', injectId: edited.injectId } : null;
  }),
  translated('InjectEdited', 'title'),
  director((state, canary) => {
    const [teamId] = teamsAt(state, named(canary, 'table-1'));
    const [contact] = state.playbook.scenario.contacts;
    if (teamId === undefined || contact === undefined) return null;
    return {
      type: 'ImproviseInject',
      title: words,
      body: words,
      channel: 'call',
      from: contact.id,
      to: [teamId],
      tlp: 'CLEAR',
      expectations: [],
      releaseNow: true,
      untilTranslated: false,
    };
  }),
];

const evaluation: readonly Next[] = [
  ...(['kept', 'all'] as const).map((kind) => noting(() => ({ kind }))),
  noting(({ parties }) => ({ kind: 'party', partyId: parties[0]?.id ?? ('' as never) })),
  translated('ObservationNoted', 'text'),
  director(({ expectations }) => {
    const found = expectations.find(({ status }) => status === 'met' || status === 'missed');
    if (found === undefined) return null;
    const { injectId, expectationId, tableId } = found;
    const mark = { injectId, expectationId, tableId, reason: words };
    return { type: 'MarkExpectation', ...mark, as: 'late' };
  }),
  director(({ playbook }, canary) => ({
    type: 'AdjustScore',
    tableId: named(canary, 'table-0') as TableId,
    points: 2,
    objectiveId: playbook.scenario.objectives[0]?.id ?? null,
    reason: words,
  })),
  director(({ playbook }) => {
    const [objective] = playbook.scenario.objectives;
    if (objective === undefined) return null;
    const of = { kind: 'objective', objectiveId: objective.id } as const;
    return { type: 'RateObjective', of, tableId: null, rating: 'P', reason: words };
  }),
];

/** Rated by the name of the capability, which stands in the ids for want of one of its own. */
const rating = (isCapability: boolean): Next =>
  director(({ playbook }, canary) => {
    const objective = playbook.scenario.objectives.at(-1);
    if (objective === undefined) return null;
    const capability = [...canary.ids.entries()].find(([name]) => name.startsWith('Capability'));
    return {
      type: 'ConfirmRating',
      of:
        isCapability && capability !== undefined
          ? { kind: 'capability', capability: capability[1] }
          : { kind: 'objective', objectiveId: objective.id },
      tableId: isCapability ? (named(canary, 'table-0') as TableId) : null,
      rating: 'S',
      reason: words,
    };
  });

/** Now and then half of what was played is taken back. */
const rewinding = director(({ timeline, seq }) => {
  const start = timeline.findIndex(({ type }) => type === 'ExerciseStarted');
  const middle = timeline.get(Math.floor((start + timeline.size) / 2));
  if (start < 0 || middle === undefined || seq % 3 > 0) return null;
  return { type: 'Rewind', toSeq: middle.seq, reason: words };
});

export const finale: readonly Next[] = [
  director(({ realWorld }) => (realWorld === null ? null : { type: 'LiftRealWorld' })),
  seated('seat-a1', 'table-0'),
  seated('seat-b1', 'table-1'),
  seated('seat-b2', 'table-1'),
  director(({ playbook }) => {
    const injectId = playbook.scenario.injects.at(-1)?.id;
    return injectId === undefined ? null : { type: 'SkipInject', injectId, reason: words };
  }),
  director(() => ({ type: 'SendMessage', thread: { kind: 'staff' }, text: words })),
  director((_, canary) => {
    const thread = { kind: 'table', tableId: named(canary, 'table-0') as TableId } as const;
    return { type: 'SendMessage', thread, text: words };
  }),
  ...rewriting,
  ...exchange,
  ...together,
  ...evaluation,
  rewinding,
  (_, canary) => ({
    actor: as(canary, 'seat-a1'),
    command: { type: 'RaiseRealWorld', reason: words },
  }),
  director(() => ({ type: 'LiftRealWorld' })),
  director(() => ({ type: 'ShowScores', players: true, observers: true })),
  director(() => ({ type: 'EndExercise', reason: words })),
  rating(true),
  rating(false),
  director((state) => {
    const kept = last(state, 'ObservationNoted', ({ release }) => release.kind === 'kept');
    const release = { kind: 'all' } as const;
    return kept ? { type: 'ReleaseObservation', noteSeq: kept.seq, release } : null;
  }),
];

/** In the scenario's last language, where it has more than one. */
function translated(type: FactType, field: string): Next {
  return director((state) => {
    const { languages } = state.playbook.scenario;
    const fact = last(state, type);
    if (fact === undefined || languages.length < 2) return null;
    const language = languages.at(-1) ?? '';
    return { type: 'AddTranslation', of: fact.seq, field, language, text: words };
  });
}

function noting(
  release: (scenario: Canary['scenario']) => FactOf<'ObservationNoted'>['release'],
): Next {
  return director((_, { scenario }) => ({
    type: 'NoteObservation',
    tableId: null,
    objectiveId: scenario.objectives[0]?.id ?? null,
    momentPlayMs: null,
    kind: 'strength',
    importance: 'high',
    release: release(scenario),
    text: words,
  }));
}
