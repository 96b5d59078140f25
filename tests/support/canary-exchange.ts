/** Who holds what information, decides what together and owes which report, worked out from the log. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { nobody, type People, type Readers, type Who } from './canary-people.js';

type Of<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

interface Asking {
  readonly itemId: string | null;
  readonly readers: Readers;
}

export class Exchange {
  /** By "item form table": the whole table, or persons at it. */
  readonly #holders = new Map<string, { isTable: boolean; seatIds: Set<string> }>();
  readonly #shares: { readonly itemIds: readonly string[]; readonly readers: Readers }[] = [];
  readonly #requests = new Map<number, Asking>();
  readonly #takingPart = new Map<string, readonly string[]>();
  readonly #voices = new Map<string, readonly string[]>();
  readonly #obliged = new Set<string>();
  /** Whoever was named in TLP:RED, or sent it. */
  readonly privateSeats = new Set<string>();

  readonly #people: People;

  constructor(people: People) {
    this.#people = people;
  }

  take(fact: Fact): void {
    switch (fact.type) {
      case 'ItemGiven':
        for (const tableId of fact.tableIds) this.#hold(fact.itemId, 'full', tableId, null);
        break;
      case 'InformationShared':
        this.#share(fact);
        break;
      case 'InformationRequested':
        this.#requests.set(fact.seq, { itemId: null, readers: this.readersOf(fact) });
        break;
      case 'PermissionRequested':
        this.#requests.set(fact.seq, { itemId: fact.itemId, readers: this.readersOf(fact) });
        break;
      case 'PositionOpened':
        this.#takingPart.set(fact.positionId, fact.tableIds);
        this.#voices.set(
          fact.positionId,
          fact.voices.map(({ tableId }) => tableId),
        );
        break;
      case 'ObligationStarted':
        for (const tableId of fact.tableIds) this.#obliged.add(`${fact.obligationId} ${tableId}`);
        break;
      default:
    }
  }

  /** Who may read what somebody shared or asked. */
  readersOf(
    fact: Of<'InformationShared' | 'InformationRequested' | 'PermissionRequested'>,
  ): Readers {
    const sender = fact.by.kind === 'seat' ? fact.by.seatId : null;
    const isSender: Readers = ({ seatId }) => seatId !== null && seatId === sender;
    if (fact.type === 'PermissionRequested') {
      const { itemId, form, tableId, originatorId } = fact;
      // At the asking table whoever holds the item, or asked; and whose it is.
      return (who) =>
        who.tableId === originatorId ||
        (who.tableId === tableId && (isSender(who) || this.#mayUse(who, itemId, form)));
    }
    if (fact.type === 'InformationShared' && fact.marking === 'RED') {
      // TLP:RED is for the persons named, and whoever sent it.
      const named: readonly string[] = fact.seatIds;
      return (who) => isSender(who) || (who.seatId !== null && named.includes(who.seatId));
    }
    const tableIds: readonly string[] = [fact.tableId, ...fact.to.tableIds];
    return ({ tableId }) => tableIds.includes(tableId);
  }

  readersOfRequest(seq: number): Readers {
    return this.#requests.get(seq)?.readers ?? nobody;
  }

  holds(who: Who, itemId: string, form: 'full' | 'sanitised'): boolean {
    const found = this.#holders.get(`${itemId} ${form} ${who.tableId}`);
    if (found === undefined) return false;
    return found.isTable || (who.seatId !== null && found.seatIds.has(who.seatId));
  }

  /** By holding it in some form, or by a share or a request that names it. */
  knowsItem(who: Who, itemId: string): boolean {
    return (
      this.holds(who, itemId, 'full') ||
      this.holds(who, itemId, 'sanitised') ||
      this.#shares.some(({ itemIds, readers }) => itemIds.includes(itemId) && readers(who)) ||
      [...this.#requests.values()].some((asked) => asked.itemId === itemId && asked.readers(who))
    );
  }

  takesPart({ tableId }: Who, positionId: string): boolean {
    return this.#takingPart.get(positionId)?.includes(tableId) ?? false;
  }

  voicesOf(positionId: string): readonly string[] {
    return this.#voices.get(positionId) ?? [];
  }

  isObliged({ tableId }: Who, obligationId: string): boolean {
    return this.#obliged.has(`${obligationId} ${tableId}`);
  }

  /** Whoever has the whole form may make the sanitised one of it. */
  #mayUse(who: Who, itemId: string, form: 'full' | 'sanitised'): boolean {
    return this.holds(who, itemId, 'full') || this.holds(who, itemId, form);
  }

  #share(fact: Of<'InformationShared'>): void {
    const isRed = fact.marking === 'RED';
    this.#shares.push({
      itemIds: fact.items.map(({ itemId }) => itemId),
      readers: this.readersOf(fact),
    });
    if (isRed) {
      for (const seatId of fact.seatIds) this.privateSeats.add(seatId);
      if (fact.by.kind === 'seat') this.privateSeats.add(fact.by.seatId);
    }
    for (const { itemId, form } of fact.items) {
      for (const tableId of fact.to.tableIds) {
        const named = fact.seatIds.filter(
          (seatId) => this.#people.seatOf(seatId)?.tableId === tableId,
        );
        // At control's own table there is nobody to name: it is all staff.
        const isForPersons = isRed && tableId !== 'control';
        this.#hold(itemId, form, tableId, isForPersons ? named : null);
      }
    }
  }

  #hold(itemId: string, form: string, tableId: string, seatIds: readonly string[] | null): void {
    const key = `${itemId} ${form} ${tableId}`;
    const held = this.#holders.get(key) ?? { isTable: false, seatIds: new Set<string>() };
    this.#holders.set(key, held);
    if (seatIds === null) held.isTable = true;
    for (const seatId of seatIds ?? []) held.seatIds.add(seatId);
  }
}
