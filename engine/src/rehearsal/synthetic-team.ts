/**
 * A table played by the machine. It sees what a `PlayerView` shows its table and nothing else, acts
 * through the commands a player has, and knows no points, no criteria and no conditions.
 */
import type { Command } from '../exercise/commands.js';
import type { ItemId, ObligationId, PositionId, SeatId, TeamId } from '../protocol/ids.js';
import type { TlpLabel } from '../scenario/sharing-schema.js';
import type {
  HoldingView,
  ObligationView,
  PositionView,
  RequestView,
} from '../views/exchange-view.js';
import type {
  PlayerInject,
  PlayerInjectBody,
  PlayerTask,
  PlayerView,
} from '../views/player-view.js';
import type { ViewChange, ViewStep } from '../views/view-model.js';
import type { Chance } from './chance.js';
import { stanceOn } from './deciding.js';
import { recipientsFor, teamsMeant, widen } from './passing-on.js';
import type { Temperament } from './temperament.js';

/** Works out what to do when its time has come, from what the table sees then; null for nothing. */
export type Act = () => Command | null;

export interface SyntheticTeamParts {
  readonly temperament: Temperament;
  readonly chance: Chance;
  /** Takes what the team means to do at a play time, in ms. */
  readonly intend: (atMs: number, act: Act) => void;
  /** An inject's text, as a player fetches it. */
  readonly readBody: (injectId: PlayerInject['id']) => PlayerInjectBody | null;
}

export class SyntheticTeam {
  readonly temperament: Temperament;
  readonly #parts: SyntheticTeamParts;
  #view: PlayerView;

  constructor(parts: SyntheticTeamParts, view: PlayerView) {
    this.#parts = parts;
    this.temperament = parts.temperament;
    this.#view = view;
  }

  /** What its screen shows anew. */
  see(step: ViewStep<PlayerView>, playMs: number): void {
    if (step.kind === 'reset') this.#view = step.view;
    else this.#fold(step.changes);
    if (step.kind === 'reset' || this.temperament.name === 'silent') return;
    for (const change of step.changes) if (change.value !== null) this.#notice(change, playMs);
  }

