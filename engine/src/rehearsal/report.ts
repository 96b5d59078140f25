/** The report of many rehearsals: plain data, the same for the same seed. */
import type { LocalizedText } from '../scenario/localize.js';
import type { TeamsOption } from './temperament.js';

export interface Reach {
  readonly id: string;
  readonly title: LocalizedText;
  /** Share of rehearsals, from 0 to 1. */
  readonly reached: number;
  /** Minute of play at which it usually comes; null where it never did. */
  readonly minute: number | null;
}

export interface Spread {
  readonly least: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly most: number;
}

export interface RehearsalReport {
  readonly scenario: string;
  readonly title: LocalizedText;
  readonly runs: number;
  readonly seed: number;
  readonly teams: TeamsOption;
  readonly minutes: Spread;
  readonly facts: Spread;
  readonly actions: Spread;
  /** Share of the teams' commands that were refused. */
  readonly refused: number;
  readonly phases: readonly Reach[];
  readonly injects: readonly (Reach & { readonly number: string })[];
  readonly choices: readonly {
    readonly inject: string;
    readonly choice: string;
    readonly label: LocalizedText;
    readonly reached: number;
  }[];
  readonly positions: readonly {
    readonly id: string;
    readonly title: LocalizedText;
    readonly opened: number;
    readonly failed: number;
    /** By option; for a text one line without an option. */
    readonly agreed: readonly {
      readonly option: string | null;
      readonly label: LocalizedText;
      readonly reached: number;
    }[];
  }[];
  readonly obligations: readonly {
    readonly id: string;
    readonly title: LocalizedText;
    readonly started: number;
    /** Of the clocks that ran, shares from 0 to 1. */
    readonly met: number;
    readonly late: number;
    readonly missed: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly title: LocalizedText;
    readonly shared: number;
    /** Times a rehearsal. */
    readonly broken: number;
    readonly needless: number;
  }[];
  readonly endings: readonly Reach[];
  readonly assets: readonly {
    readonly id: string;
    readonly name: LocalizedText;
    /** Share of rehearsals in which it came to each status. */
    readonly reached: Readonly<Record<string, number>>;
  }[];
  /** How often a rehearsal a failure crossed from one system to another. */
  readonly spread: readonly {
    readonly from: string;
    readonly to: string;
    readonly times: number;
  }[];
  readonly tables: readonly TableReport[];
  readonly temperaments: readonly {
    readonly name: string;
    readonly tables: number;
    /** Points of the most that could be had, from 0 to 1; below 0 where penalties prevail. */
    readonly share: Spread;
  }[];
  /** What no rehearsal came to: "inject 17", "choice 4 close", "ending best" and the like. */
  readonly unreached: readonly string[];
}

export interface TableReport {
  readonly tableId: string;
  readonly teams: readonly LocalizedText[];
  readonly points: Spread;
  readonly maximum: number;
  /** Injects in ten minutes: on average, and in the busiest ten. */
  readonly perTenMinutes: number;
  readonly busiest: number;
  /** Longest time without an inject, in minutes. */
  readonly silence: Spread;
  readonly missed: number;
}
