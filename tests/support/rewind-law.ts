/**
 * Law 8 on one rewind, against an oracle of its own: the state folded from the facts up to the moment
 * gone back to, and the state just before. Which part belongs to which stands here by hand.
 */
import { fold } from '@trilogue/engine/exercise/evolve';
import type { Fact, FactOf, FactType } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import { type Audience, audienceKey, playerAudience } from '@trilogue/engine/views/audience';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { type View, viewOf } from '@trilogue/engine/views/project';
import { plain, same } from './plain.js';
import type { Step } from './random-drill.js';

/**
 * play: as at the moment gone back to. room: as just before. static: the scenario's, for good. mixed:
 * some of each. clock, log: set anew by the rewind. none: empty, for it comes out after EndEx only.
 */
type Part = 'play' | 'room' | 'static' | 'mixed' | 'clock' | 'log' | 'none';

const stateParts: { readonly [Key in keyof ExerciseState]: Part } = {
  playbook: 'room',
  loaded: 'static',
  exerciseId: 'room',
  title: 'room',
  seed: 'room',
  pace: 'room',
  mode: 'room',
  scoringVersion: 'room',
  seq: 'log',
  epoch: 'log',
  lastAtMs: 'log',
  lastPlayMs: 'log',
  lifecycle: 'clock',
  clock: 'clock',
  realWorld: 'room',
  endedBecause: 'play',
  quarantine: 'play',
  casting: 'room',
  seats: 'room',
  phases: 'play',
  phaseVisits: 'play',
  scenarioClock: 'play',
  exits: 'play',
  injects: 'play',
  written: 'play',
  variants: 'play',
  deliveries: 'play',
  expectations: 'play',
  messages: 'mixed',
  notes: 'play',
  translations: 'mixed',
  tallies: 'play',
  happenings: 'play',
  holdings: 'play',
  itemsHeldSince: 'play',
  shares: 'play',
  requests: 'play',
  brokenMarkings: 'play',
  told: 'play',
  permitted: 'play',
  needsMet: 'play',
  privateSeats: 'play',
  positions: 'play',
  draftVersions: 'play',
  draftComments: 'play',
  obligations: 'play',
  claims: 'room',
  criteria: 'play',
  observations: 'room',
  ratings: 'room',
  confirmedRatings: 'room',
  commsCheck: 'room',
  milestones: 'play',
  assets: 'play',
  indicators: 'play',
  endings: 'play',
  truths: 'play',
  scoresShown: 'room',
  scores: 'play',
  armedInjects: 'play',
  armedExits: 'play',
  openDeadlines: 'play',
  armedDependencies: 'play',
  armedMoments: 'play',
  hiddenExpectations: 'play',
  openPositions: 'play',
  openObligations: 'play',
  erasedSeats: 'room',
  takenBack: 'log',
  timeline: 'log',
};

const playerParts: { readonly [Key in keyof PlayerView]: Part } = {
  exercise: 'mixed',
  clock: 'clock',
  scenarioClock: 'play',
  parties: 'static',
  phases: 'play',
  pastPhases: 'play',
  table: 'room',
  seats: 'room',
  injects: 'play',
  deliveries: 'play',
  tasks: 'play',
  notes: 'play',
  messages: 'play',
  assets: 'play',
  indicators: 'play',
  commsCheck: 'room',
  directory: 'room',
  people: 'room',
  holdings: 'play',
  shares: 'play',
  requests: 'play',
  positions: 'play',
  draftVersions: 'play',
  draftComments: 'play',
  obligations: 'play',
  observations: 'none',
  ratings: 'none',
  scores: 'play',
};

const facilitatorParts: { readonly [Key in keyof FacilitatorView]: Part } = {
  exercise: 'mixed',
  clock: 'clock',
  scenarioClock: 'play',
  parties: 'static',
  cast: 'room',
  seats: 'room',
  phases: 'play',
  exits: 'play',
  objectives: 'static',
  injects: 'play',
  events: 'play',
  deliveries: 'play',
  expectations: 'play',
  notes: 'play',
  messages: 'mixed',
  watches: 'play',
  milestones: 'play',
  assets: 'play',
  indicators: 'play',
  endings: 'play',
  scores: 'play',
  commsCheck: 'room',
  items: 'static',
  holdings: 'play',
  shares: 'play',
  brokenMarkings: 'play',
  requests: 'play',
  positions: 'play',
  draftVersions: 'play',
  draftComments: 'play',
  duties: 'static',
  obligations: 'play',
  translations: 'mixed',
  lacks: 'static',
  claims: 'room',
  criteria: 'play',
  observations: 'room',
  ratings: 'room',
  confirmedRatings: 'room',
};

const observerParts: { readonly [Key in keyof ObserverView]: Part } = {
  exercise: 'mixed',
  clock: 'clock',
  scenarioClock: 'play',
  parties: 'static',
  phases: 'play',
  tables: 'room',
  happenings: 'play',
  assets: 'play',
  indicators: 'play',
  scores: 'play',
};

const viewParts = {
  player: playerParts,
  facilitator: facilitatorParts,
  observer: observerParts,
} satisfies { readonly [Role in Audience['role']]: Readonly<Record<string, Part>> };

/** Fields of a view's exercise that tell of play; the others are the room's. */
const playFields = ['stage', 'isAside', 'quarantine', 'endedBecause'];

const roomFacts: ReadonlySet<FactType> = new Set<FactType>([
  'ExerciseCreated',
  'TeamsCast',
  'LobbyOpened',
  'PaceSet',
  'SeatJoined',
  'SeatMoved',
  'SeatLeft',
  'CommsCheckStarted',
  'CommsCheckAcknowledged',
  'ScenarioTranslated',
  'AnswerClaimed',
  'ObservationNoted',
  'ObservationReleased',
  'RatingGiven',
  'RatingConfirmed',
  'ScoresShown',
  'RealWorldRaised',
  'RealWorldLifted',
  'Rewound',
  'ContentRedacted',
  'PersonErased',
]);

