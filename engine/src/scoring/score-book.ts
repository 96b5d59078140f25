/** The lines of the score with each table's total, so that a total need not be added up anew. */
import { Map as IMap } from 'immutable';
import type { TableId } from '../protocol/ids.js';
import type { ScoreEntry } from './score.js';

export interface Total {
  readonly points: number;
  readonly maximum: number;
}

const nothing: Total = { points: 0, maximum: 0 };

/** Persistent: a change makes a new book and copies what it touches. */
export class ScoreBook {
  static readonly empty = new ScoreBook(IMap(), IMap());
  readonly entries: IMap<string, ScoreEntry>;
  readonly totals: IMap<TableId, Total>;

  private constructor(entries: IMap<string, ScoreEntry>, totals: IMap<TableId, Total>) {
    this.entries = entries;
    this.totals = totals;
  }

  get(key: string): ScoreEntry | undefined {
    return this.entries.get(key);
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  keys(): IterableIterator<string> {
    return this.entries.keys();
  }

  values(): IterableIterator<ScoreEntry> {
    return this.entries.values();
  }

  set(key: string, entry: ScoreEntry): ScoreBook {
    const without = this.delete(key);
    return new ScoreBook(
      without.entries.set(key, entry),
      without.totals.update(entry.tableId, nothing, ({ points, maximum }) => ({
        points: points + entry.points,
        maximum: maximum + entry.maximum,
      })),
    );
  }

  delete(key: string): ScoreBook {
    const old = this.entries.get(key);
    if (old === undefined) return this;
    return new ScoreBook(
      this.entries.delete(key),
      this.totals.update(old.tableId, nothing, ({ points, maximum }) => ({
        points: points - old.points,
        maximum: maximum - old.maximum,
      })),
    );
  }

  /** What one table has, or all of them together. */
  total(tableId?: TableId): Total {
    if (tableId !== undefined) return this.totals.get(tableId) ?? nothing;
    return this.totals.reduce(
      (sum, { points, maximum }) => ({
        points: sum.points + points,
        maximum: sum.maximum + maximum,
      }),
      nothing,
    );
  }
}