  /** In place: nobody else looks at this view, and it changes a thousand times a drill. */
  #fold(changes: readonly ViewChange[]): void {
    const view = this.#view as unknown as Record<string, unknown>;
    for (const { part, id, value } of changes) {
      if (id === undefined) {
        view[part] = value;
        continue;
      }
      const items = view[part] as Record<string, unknown>;
      if (value === null) delete items[id];
      else items[id] = value;
    }
  }

  #notice({ part, id = '', value }: ViewChange, playMs: number): void {
    switch (part) {
      case 'injects':
        this.#noticeInject(value as PlayerInject, playMs);
        return;
      case 'tasks':
        this.#noticeTask(value as PlayerTask, playMs);
        return;
      case 'holdings':
        this.#noticeHolding(id, value as HoldingView, playMs);
        return;
      case 'requests':
        this.#noticeRequest(value as RequestView, playMs);
        return;
      case 'positions':
        this.#noticePosition(value as PositionView, playMs);
        return;
      case 'obligations':
        this.#noticeObligation(value as ObligationView, playMs);
        return;
      default:
    }
  }

  readonly #known = new Set<string>();

  /** Whether it is the first time that this is noticed. */
  #isNew(what: string): boolean {
    if (this.#known.has(what)) return false;
    this.#known.add(what);
    return true;
  }

  #later(playMs: number, act: Act, factor = 1): void {
    const { chance, temperament, intend } = this.#parts;
    const minutes = chance.between(...temperament.minutes) * factor;
    intend(playMs + minutes * 60_000, act);
  }

  #noticeInject(inject: PlayerInject, playMs: number): void {
    if (inject.isRecalled || !this.#isNew(`inject ${inject.id}`)) return;
    const { id: injectId } = inject;
    const { chance, temperament } = this.#parts;
    this.#later(playMs, () => ({ type: 'OpenInject', injectId }), 0.4);
    if (inject.hasChoices && chance.isTrue(temperament.diligence)) {
      this.#later(playMs, () => this.#choose(injectId));
    } else if (chance.isTrue(temperament.initiative)) {
      this.#later(playMs, () => this.#answer(injectId), 1.5);
    }
  }

  #noticeTask(task: PlayerTask, playMs: number): void {
    const { injectId, expectationId, kind, status } = task;
    if (status !== 'open' || !this.#isNew(`task ${injectId} ${expectationId}`)) return;
    const { chance, temperament } = this.#parts;
    if (!chance.isTrue(temperament.diligence)) return;
    if (kind === 'acknowledge') {
      this.#later(playMs, () => ({ type: 'AcknowledgeInject', injectId }), 0.6);
    } else if (kind === 'respond') {
      this.#later(playMs, () => this.#answer(injectId));
    } else if (kind === 'message') {
      this.#later(playMs, () => this.#tell(teamsMeant(this.#view, task.to), 'GREEN'));
    } else if (kind === 'share') {
      this.#later(playMs, () => this.#shareAsAsked(`${injectId} ${expectationId}`));
    }
  }

  #choose(injectId: PlayerInject['id']): Command | null {
    if (this.#view.deliveries[injectId]?.choice) return null;
    const choices = this.#parts.readBody(injectId)?.choices ?? [];
    const choice = this.#parts.chance.pick(choices);
    return choice === undefined ? null : { type: 'MakeChoice', injectId, choiceId: choice.id };
  }

  #answer(injectId: PlayerInject['id']): Command | null {
    if (this.#view.deliveries[injectId]?.response) return null;
    return { type: 'SendResponse', injectId, text: 'We have read it and act by our plan.' };
  }

  #tell(teams: readonly TeamId[], marking: TlpLabel): Command | null {
    if (teams.length === 0) return null;
    return {
      type: 'ShareInformation',
      to: { teams: [...teams], contacts: [] },
      seatIds: [],
      channel: 'cert',
      marking,
      items: [],
      facts: 'This is what we see on our side.',
      confidence: 'moderate',
      ask: 'Please tell us whether you see the same.',
      inReplyTo: null,
      evenSo: true,
    };
  }

  /** A task to share names the item where the table holds it by then. */
  #shareAsAsked(taskId: string): Command | null {
    const task = this.#view.tasks[taskId];
    if (task?.about == null) return null;
    return this.#pass(task.about as ItemId, teamsMeant(this.#view, task.to));
  }

  /** Something came into its hands: whom it may tell, it may tell; for others it asks. */
  #noticeHolding(id: string, held: HoldingView, playMs: number): void {
    const { chance, temperament } = this.#parts;
    // A permission that came since makes it news again.
    if (!this.#isNew(`holding ${id} ${held.permitted.length}`)) return;
    const isPassed = held.shareSeqs.length > 0;
    if (!chance.isTrue(temperament.initiative * (isPassed ? 0.25 : 1))) return;
    this.#later(playMs, () => this.#pass(held.itemId, null), 1.5);
    if (held.isOwn || isPassed) return;
    this.#later(playMs, () => this.#ask(held.itemId), 2);
  }

  #pass(itemId: ItemId, wanted: readonly TeamId[] | null): Command | null {
    const { chance, temperament } = this.#parts;
    const isCareless = chance.isTrue(temperament.carelessness);
    const found = recipientsFor(this.#view, itemId, wanted, isCareless);
    if (found === null) return null;
    // Nobody tells everybody: a few of those who may know.
    const teams = wanted === null ? found.teams.filter(() => chance.isTrue(0.7)) : found.teams;
    if (teams.length === 0) return null;
    const marking = isCareless && chance.isTrue(0.5) ? widen(found.marking) : found.marking;
    const named = marking === 'RED' ? this.#personsAt(teams) : [];
    if (marking === 'RED' && named.length === 0) return null;
    return {
      type: 'ShareInformation',
      to: { teams: [...teams], contacts: [] },
      seatIds: named,
      channel: 'cert',
      marking,
      items: [{ itemId, form: found.form }],
      facts: 'We pass on what we hold.',
      confidence: 'moderate',
      ask: 'Please check your own systems.',
      inReplyTo: null,
      evenSo: true,
    };
  }

  #personsAt(teams: readonly TeamId[]): SeatId[] {
    const tables = new Set(
      this.#view.directory.teams.filter(({ id }) => teams.includes(id)).map((team) => team.tableId),
    );
    return [...tables].flatMap((tableId) => {
      const person = Object.values(this.#view.people).find((one) => one.tableId === tableId);
      return person === undefined ? [] : [person.seatId];
    });
  }

  /** Asks the originator for one team of each other nation that it may not tell yet. */
  #ask(itemId: ItemId): Command | null {
    const held = this.#view.holdings[`${itemId} full`];
    if (held === undefined || held.marking === 'CLEAR' || held.marking === 'GREEN') return null;
    const may = recipientsFor(this.#view, itemId, null, false)?.teams ?? [];
    const own = new Set(this.#view.table.teams.map(({ partyId }) => partyId));
    const others = this.#view.directory.teams.filter(
      ({ id, partyId }) => !own.has(partyId) && !may.includes(id),
    );
    const oneEach = [...new Map(others.map((team) => [team.partyId, team.id])).values()];
    if (oneEach.length === 0 || !this.#isNew(`asked ${itemId}`)) return null;
    return {
      type: 'RequestPermission',
      itemId,
      form: 'full',
      teams: oneEach,
      reason: 'Our partners run the same systems.',
    };
  }

  #noticeRequest(request: RequestView, playMs: number): void {
    const isOurs = request.fromTableId === this.#view.table.tableId;
    if (isOurs || request.answer !== null || !this.#isNew(`request ${request.seq}`)) return;
    const { chance, temperament } = this.#parts;
    if (!chance.isTrue(temperament.diligence)) return;
    const isGranted = request.kind === 'permission' && chance.isTrue(temperament.agreeableness);
    this.#later(playMs, () => ({
      type: 'AnswerRequest',
      requestSeq: request.seq,
      isGranted,
      text: isGranted ? 'Granted.' : 'Not at this time.',
    }));
  }

  /** Looks at it now and again, for others may have moved. */
  #noticePosition(position: PositionView, playMs: number): void {
    if (position.status !== 'open' || !this.#isNew(`position ${position.id}`)) return;
    const voices = position.voices.filter(({ tableId }) => tableId === this.#view.table.tableId);
    for (const { teamId } of voices) {
      for (let look = 0; look < 5; look++) {
        this.#later(playMs + look * 3 * 60_000, () => this.#decide(position.id, teamId, look));
      }
    }
  }

  #decide(positionId: PositionId, teamId: TeamId, look: number): Command | null {
    const position = this.#view.positions[positionId];
    if (position?.status !== 'open') return null;
    const { chance, temperament } = this.#parts;
    if (position.text !== null && look === 0 && position.version === 0 && chance.isTrue(0.5)) {
      return {
        type: 'DraftText',
        positionId,
        baseVersion: 0,
        text: 'We act together, say what is confirmed, and name nobody.',
      };
    }
    return stanceOn(position, teamId, temperament, chance);
  }

  #noticeObligation(obligation: ObligationView, playMs: number): void {
    if (obligation.report !== null || !this.#isNew(`obligation ${obligation.id}`)) return;
    const { chance, temperament } = this.#parts;
    if (!chance.isTrue(temperament.diligence)) return;
    const isCareless = chance.isTrue(temperament.carelessness);
    if (isCareless) this.#later(playMs, () => this.#report(obligation.id, false), 2);
    this.#later(playMs, () => this.#report(obligation.id, true), isCareless ? 5 : 2);
  }

  #report(obligationId: ObligationId, isComplete: boolean): Command | null {
    const obligation = this.#view.obligations[obligationId];
    if (obligation === undefined || obligation.report !== null) return null;
    const fields = obligation.fields
      .filter((_, index) => isComplete || index > 0)
      .map(({ id: fieldId }) => ({ fieldId, text: 'As known at this hour.' }));
    return { type: 'FileReport', obligationId, fields };
  }
}