/** Whether a fact stays at a rewind: of the room, or written by the staff for themselves. */
export function isOfTheRoom(fact: Fact, known: readonly Fact[]): boolean {
  if (fact.type === 'MessageSent') return fact.thread.kind === 'staff';
  if (fact.type !== 'TextTranslated') return roomFacts.has(fact.type);
  const original = known.find(({ seq }) => seq === fact.of);
  return original !== undefined && isOfTheRoom(original, known);
}

/** The state that the facts up to the moment gone back to lead to, told in the languages of now. */
export function cutOf(before: ExerciseState, toSeq: number): ExerciseState {
  const known = before.timeline.toArray();
  const kept = known.filter(({ seq }) => seq <= toSeq);
  const cut = fold(emptyExercise(before.loaded), kept);
  const later = known.filter(({ seq, type }) => seq > toSeq && type === 'ScenarioTranslated');
  const { playbook, written, injects } = fold(cut, later);
  return { ...cut, playbook, written, injects };
}

/** What stands at a rewind, of play and of the room. */
export function checkRewind({ before, fact, after }: Step): void {
  if (fact.type !== 'Rewound') return;
  const cut = cutOf(before, fact.toSeq);
  checkLog(before, fact, after);
  checkClock(cut, fact, after);
  for (const [key, part] of Object.entries(stateParts) as [keyof ExerciseState, Part][]) {
    if (part === 'play') same(after[key], cut[key], `play part "${key}"`);
    if (part === 'room') same(after[key], before[key], `room part "${key}"`);
  }
  for (const audience of audiencesOf(after)) checkView(before, cut, after, audience);
}

function checkLog(before: ExerciseState, fact: FactOf<'Rewound'>, after: ExerciseState): void {
  same([after.seq, after.epoch], [before.seq + 1, before.epoch + 1], 'number and epoch');
  const known = before.timeline.toArray();
  const staying = known.filter((past) => past.seq <= fact.toSeq || isOfTheRoom(past, known));
  const seqs = [...staying, fact].map(({ seq }) => seq);
  const stands = after.timeline.toArray().map(({ seq }) => seq);
  same(stands, seqs, 'the facts that stand');
}

/** It stands at the moment gone back to, at the speed it had. */
function checkClock(cut: ExerciseState, fact: FactOf<'Rewound'>, after: ExerciseState): void {
  same(after.lifecycle, { stage: 'live', clock: 'paused', world: 'play' }, 'the lifecycle');
  // After a jump play time stands further than its last fact.
  const playMs = Math.max(cut.lastPlayMs, cut.clock.anchorPlayMs);
  same(
    after.clock,
    {
      anchorPlayMs: playMs,
      anchorAtMs: fact.atMs,
      speed: cut.clock.speed,
      pause: { cause: 'rewind', reason: fact.reason },
    },
    'the clock',
  );
  same([fact.playMs, after.lastPlayMs], [playMs, playMs], 'play time');
}

/** Tables, the seats at them as if each had a view of its own, the staff, the walls. */
function audiencesOf({ casting, seats }: ExerciseState): Audience[] {
  const seated = [...seats.values()].flatMap(({ seatId, tableId }) =>
    tableId === null ? [] : [{ ...playerAudience(tableId), seatId }],
  );
  const tables = casting.tables.map(({ tableId }) => playerAudience(tableId));
  return [...tables, ...seated, { role: 'facilitator' }, { role: 'observer' }];
}

function checkView(
  before: ExerciseState,
  cut: ExerciseState,
  after: ExerciseState,
  audience: Audience,
): void {
  const now = fieldsOf(viewOf(after, audience));
  const then = fieldsOf(viewOf(cut, audience));
  const last = fieldsOf(viewOf(before, audience));
  // Whether scores are shown is the room's; what they are is play's.
  const shown = fieldsOf(viewOf({ ...cut, scoresShown: before.scoresShown }, audience));
  for (const [name, part] of Object.entries(viewParts[audience.role])) {
    const what = `${audienceKey(audience)} ${part} "${name}"`;
    if (part === 'play') same(now[name], name === 'scores' ? shown[name] : then[name], what);
    if (part === 'room' || part === 'static') same(now[name], last[name], what);
    if (part === 'none') same(now[name], {}, what);
    if (part !== 'mixed') continue;
    const isPlays = isPlaysIn(name, before);
    same(some(now[name], isPlays), some(then[name], isPlays), `${what}, play`);
    const isRooms = (key: string) => !isPlays(key);
    same(some(now[name], isRooms), some(last[name], isRooms), `${what}, room`);
  }
}

/** In a part that is mixed, which fields or items are play's. */
function isPlaysIn(name: string, before: ExerciseState): (key: string) => boolean {
  if (name === 'exercise') return (key) => playFields.includes(key);
  const known = before.timeline.toArray();
  // Messages stand by the number of their fact, translations by that of what they translate.
  return (key) => {
    const fact = known.find(({ seq }) => seq === Number(key.split(' ')[0]));
    return fact !== undefined && !isOfTheRoom(fact, known);
  };
}

function some(part: unknown, isWanted: (key: string) => boolean): unknown {
  const entries = Object.entries(part as Record<string, unknown>);
  return Object.fromEntries(entries.filter(([key]) => isWanted(key)));
}

function fieldsOf(view: View): Record<string, unknown> {
  return plain(view) as Record<string, unknown>;
}
