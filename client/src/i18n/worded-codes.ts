/** Every code a refusal may carry: a new one of the engine fails to compile until it stands here. */
import type { Answer, DraftAnswer, ServerToClientEvents } from '@trilogue/engine/protocol/socket';

type RefusalCode =
  | Extract<Answer | DraftAnswer, { ok: false }>['code']
  | Parameters<ServerToClientEvents['goodbye']>[0]['code'];

const worded: Record<RefusalCode, true> = {
  'command/invalid': true,
  'command/not-allowed': true,
  'command/stale-epoch': true,
  'command/reused-id': true,
  'exercise/unknown': true,
  'exercise/already-created': true,
  'exercise/not-now': true,
  'exercise/quarantined': true,
  'exercise/real-world': true,
  'casting/unknown-team': true,
  'casting/team-twice': true,
  'casting/duplicate-table': true,
  'casting/reserved-table': true,
  'casting/no-tables': true,
  'casting/table-has-seats': true,
  'seat/unknown': true,
  'seat/already-joined': true,
  'seat/no-table': true,
  'table/unknown': true,
  'clock/nothing-ahead': true,
  'inject/unknown': true,
  'inject/not-waiting': true,
  'inject/already-released': true,
  'inject/not-released': true,
  'inject/recalled': true,
  'inject/held': true,
  'inject/not-held': true,
  'inject/already-held': true,
  'inject/not-due': true,
  'inject/moment-passed': true,
  'inject/already-acknowledged': true,
  'inject/already-answered': true,
  'inject/already-chosen': true,
  'inject/no-choices': true,
  'inject/too-many-notes': true,
  'choice/unknown': true,
  'exit/unknown': true,
  'exit/not-due': true,
  'expectation/unknown': true,
  'expectation/settled': true,
  'asset/unknown': true,
  'indicator/unknown': true,
  'indicator/out-of-bounds': true,
  'milestone/unknown': true,
  'milestone/already-reached': true,
  'contact/unknown': true,
  'message/not-your-thread': true,
  'server/overloaded': true,
  'server/unavailable': true,
  'server/closing': true,
  'seat/gone': true,
  'draft/conflict': true,
};

/** Refusals of the HTTP interface and the handshake. */
const others = [
  'protocol/version',
  'join/unknown-code',
  'scenario/unknown',
  'staff/wrong-secret',
  'staff/no-session',
  'http/invalid',
  'http/unknown',
  'http/too-large',
  'http/too-many',
  'http/foreign-origin',
];

export const wordedCodes: readonly string[] = [...Object.keys(worded), ...others];
