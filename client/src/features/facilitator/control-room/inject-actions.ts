/** What whoever looks may do with an inject as it stands now. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorEvent } from '@trilogue/engine/views/facilitator-view';
import type { CommandType } from '@trilogue/engine/views/rights-view';
import type { May } from '../logic/may';

export type InjectAction =
  | 'confirm'
  | 'release'
  | 'hold'
  | 'letGo'
  | 'move'
  | 'skip'
  | 'recall'
  | 'edit';

const commands: Record<InjectAction, CommandType> = {
  confirm: 'Confirm',
  release: 'ReleaseInject',
  hold: 'HoldInject',
  letGo: 'UnholdInject',
  move: 'MoveInject',
  skip: 'SkipInject',
  recall: 'RecallInject',
  edit: 'EditInject',
};

/** The likeliest first. */
export function actionsFor(event: Pick<FacilitatorEvent, 'status' | 'isHeld'>): InjectAction[] {
  switch (event.status) {
    case 'released':
      return ['recall'];
    case 'recalled':
      return [];
    case 'skipped':
      return ['release', 'move', 'edit'];
    case 'due':
      return event.isHeld
        ? ['letGo', 'release', 'move', 'skip', 'edit']
        : ['confirm', 'hold', 'move', 'skip', 'edit'];
    case 'armed':
    case 'waiting':
      return event.isHeld
        ? ['letGo', 'release', 'move', 'skip', 'edit']
        : ['release', 'hold', 'move', 'skip', 'edit'];
  }
}

/** Those that are this person's, after what the engine itself would let through. */
export function allowedActions(
  event: Pick<FacilitatorEvent, 'status' | 'isHeld'>,
  injectId: InjectId,
  may: Pick<May, 'inject'>,
): InjectAction[] {
  return actionsFor(event).filter((action) => may.inject(commands[action], injectId));
}
