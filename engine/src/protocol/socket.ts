/** The typed socket: what may be said, and by whom. Views only; the full state has no way through. */
import { z } from 'zod';
import { commandSchema } from '../exercise/commands.js';
import { exerciseLimits } from '../exercise/exercise-limits.js';
import type { Rejection, RejectionCode } from '../exercise/rejections.js';
import type { Role } from '../exercise/settings.js';
import type { Audience } from '../views/audience.js';
import type { EvaluationReading } from '../views/evaluation-reading.js';
import type { PlayerInjectBody, PlayerView } from '../views/player-view.js';
import type { InjectBody, View } from '../views/project.js';
import type { RewindMoments, Undoing } from '../views/rewind-reading.js';
import type { ViewStep } from '../views/view-model.js';
import {
  commandIdSchema,
  exerciseIdSchema,
  type InjectId,
  injectIdSchema,
  type SeatId,
  type TableId,
  tableIdSchema,
} from './ids.js';

/** Sent once, when a socket opens. Staff are known by their cookie, everyone else by their token. */
export const handshakeSchema = z.strictObject({
  protocolVersion: z.number().int(),
  exerciseId: exerciseIdSchema,
  token: z.string().min(20).max(200).optional(),
});

/** Where a client is in an audience's stream. */
export const cursorSchema = z.strictObject({
  epoch: z.number().int().min(0),
  seq: z.number().int().min(0),
});
export type Cursor = z.infer<typeof cursorSchema>;

export const subscribeSchema = z.strictObject({
  /** Null asks for the whole view. */
  cursor: cursorSchema.nullable(),
});

export const submitSchema = z.strictObject({
  commandId: commandIdSchema,
  epoch: z.number().int().min(0).optional(),
  command: commandSchema,
});
export type Submit = z.infer<typeof submitSchema>;

export const readInjectSchema = z.strictObject({ injectId: injectIdSchema });

/** Staff look at a table's view; with an inject, at that inject as the table reads it. */
export const viewAsSchema = z.strictObject({ tableId: tableIdSchema });
export const readInjectAsSchema = z.strictObject({
  tableId: tableIdSchema,
  injectId: injectIdSchema,
});

export const readPeopleSchema = z.strictObject({});

export const readEvaluationSchema = z.strictObject({});

export const readMomentsSchema = z.strictObject({});

export const previewRewindSchema = z.strictObject({ toSeq: z.number().int().min(1) });

export const draftSchema = z.strictObject({
  injectId: injectIdSchema,
  text: z.string().max(exerciseLimits.answerLength),
  /** The revision this text was written on top of; 0 before the first. */
  baseRevision: z.number().int().min(0),
});
export type DraftWrite = z.infer<typeof draftSchema>;

/** A table's answer while it is being written. Saved, shared within the table, never in the log. */
export interface Draft {
  readonly injectId: InjectId;
  readonly text: string;
  readonly revision: number;
  readonly seatId: SeatId;
  readonly atMs: number;
}

/** What changed for an audience in one turn: the steps after `fromSeq`, up to `cursor`. */
export interface Frame {
  readonly fromSeq: number;
  readonly cursor: Cursor;
  readonly steps: readonly ViewStep<View>[];
}

/** A person in the room. Names never enter the log. */
export interface RosterEntry {
  readonly seatId: SeatId;
  readonly name: string;
  readonly role: Role;
  readonly tableId: TableId | null;
  readonly isOnline: boolean;
  /** Who sits at the same device, where somebody was listed. */
  readonly listed?: readonly string[];
}

/** A player at any table: TLP:RED is addressed to persons. */
export interface PersonName {
  readonly seatId: SeatId;
  readonly name: string;
}

export interface Welcome {
  readonly ok: true;
  readonly seatId: SeatId;
  readonly audience: Audience;
  /** Server's clock, ms since 1970 UTC. */
  readonly nowMs: number;
  /** False while the server can't keep anything: commands are refused until it can again. */
  readonly isKept: boolean;
  readonly frame: Frame;
  readonly roster: readonly RosterEntry[];
  readonly drafts: readonly Draft[];
}

export interface Accepted {
  readonly ok: true;
  readonly cursor: Cursor;
}

export type Answer = Accepted | Rejection;

export type DraftAnswer =
  | { readonly ok: true; readonly revision: number }
  /** Somebody else wrote meanwhile: here is what stands. */
  | { readonly ok: false; readonly code: 'draft/conflict'; readonly draft: Draft }
  | Rejection;

export interface ClientToServerEvents {
  subscribe: (
    request: z.input<typeof subscribeSchema>,
    answer: (welcome: Welcome | Rejection) => void,
  ) => void;
  command: (request: z.input<typeof submitSchema>, answer: (answer: Answer) => void) => void;
  readInject: (
    request: z.input<typeof readInjectSchema>,
    answer: (body: { ok: true; body: InjectBody } | Rejection) => void,
  ) => void;
  /** What a table sees now. For staff. */
  viewAs: (
    request: z.input<typeof viewAsSchema>,
    answer: (seen: { ok: true; view: PlayerView } | Rejection) => void,
  ) => void;
  readInjectAs: (
    request: z.input<typeof readInjectAsSchema>,
    answer: (body: { ok: true; body: PlayerInjectBody } | Rejection) => void,
  ) => void;
  /** Names of the players at all tables. */
  readPeople: (
    request: z.input<typeof readPeopleSchema>,
    answer: (people: { ok: true; people: readonly PersonName[] } | Rejection) => void,
  ) => void;
  /** What the score suggests, and how far evaluators agree. For staff. */
  readEvaluation: (
    request: z.input<typeof readEvaluationSchema>,
    answer: (reading: { ok: true; reading: EvaluationReading } | Rejection) => void,
  ) => void;
  /** Moments of play that it can be taken back to. For whoever may rewind. */
  readMoments: (
    request: z.input<typeof readMomentsSchema>,
    answer: (moments: ({ ok: true } & RewindMoments) | Rejection) => void,
  ) => void;
  /** What going back to a moment would undo. For whoever may rewind. */
  previewRewind: (
    request: z.input<typeof previewRewindSchema>,
    answer: (preview: { ok: true; undoing: Undoing } | Rejection) => void,
  ) => void;
  draft: (request: z.input<typeof draftSchema>, answer: (answer: DraftAnswer) => void) => void;
  /** For setting the client's clock by the server's. */
  time: (answer: (nowMs: number) => void) => void;
}

export interface ServerToClientEvents {
  frame: (frame: Frame) => void;
  /** Everyone this audience may know of, anew each time it changes. */
  roster: (entries: readonly RosterEntry[]) => void;
  draft: (draft: Draft) => void;
  /** Whether the server can keep what is asked for; told when that changes. */
  storage: (state: { isKept: boolean }) => void;
  /** The seat now belongs to another audience, or to none: subscribe anew, or leave. */
  moved: () => void;
  goodbye: (reason: {
    code: RejectionCode | 'server/closing' | 'seat/gone' | 'seat/handed-over';
  }) => void;
}
