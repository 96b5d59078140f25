/** Parts that several audiences see alike. */
import { writtenKey } from '../exercise/evaluation-state.js';
import { type ExerciseState, isPhaseActive } from '../exercise/state.js';
import type { InjectState, Message, Note } from '../exercise/state-parts.js';
import { factAt, translationsOf } from '../exercise/written-texts.js';
import type { PartyId, PhaseId, SeatId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { ClockView, ScenarioClockView } from './clock-view.js';
import type { MessageView, NoteView } from './player-view.js';

export interface PartyView {
  readonly id: PartyId;
  readonly name: LocalizedText;
  readonly city: LocalizedText;
  readonly timeZone: string;
}

export interface PhaseView {
  readonly id: PhaseId;
  readonly title: LocalizedText;
  readonly briefing: LocalizedText | null;
  readonly questions: readonly LocalizedText[];
}

/** A phase that is over, and when it began. */
export interface PastPhaseView {
  readonly id: PhaseId;
  readonly title: LocalizedText;
  readonly enteredPlayMs: number;
}

export interface RealWorldView {
  readonly seatId: SeatId | null;
  readonly reason: string;
  readonly atMs: number;
}

export function clockPart(state: ExerciseState): ClockView {
  const { anchorPlayMs, anchorAtMs, speed, pause } = state.clock;
  return {
    status: state.lifecycle.clock,
    anchorPlayMs,
    anchorAtMs,
    speed,
    pauseCause: pause?.cause ?? null,
  };
}

export function scenarioClockPart({ scenarioClock }: ExerciseState): ScenarioClockView {
  return {
    startsAtMs: scenarioClock?.startsAtMs ?? null,
    fromPlayMs: scenarioClock?.fromPlayMs ?? 0,
    rate: scenarioClock?.rate ?? 1,
  };
}

export function partiesPart({ playbook }: ExerciseState): readonly PartyView[] {
  return playbook.scenario.parties.map(({ id, name, city, timeZone }) => ({
    id,
    name,
    city,
    timeZone,
  }));
}

/** The phases under way, outer ones first. */
export function phasesNowPart(state: ExerciseState): readonly PhaseView[] {
  return [...state.playbook.phases.values()]
    .filter(({ phase }) => isPhaseActive(state, phase.id))
    .map(({ phase }) => ({
      id: phase.id,
      title: phase.title,
      briefing: phase.briefing ?? null,
      questions: phase.questions,
    }));
}

/** The phases that were under way and are not any more, in the order they began. */
export function phasesPastPart(state: ExerciseState): readonly PastPhaseView[] {
  return [...state.playbook.phases.values()]
    .flatMap(({ phase: { id, title } }) => {
      const visit = state.phaseVisits.get(id);
      if (visit === undefined || isPhaseActive(state, id)) return [];
      return [{ id, title, enteredPlayMs: visit.enteredPlayMs }];
    })
    .sort((one, other) => one.enteredPlayMs - other.enteredPlayMs);
}

export function messageView(state: ExerciseState, message: Message): MessageView {
  const { id, from, as, seatId, text, atMs, playMs } = message;
  const contact = as === null ? undefined : state.playbook.contacts.get(as);
  const persona = contact === undefined ? null : { name: contact.name, role: contact.role };
  const textIn = translationsOf(state, id, 'text');
  return { id, from, as: persona, seatId, text, textIn, atMs, playMs };
}

export function noteView({ seq, injectId, seatId, atMs, playMs, text }: Note): NoteView {
  return { seq, injectId, seatId, atMs, playMs, text };
}

/** Grows with each translation of an inject, and with each text of it or of its files that is removed. */
export function textRevision(
  state: ExerciseState,
  { writtenBy, filesBy, translated }: Pick<InjectState, 'writtenBy' | 'filesBy' | 'translated'>,
): number {
  const removedFrom = (seq: number | null) =>
    (seq === null ? null : factAt(state, seq))?.redacted?.length ?? 0;
  const ofScenario = translated + (filesBy === writtenBy ? 0 : removedFrom(filesBy));
  if (writtenBy === null) return ofScenario;
  const removed = removedFrom(writtenBy) + ofScenario;
  return ['title', 'body'].reduce((sum, field) => {
    const translations = state.translations.get(writtenKey(writtenBy, field)) ?? {};
    const steps = Object.values(translations).map(({ isRemoved }) => (isRemoved ? 2 : 1));
    return steps.reduce((total: number, step) => total + step, sum);
  }, removed);
}
