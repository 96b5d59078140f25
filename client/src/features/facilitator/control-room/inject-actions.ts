/** What a facilitator may do with an inject as it stands now. */
import type { FacilitatorEvent } from '@trilogue/engine/views/facilitator-view';

export type InjectAction = 'confirm' | 'release' | 'hold' | 'letGo' | 'move' | 'skip' | 'recall';

/** The likeliest first. */
export function actionsFor(event: Pick<FacilitatorEvent, 'status' | 'isHeld'>): InjectAction[] {
  switch (event.status) {
    case 'released':
      return ['recall'];
    case 'recalled':
      return [];
    case 'skipped':
      return ['release', 'move'];
    case 'due':
      return event.isHeld
        ? ['letGo', 'release', 'move', 'skip']
        : ['confirm', 'hold', 'move', 'skip'];
    case 'armed':
    case 'waiting':
      return event.isHeld
        ? ['letGo', 'release', 'move', 'skip']
        : ['release', 'hold', 'move', 'skip'];
  }
}
