import { describe, expect, test } from 'vitest';
import type { TableId } from '../protocol/ids.js';
import { type Drill, inLobby, join, running } from '../testing/drill.js';
import { director, player } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const begin = { type: 'StartCommsCheck' } as const;
const here = { type: 'AcknowledgeCommsCheck' } as const;
const seenBy = ({ state }: Drill, tableId: string) =>
  (viewOf(state, playerAudience(tableId as TableId)) as PlayerView).commsCheck?.seatIds;
const seenByStaff = ({ state }: Drill) =>
  (viewOf(state, { role: 'facilitator' }) as FacilitatorView).commsCheck?.seatIds;

describe('the comms check', () => {
  test('[COMM1] every player acknowledges it, once', () => {
    const drill = inLobby(scenario);
    drill.do(director, begin);
    drill.do(player('jp'), here);
    drill.do(player('ph'), here);
    expect(drill.do(player('jp'), here)).toEqual([]);
    expect(seenByStaff(drill)).toEqual(['player-jp', 'player-ph']);
  });

  test('[COMM1] a table sees its own people, and that it was begun', () => {
    const drill = inLobby(scenario);
    join(drill, 'second', 'player', 'jp');
    expect(seenBy(drill, 'us')).toBeUndefined();
    drill.do(director, begin);
    for (const who of ['jp', 'ph']) drill.do(player(who), here);
    expect(seenBy(drill, 'jp')).toEqual(['player-jp']);
    expect(seenBy(drill, 'us')).toEqual([]);
  });

  test('[COMM2] begun again, everybody acknowledges anew', () => {
    const drill = inLobby(scenario);
    drill.do(director, begin);
    drill.do(player('jp'), here);
    drill.do(director, begin);
    expect(seenByStaff(drill)).toEqual([]);
    drill.do(player('jp'), here);
    expect(seenByStaff(drill)).toEqual(['player-jp']);
  });

  test('[COMM2] not before somebody asked, not after StartEx, and begun by staff alone', () => {
    const drill = inLobby(scenario);
    expect(drill.submit(player('jp'), here).rejection?.code).toBe('comms-check/not-started');
    expect(drill.submit(player('jp'), begin).rejection?.code).toBe('command/not-allowed');
    const late = running(scenario);
    for (const [who, command] of [
      [director, begin],
      [player('jp'), here],
    ] as const) {
      expect(late.submit(who, command).rejection?.code).toBe('exercise/not-now');
    }
  });
});
