/** What follows at once from sharing, deciding together and reporting. */
import { agreement } from '../positions/agreement.js';
import type { PositionId } from '../protocol/ids.js';
import { afterShare } from '../sharing/sharing-facts.js';
import type { Consequence } from './consequence.js';
import { effectsOf } from './effects.js';
import { obligationKey, optionOf } from './exchange-state.js';
import type { FactBody, FactOf, FactType } from './facts.js';
import { meetBy } from './meetings.js';
import type { ExerciseState } from './state.js';

type Reactions = {
  readonly [Type in FactType]?: (fact: FactOf<Type>, state: ExerciseState) => Consequence[];
};

export const exchangeReactions = {
  InformationShared: afterShare,
  StanceTaken: ({ positionId }) => [(now) => agreeIfSo(positionId, now)],
  PositionAgreed: (fact, state) => afterAgreement(fact, state),
  PositionFailed: ({ positionId, cause }, state) =>
    cause === 'ended' ? [] : effectsOf(state.playbook.positions.get(positionId)?.onFailed, nobody),
  ReportFiled: ({ obligationId, tableId }) => [
    (now) => {
      const status = now.obligations.get(obligationKey(obligationId, tableId))?.status;
      return [{ type: 'ObligationMet', obligationId, tableId, isLate: status === 'missed' }];
    },
  ],
  ObligationMet: ({ obligationId, tableId }, state) => [
    ...effectsOf(state.playbook.obligations.get(obligationId)?.onMet, { tableId, injectId: null }),
    (now) => meetBy(`report ${obligationId}`, tableId, now),
  ],
  ObligationMissed: ({ obligationId, tableId }, state) =>
    effectsOf(state.playbook.obligations.get(obligationId)?.onMissed, { tableId, injectId: null }),
} satisfies Reactions;

/** EndEx: what is still being decided or owed is neither won nor lost. */
export function closeExchange(state: ExerciseState): FactBody[] {
  return [
    ...[...state.openPositions.keys()].sort().map(
      (positionId): FactBody => ({
        type: 'PositionFailed',
        positionId,
        cause: 'ended',
        reason: '',
      }),
    ),
    ...[...state.openObligations.keys()].sort().flatMap((key): FactBody[] => {
      const found = state.obligations.get(key);
      if (found === undefined) return [];
      const { obligationId, tableId } = found;
      return [{ type: 'ObligationWaived', obligationId, tableId }];
    }),
  ];
}

const nobody = { tableId: null, injectId: null } as const;

function agreeIfSo(positionId: PositionId, state: ExerciseState): FactBody[] {
  const position = state.playbook.positions.get(positionId);
  const now = state.positions.get(positionId);
  if (position === undefined || now?.status !== 'open') return [];
  const on = agreement(position, now);
  return on === null ? [] : [{ type: 'PositionAgreed', positionId, on, cause: 'rule', reason: '' }];
}

function afterAgreement(
  { positionId, on }: FactOf<'PositionAgreed'>,
  state: ExerciseState,
): Consequence[] {
  const position = state.playbook.positions.get(positionId);
  const chosen = position?.options?.find(({ id }) => id === optionOf(on));
  const tables = new Set(state.positions.get(positionId)?.voices.map(({ tableId }) => tableId));
  return [
    ...effectsOf(chosen?.effects, nobody),
    ...effectsOf(position?.onAgreed, nobody),
    (now) => [...tables].flatMap((tableId) => meetBy(`agree ${positionId}`, tableId, now)),
  ];
}
