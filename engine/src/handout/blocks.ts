/** What printed matter consists of, whatever it is rendered to. */
import type { Localized } from '../scenario/localize.js';
import type { TlpLabel } from '../scenario/sharing-schema.js';

/** Words of the document, or a text of the scenario in whichever language it had. */
export type Inline = string | Localized;

/** What stands in a table's cell. */
export type Cell =
  | Inline
  | readonly Block[]
  /** A box to tick. */
  | { readonly kind: 'tick' }
  /** Room to write. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'tlp'; readonly tlp: TlpLabel };

export interface Column {
  readonly title: string;
  /** Share of the width; columns without one take what is left. */
  readonly percent?: number;
  readonly isNumber?: boolean;
}

/** A point of a list, with points under it. */
export interface Point {
  readonly text: Inline;
  readonly points?: readonly Point[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'markdown'; readonly text: Localized }
  | { readonly kind: 'list'; readonly points: readonly Point[] }
  | { readonly kind: 'steps'; readonly points: readonly Point[] }
  | { readonly kind: 'ticks'; readonly items: readonly Inline[] }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly label: string; readonly value: Cell }[];
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** Set apart, for what must not be overlooked. */
  | { readonly kind: 'box'; readonly title: string; readonly text: Inline }
  /** Ruled lines to write on. */
  | { readonly kind: 'lines'; readonly title: string; readonly count: number }
  /** One of these is to be circled. */
  | {
      readonly kind: 'scale';
      readonly marks: readonly { readonly mark: string; readonly meaning: string }[];
    };

export interface Section {
  readonly title: string;
  /** A line above the title, such as an inject's number and time. */
  readonly lead?: string;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
  readonly startsPage?: boolean;
  /** Kept on one page where it fits. */
  readonly isWhole?: boolean;
}

/** For whose eyes a document is. */
export type Handling = 'players' | 'staff';

/** A document to read: a cover and sections. */
export interface Manual {
  readonly title: string;
  readonly handling: Handling;
  readonly notes: readonly Block[];
  readonly sections: readonly Section[];
}

export function paragraph(text: Inline): Block {
  return { kind: 'paragraph', text };
}

export function list(items: readonly Inline[]): Block {
  return { kind: 'list', points: items.map((text) => ({ text })) };
}

export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Block {
  return { kind: 'table', columns, rows };
}

/** Rows without those that say nothing. */
export function facts(rows: readonly (readonly [label: string, value: Cell | null])[]): Block {
  return {
    kind: 'facts',
    rows: rows.flatMap(([label, value]) =>
      value === null || value === '' || (Array.isArray(value) && value.length === 0)
        ? []
        : [{ label, value }],
    ),
  };
}

/** A list where there is more than one, a line where there is one, nothing where there is none. */
export function cellOf(items: readonly Inline[]): Cell {
  return items.length > 1 ? [list(items)] : (items[0] ?? '');
}
