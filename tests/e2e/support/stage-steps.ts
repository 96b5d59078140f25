/** What people at the stage's tables do when a test needs it done: by themselves they may, or may not. */

import type { StagePlayer } from '../../stage/player.js';
import type { Stage } from '../../stage/stage.js';

/** The first of Japan's people. */
export function japanOf({ players }: Stage): StagePlayer {
  const found = players.find(({ grant }) => grant.tableId?.startsWith('jp'));
  if (found === undefined) throw new Error('nobody of Japan');
  return found;
}

/** Help from nation to nation. @returns whether it was accepted */
export function tellsTheStates(player: StagePlayer): Promise<boolean> {
  const { teams } = player.view.directory;
  return player.do({
    type: 'ShareInformation',
    to: {
      teams: teams.filter(({ partyId }) => partyId === 'us').map(({ id }) => id),
      contacts: [],
    },
    seatIds: [],
    channel: 'cert',
    marking: 'GREEN',
    items: [],
    facts: 'This is what we see on our side.',
    confidence: 'moderate',
    ask: '',
    inReplyTo: null,
    evenSo: true,
  });
}
