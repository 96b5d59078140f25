/** The database's tables as Kysely sees them. Times are ms since 1970 UTC; JSON is stored as text. */
import type { Kysely } from 'kysely';

export interface Tables {
  exercises: {
    id: string;
    scenario_id: string;
    scenario_hash: string;
    title: string;
    created_at: number;
    head_seq: number;
    epoch: number;
    stage: string;
    recorded_at: number;
  };
  /** Each exercise's file as it was when it was created. Never written again. */
  exercise_scenarios: {
    exercise_id: string;
    scenario_json: string;
  };
  facts: {
    exercise_id: string;
    seq: number;
    epoch: number;
    type: string;
    body: string;
    recorded_at: number;
  };
  receipts: {
    exercise_id: string;
    actor: string;
    command_id: string;
    payload_hash: string;
    answer: string;
  };
  seats: {
    seat_id: string;
    exercise_id: string;
    role: string;
    name: string;
    language: string | null;
    token_hash: string | null;
    staff_session: string | null;
    created_at: number;
  };
  /** The codes of the first releases. Invitations took them over; nothing reads them here any more. */
  join_codes: {
    code: string;
    exercise_id: string;
    role: string;
    /** Empty for a code that leads to no table. */
    table_id: string;
  };
  invitations: {
    id: string;
    exercise_id: string;
    code: string;
    /** Names the place whose standing invitation it is; null for one more. */
    place: string | null;
    role: string;
    /** Empty for one that leads to no table. */
    table_id: string;
    /** Whose seat it is; null for whoever comes. */
    person_name: string | null;
    language: string | null;
    label: string;
    /** How many may sit through it. */
    cap: number | null;
    expires_at: number | null;
    revoked_at: number | null;
    /** The seat that it hands over; null for all that lead to a new one. */
    seat_id: string | null;
    created_at: number;
  };
  /** How each seat came about that was taken by a code. */
  arrivals: {
    seat_id: string;
    exercise_id: string;
    invitation_id: string;
    role: string;
    table_id: string;
    status: string;
    token_hash: string;
    arrived_at: number;
  };
  entry_settings: { exercise_id: string; admission: string; device: string };
  listed_names: { exercise_id: string; seat_id: string; position: number; name: string };
  drafts: {
    exercise_id: string;
    table_id: string;
    inject_id: string;
    text: string;
    revision: number;
    seat_id: string;
    at_ms: number;
  };
  feedback: {
    exercise_id: string;
    seat_id: string;
    /** Where they sat when they answered; null for observers. */
    table_id: string | null;
    answers: string;
    at_ms: number;
  };
  feedback_closings: { exercise_id: string; closed_at: number };
  accounts: {
    id: string;
    login: string;
    name: string;
    kind: string;
    password_hash: string | null;
    totp_sealed: string | null;
    totp_offered: string | null;
    totp_last_step: number;
    is_disabled: number;
    created_at: number;
  };
  recovery_codes: { account_id: string; code_hash: string };
  one_time_links: {
    token_hash: string;
    purpose: string;
    account_id: string | null;
    expires_at: number;
  };
  exercise_staff: {
    exercise_id: string;
    account_id: string;
    role: string;
    party_id: string | null;
    assigned_at: number;
  };
  sessions: {
    token_hash: string;
    account_id: string | null;
    created_at: number;
    last_seen: number;
    expires_at: number;
  };
  settings: { key: string; value: string };
  leases: {
    exercise_id: string;
    holder: string;
    fence: number;
    play_ms: number;
    now_ms: number;
    renewed_at: number;
  };
  attachment_blobs: { hash: string; type: string; size: number; bytes: string };
  attachments: { exercise_id: string; file: string; hash: string; created_at: number };
  audit: {
    id: string;
    at: number;
    exercise_id: string | null;
    actor_kind: string;
    account_id: string | null;
    seat_id: string | null;
    session: string | null;
    address: string | null;
    action: string;
    targets: string;
    outcome: string;
  };
  signing_keys: { id: string; secret: string; created_at: number };
}

export type Db = Kysely<Tables>;
