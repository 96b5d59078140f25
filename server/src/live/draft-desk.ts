/** A table's answers while they are written: shared within the table, saved, never in the log. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type Rejection, reject } from '@trilogue/engine/exercise/rejections';
import { delivery, type ExerciseState, injectState } from '@trilogue/engine/exercise/state';
import type { ExerciseId, InjectId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Draft, DraftAnswer, DraftWrite } from '@trilogue/engine/protocol/socket';
import type { DraftStore } from '../store/drafts.js';

export class DraftDesk {
  readonly #exerciseId: ExerciseId;
  readonly #store: DraftStore;
  /** Whether other nodes write drafts of this exercise, too. */
  readonly #isShared: boolean;
  readonly #drafts = new Map<TableId, Map<InjectId, Draft>>();

  private constructor(exerciseId: ExerciseId, store: DraftStore, isShared: boolean) {
    this.#exerciseId = exerciseId;
    this.#store = store;
    this.#isShared = isShared;
  }

  static async open(
    exerciseId: ExerciseId,
    store: DraftStore,
    isShared: boolean,
  ): Promise<DraftDesk> {
    const desk = new DraftDesk(exerciseId, store, isShared);
    await desk.#reload();
    return desk;
  }

  /** Reads what other nodes have written since. */
  async refresh(): Promise<void> {
    if (this.#isShared) await this.#reload();
  }

  /** The drafts that can still be sent. */
  of(state: ExerciseState, tableId: TableId): Draft[] {
    return [...(this.#drafts.get(tableId)?.values() ?? [])].filter(
      ({ injectId }) => refusal(state, tableId, injectId) === null,
    );
  }

  /**
   * Saves on top of the revision it was written on.
   * Rejections: `exercise/not-now`, `exercise/real-world`, `inject/unknown`, `inject/recalled`,
   * `inject/already-answered`; `draft/conflict` with what stands.
   */
  async write(
    state: ExerciseState,
    tableId: TableId,
    seatId: SeatId,
    { injectId, text, baseRevision }: DraftWrite,
    nowMs: number,
  ): Promise<{ answer: DraftAnswer; draft: Draft | null }> {
    const refused = frozen(state) ?? refusal(state, tableId, injectId);
    if (refused !== null) return { answer: refused, draft: null };
    if (this.#revision(tableId, injectId) !== baseRevision) await this.refresh();
    const standing = this.#drafts.get(tableId)?.get(injectId);
    if ((standing?.revision ?? 0) !== baseRevision) {
      return { answer: conflict(standing), draft: null };
    }
    const draft: Draft = { injectId, text, revision: baseRevision + 1, seatId, atMs: nowMs };
    // Noted before it is saved, so that whoever writes meanwhile meets it.
    this.#put(tableId, draft);
    const isSaved = await this.#store
      .save(this.#exerciseId, tableId, draft)
      .catch(async (error: unknown) => {
        await this.#reload();
        throw error;
      });
    if (isSaved) return { answer: { ok: true, revision: draft.revision }, draft };
    await this.#reload();
    return { answer: conflict(this.#drafts.get(tableId)?.get(injectId)), draft: null };
  }

  /** An answer that was sent is in the log; what led to it is thrown away. */
  async noteFacts(facts: readonly Fact[]): Promise<void> {
    for (const fact of facts) {
      // Their rows have gone with the words that were taken out.
      if (fact.type === 'ContentRedacted' || fact.type === 'PersonErased') await this.#reload();
      if (fact.type !== 'ResponseSent') continue;
      if (this.#drafts.get(fact.tableId)?.delete(fact.injectId) !== true) continue;
      await this.#store.remove(this.#exerciseId, fact.tableId, fact.injectId);
    }
  }

  #revision(tableId: TableId, injectId: InjectId): number {
    return this.#drafts.get(tableId)?.get(injectId)?.revision ?? 0;
  }

  #put(tableId: TableId, draft: Draft): void {
    const ofTable = this.#drafts.get(tableId) ?? new Map<InjectId, Draft>();
    this.#drafts.set(tableId, ofTable.set(draft.injectId, draft));
  }

  async #reload(): Promise<void> {
    const rows = await this.#store.draftsOf(this.#exerciseId);
    this.#drafts.clear();
    for (const { tableId, draft } of rows) this.#put(tableId, draft);
  }
}

function conflict(standing: Draft | undefined): DraftAnswer {
  return standing === undefined
    ? reject('command/invalid', 'no draft stands; the first has base revision 0')
    : { ok: false, code: 'draft/conflict', draft: standing };
}

function frozen({ lifecycle }: ExerciseState): Rejection | null {
  if (lifecycle.stage !== 'live') return reject('exercise/not-now', 'nobody plays just now');
  return lifecycle.world === 'real'
    ? reject('exercise/real-world', 'everything stands still until REAL WORLD is lifted')
    : null;
}

/** The same refusal for what the table did not get and for what does not exist. */
function refusal(state: ExerciseState, tableId: TableId, injectId: InjectId): Rejection | null {
  const { status, tableIds } = injectState(state, injectId);
  if (!tableIds.includes(tableId)) {
    return reject('inject/unknown', 'this table has no such inject');
  }
  if (status === 'recalled') return reject('inject/recalled', 'it was recalled');
  return delivery(state, injectId, tableId).response !== null
    ? reject('inject/already-answered', 'the table has sent its answer')
    : null;
}
