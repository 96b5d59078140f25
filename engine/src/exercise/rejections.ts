/** Why a command is refused. Data, worded by its code in the reader's language. */

export const rejectionCodes = [
  'command/invalid',
  'command/not-allowed',
  'command/stale-epoch',
  'command/reused-id',
  'exercise/unknown',
  'exercise/already-created',
  'exercise/not-now',
  'exercise/quarantined',
  'exercise/real-world',
  'casting/unknown-team',
  'casting/team-twice',
  'casting/duplicate-table',
  'casting/reserved-table',
  'casting/no-tables',
  'casting/table-has-seats',
  'seat/unknown',
  'seat/already-joined',
  'seat/no-table',
  'table/unknown',
  'clock/nothing-ahead',
  'inject/unknown',
  'inject/not-waiting',
  'inject/already-released',
  'inject/not-released',
  'inject/recalled',
  'inject/held',
  'inject/not-held',
  'inject/already-held',
  'inject/not-due',
  'inject/moment-passed',
  'inject/already-acknowledged',
  'inject/already-answered',
  'inject/too-many-notes',
  'inject/already-chosen',
  'inject/no-choices',
  'choice/unknown',
  'exit/unknown',
  'exit/not-due',
  'expectation/unknown',
  'expectation/settled',
  'asset/unknown',
  'indicator/unknown',
  'indicator/out-of-bounds',
  'milestone/unknown',
  'milestone/already-reached',
  'contact/unknown',
  'message/not-your-thread',
  'server/overloaded',
  'server/unavailable',
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

export interface Rejection {
  readonly ok: false;
  readonly code: RejectionCode;
  /** For logs and programs, in English. A screen words the code itself. */
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

export function reject(
  code: RejectionCode,
  message: string,
  details?: Rejection['details'],
): Rejection {
  return details === undefined
    ? { ok: false, code, message }
    : { ok: false, code, message, details };
}
