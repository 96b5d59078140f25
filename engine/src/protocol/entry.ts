/** How people come into an exercise: invitations, named seats, admission, and who sits where. */
import { z } from 'zod';
import type { Role } from '../exercise/settings.js';
import { languageTagSchema } from '../scenario/localize.js';
import { mostListed, mostThroughOne } from './entry-limits.js';
import { personName, type SeatGrant, visibleLine } from './http.js';
import { exerciseIdSchema, type SeatId, seatIdSchema, type TableId, tableIdSchema } from './ids.js';

/** all: whoever holds a code is in at once. each: they wait until somebody of the staff lets them in. */
export const admissionSchema = z.enum(['all', 'each']);
/** person: everybody a device of their own. table: one a table, with a scribe who lists the others. */
export const deviceSchema = z.enum(['person', 'table']);

/** PUT /api/exercises/:exerciseId/entry */
export const entrySettingsSchema = z.strictObject({
  admission: admissionSchema,
  device: deviceSchema,
});
export type EntrySettings = z.infer<typeof entrySettingsSchema>;

export const invitationIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{6,64}$/)
  .brand<'InvitationId'>();
export type InvitationId = z.infer<typeof invitationIdSchema>;

/** Roles that come in by a code. Others come by the staff's link or an account. */
export const invitedRoleSchema = z.enum(['player', 'evaluator', 'translator', 'observer']);
export type InvitedRole = z.infer<typeof invitedRoleSchema>;

const cap = z.number().int().min(1).max(mostThroughOne).nullable();
/** ms since 1970 UTC; null for never. */
const expiry = z.number().int().min(0).nullable();
const label = z.union([z.literal(''), visibleLine(60)]);

/** POST /api/exercises/:exerciseId/invitations: one more for a place; with a name, a seat for somebody. */
export const newInvitationSchema = z
  .strictObject({
    role: invitedRoleSchema.default('player'),
    tableId: tableIdSchema.nullable(),
    label: label.default(''),
    cap: cap.default(null),
    expiresAtMs: expiry.default(null),
    person: z
      .strictObject({ name: personName, language: languageTagSchema.nullable().default(null) })
      .nullable()
      .default(null),
  })
  .refine(({ role, tableId }) => (role === 'player') === (tableId !== null), {
    path: ['tableId'],
    message: 'players sit at a table, others at none',
  });

/** PATCH /api/exercises/:exerciseId/invitations/:invitationId */
export const changeInvitationSchema = z.strictObject({
  label: label.optional(),
  cap: cap.optional(),
  expiresAtMs: expiry.optional(),
  isRevoked: z.boolean().optional(),
  /** Of a named seat. */
  name: personName.optional(),
  tableId: tableIdSchema.optional(),
});

/** POST …/roster/preview and …/roster: the text of a CSV file. */
export const rosterTextSchema = z.strictObject({ text: z.string().min(1).max(90_000) });

/** POST …/admissions */
export const admissionsSchema = z.strictObject({
  seatIds: z.array(seatIdSchema).min(1).max(2_000),
  verdict: z.enum(['admit', 'turnAway']),
});

export const listedNamesSchema = z.array(personName).max(mostListed);

/** PATCH …/people/:seatId */
export const changePersonSchema = z.strictObject({
  name: personName.optional(),
  /** Who sits at this device besides the scribe. */
  listed: listedNamesSchema.optional(),
  /** Of somebody who waits; whoever sits is moved by a command. */
  tableId: tableIdSchema.optional(),
});

/** POST /api/join/wait: how it stands with somebody who waits to be let in. */
export const waitSchema = z.strictObject({
  exerciseId: exerciseIdSchema,
  token: z.string().min(20).max(200),
});

/** PUT /api/join/listed: a scribe tells who sits there. */
export const listSchema = waitSchema.extend({ listed: listedNamesSchema });

/** What POST /api/join gives: a seat, or a place in the queue before it. */
export interface JoinAnswer extends SeatGrant {
  /** What the seat is called that had a name of its own; null for what they said themselves. */
  readonly name: string | null;
  readonly isWaiting: boolean;
}

export interface WaitAnswer {
  readonly status: 'waiting' | 'admitted' | 'turned-away' | 'gone';
  readonly title: string;
  readonly table: string | null;
  /** When to ask again, in ms. */
  readonly askAgainMs: number;
}

/** open: it lets people in. nowhere: the table it leads to is not cast. */
export type InvitationStanding = 'open' | 'full' | 'expired' | 'revoked' | 'nowhere';

export interface InvitationCard {
  readonly invitationId: InvitationId;
  readonly code: string;
  readonly role: InvitedRole;
  readonly tableId: TableId | null;
  /** The one that each place has. */
  readonly isStanding: boolean;
  readonly label: string;
  /** Whose seat it is, where it is somebody's. */
  readonly person: { readonly name: string; readonly language: string | null } | null;
  readonly cap: number | null;
  /** How many sit or wait through it now. */
  readonly used: number;
  readonly expiresAtMs: number | null;
  readonly standing: InvitationStanding;
}

export interface WaitingPerson {
  readonly seatId: SeatId;
  readonly name: string;
  readonly listed: readonly string[];
  readonly role: Role;
  readonly tableId: TableId | null;
  readonly sinceMs: number;
}

/** GET /api/exercises/:exerciseId/entry: of a facilitator of one party only what is that party's. */
export interface ExerciseEntry {
  /** Addresses under which this machine is reached, the network's first. */
  readonly origins: readonly string[];
  readonly settings: EntrySettings;
  /** Whether whoever asks may change the settings, and invite others than players. */
  readonly mayAll: boolean;
  readonly invitations: readonly InvitationCard[];
  /** Who came first comes first. */
  readonly waiting: readonly WaitingPerson[];
  readonly nowMs: number;
  readonly askAgainMs: number;
}

/** POST …/people/:seatId/hand-over: whoever opens it first takes the seat over. */
export interface HandOver {
  readonly code: string;
  readonly expiresAtMs: number;
}

export type RosterProblemCode =
  | 'roster/no-name'
  | 'roster/bad-name'
  | 'roster/unknown-table'
  | 'roster/not-your-table'
  | 'roster/no-table'
  | 'roster/unknown-language'
  | 'roster/twice'
  | 'roster/unknown-column'
  | 'roster/no-name-column'
  | 'roster/no-table-column'
  | 'roster/empty'
  | 'roster/too-many'
  | 'roster/unreadable';

export interface RosterProblem {
  readonly code: RosterProblemCode;
  /** Of the file, counted from 1; null for what concerns all of it. */
  readonly line: number | null;
  /** What stands there. */
  readonly text: string;
  /** The nearest that would do. */
  readonly suggestion: string | null;
}

export interface RosterRow {
  readonly line: number;
  readonly name: string;
  readonly tableId: TableId;
  readonly language: string | null;
  /** There is such a seat already; it stays as it is. */
  readonly isKnown: boolean;
}

/** Nothing is taken while there are problems. */
export interface RosterPreview {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly RosterProblem[];
}
