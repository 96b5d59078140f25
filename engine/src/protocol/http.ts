/** Bodies of the HTTP interface. */
import { z } from 'zod';
import { exerciseLimits } from '../exercise/exercise-limits.js';
import { modeSchema, paceSchema, type Role } from '../exercise/settings.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import { type LocalizedText, languageTagSchema } from '../scenario/localize.js';
import { longestName, mostListed } from './entry-limits.js';
import {
  type ExerciseId,
  type PartyId,
  type ScenarioId,
  type SeatId,
  scenarioIdSchema,
  type TableId,
  type TeamId,
} from './ids.js';

/** POST /api/staff/session: the secret of the printed link becomes a cookie. */
export const staffSessionSchema = z.strictObject({ secret: z.string().min(16).max(200) });

/** POST /api/exercises */
export const createExerciseSchema = z.strictObject({
  scenarioId: scenarioIdSchema,
  title: visibleLine(exerciseLimits.lineLength),
  pace: paceSchema,
  mode: modeSchema,
});
export type CreateExerciseBody = z.infer<typeof createExerciseSchema>;

export const personName = visibleLine(longestName);

/** POST /api/exercises/:exerciseId/staff-seat */
export const staffSeatSchema = z.strictObject({ name: personName });

const joinCode = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .pipe(z.string().min(6).max(32));

/** POST /api/join/look */
export const lookSchema = z.strictObject({ code: joinCode });

/** POST /api/join */
export const joinSchema = z.strictObject({
  code: joinCode,
  /** Left out where the seat has a name of its own. */
  name: personName.optional(),
  language: languageTagSchema,
  /** Who else sits at this device, where a table has but one. */
  listed: z.array(personName).max(mostListed).optional(),
});

/** GET /api/scenarios */
export interface ScenarioCard {
  readonly id: ScenarioId;
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly estimatedMinutes: number;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly parties: readonly {
    readonly id: PartyId;
    readonly name: LocalizedText;
    readonly language: string;
  }[];
  readonly teams: readonly {
    readonly id: TeamId;
    readonly partyId: PartyId;
    readonly name: LocalizedText;
    readonly sector: LocalizedText;
  }[];
  readonly injectCount: number;
  readonly phaseCount: number;
}

/** GET /api/exercises */
export interface ExerciseCard {
  readonly exerciseId: ExerciseId;
  readonly title: string;
  readonly scenarioId: ScenarioId;
  readonly scenarioTitle: LocalizedText;
  readonly defaultLanguage: string;
  readonly stage: LifecycleValue['stage'];
  readonly createdAtMs: number;
  /** What whoever asks is in it; of one party only, where that is not null. */
  readonly role: Role;
  readonly partyId: PartyId | null;
}

/** GET /api/exercises/:exerciseId/scenario-check: what `trilogue check` says of the exercise's scenario. */
export interface ScenarioCheck {
  readonly findings: readonly {
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'note';
    /** Where in the scenario's file: `injects[3].release`. */
    readonly path: string;
    readonly message: string;
  }[];
}

/** GET /api/exercises/:exerciseId/links */
export interface ExerciseLinks {
  /** Addresses under which this machine is reached, the LAN's first. */
  readonly origins: readonly string[];
  readonly tables: readonly { readonly tableId: TableId; readonly code: string }[];
  readonly observerCode: string;
  readonly evaluatorCode: string;
  readonly translatorCode: string;
}

/** What a join code opens, before anyone sits down. */
export interface Invitation {
  readonly exerciseId: ExerciseId;
  readonly title: string;
  readonly scenarioTitle: LocalizedText;
  readonly defaultLanguage: string;
  readonly languages: readonly string[];
  readonly role: Role;
  readonly stage: LifecycleValue['stage'];
  /** Whose seat it is, where it is kept for somebody or handed over; null for whoever comes. */
  readonly person: string | null;
  /** An existing seat goes to the device on which this is opened. */
  readonly isHandOver: boolean;
  /** One device a table: whoever joins is its scribe. */
  readonly isOneDevice: boolean;
  /** Whoever joins waits until they are let in. */
  readonly waits: boolean;
  /** Why nobody can join by it at present. */
  readonly closed: 'join/full' | 'join/table-taken' | null;
  readonly table: {
    readonly tableId: TableId;
    readonly name: string;
    readonly language: string | null;
    readonly teams: readonly LocalizedText[];
  } | null;
}

/** The seat a person got. The token is theirs alone and is shown once. */
export interface SeatGrant {
  readonly exerciseId: ExerciseId;
  readonly seatId: SeatId;
  readonly role: Role;
  readonly tableId: TableId | null;
  readonly token: string;
}

/** Any refusal over HTTP. */
export interface HttpProblem {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

/**
 * A line that shows: without control and formatting characters, which could turn the words around it
 * (joiners inside emoji stay), and with something to see in it.
 */
export function visibleLine(maxLength: number) {
  return z
    .string()
    .transform((text) => text.replace(/(?!\u200d)[\p{Cc}\p{Cf}]/gu, '').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(maxLength)
        .regex(/[\p{L}\p{N}\p{S}\p{P}]/u, 'at least one letter, digit or sign'),
    );
}
