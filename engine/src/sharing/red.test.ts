import { describe, expect, test } from 'vitest';
import type { SeatId } from '../protocol/ids.js';
import { type Drill, host, join, running, seat, table } from '../testing/drill.js';
import {
  all,
  apart,
  askLeave,
  director,
  last,
  player,
  type Sharing,
  share,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { audienceKey, audienceOfSeat } from '../views/audience.js';
import type { PlayerView } from '../views/player-view.js';
import { project, viewOf } from '../views/project.js';
import { evolveView } from '../views/view-model.js';

const scenario = exchangeScenario();
const usCert = player('us-cert');
const named = seat('player-jp-cert');
const colleague = seat('colleague');

/** us-cert tells one of two persons at jp-cert a tip. */
function tipped(how: Sharing = {}): Drill {
  const drill = running(scenario, { tables: apart, mode: 'assess' });
  join(drill, 'colleague', 'player', 'jp-cert');
  drill.do(
    usCert,
    share(['jp-cert'], { items: 'tip', marking: 'RED', seats: ['player-jp-cert'], ...how }),
  );
  return drill;
}

function viewOfSeat({ state }: Drill, seatId: string): PlayerView {
  const audience = audienceOfSeat(state, seatId as SeatId);
  if (audience?.role !== 'player') throw new Error(`${seatId} is no player`);
  return viewOf(state, audience) as PlayerView;
}

describe('TLP:RED', () => {
  test('[SHARE16] goes to persons, at least one at every table that gets it', () => {
    const drill = running(scenario, { tables: apart });
    const tell = (to: string[], seats: string[]) =>
      drill.submit(usCert, share(to, { items: 'tip', marking: 'RED', seats, evenSo: true }));
    expect(tell(['jp-cert'], []).rejection).toMatchObject({
      code: 'share/red-needs-seats',
      details: { tableId: 'jp-cert' },
    });
    expect(tell(['jp-cert', 'ph-cert'], ['player-jp-cert']).rejection).toMatchObject({
      code: 'share/red-needs-seats',
      details: { tableId: 'ph-cert' },
    });
    for (const stranger of ['player-ph-cert', 'facilitator', 'nobody']) {
      expect(tell(['jp-cert'], ['player-jp-cert', stranger]).rejection).toMatchObject({
        code: 'share/seat-not-there',
        details: { seatId: stranger },
      });
    }
    expect(tell(['jp-cert', 'ph-cert'], ['player-jp-cert', 'player-ph-cert']).rejection).toBeNull();
  });

  test('[SHARE16] a person who left can’t be told; persons are named for TLP:RED only', () => {
    const drill = running(scenario, { tables: apart });
    const gone = 'player-jp-cert' as SeatId;
    const toThem = { items: 'tip', marking: 'RED', seats: [gone] } as const;
    drill.do(host, { type: 'LeaveExercise', seatId: gone });
    expect(drill.submit(usCert, share(['jp-cert'], toThem)).rejection?.code).toBe(
      'share/seat-not-there',
    );
    const amber = share(['ph-cert'], { marking: 'AMBER', seats: ['player-ph-cert'] });
    expect(drill.submit(usCert, amber).rejection?.code).toBe('share/seats-only-for-red');
  });

  test('[SHARE16] control’s table has no persons to name, a contact is one', () => {
    const drill = running(scenario, { tables: { us: ['us-cert'] }, controlled: ['jp-cert'] });
    drill.do(player('us'), share(['jp-cert', 'vendor'], { items: 'tip', marking: 'RED' }));
    expect(last(drill, 'NeedMet').teamId).toBe('jp-cert');
    drill.do(
      director,
      share(['us-cert'], {
        tableId: 'control',
        items: 'tip',
        marking: 'RED',
        seats: ['player-us'],
      }),
    );
    expect(drill.types()).not.toContain('MarkingBroken');
  });

  test('[SHARE17] whoever was named sees it, and whoever sent it; nobody else at either table', () => {
    const drill = tipped();
    join(drill, 'american', 'player', 'us-cert');
    const seen = (seatId: string) => {
      const { shares, holdings } = viewOfSeat(drill, seatId);
      return [Object.keys(shares).length, 'tip full' in holdings];
    };
    expect(seen('player-jp-cert')).toEqual([1, true]);
    expect(seen('colleague')).toEqual([0, false]);
    expect(seen('player-us-cert')).toEqual([1, true]);
    // The tip is their table's own; that it was passed on they do not see.
    expect(seen('american')).toEqual([0, true]);
  });

  test('[SHARE17] from then on that seat has an audience of its own', () => {
    const drill = running(scenario, { tables: apart });
    const keyOf = (seatId: string) => {
      const audience = audienceOfSeat(drill.state, seatId as SeatId);
      return audience && audienceKey(audience);
    };
    expect(keyOf('player-jp-cert')).toBe('player:jp-cert');
    drill.do(
      usCert,
      share(['jp-cert'], { items: 'tip', marking: 'RED', seats: ['player-jp-cert'] }),
    );
    expect(keyOf('player-jp-cert')).toBe('player:jp-cert:player-jp-cert');
    expect(keyOf('player-us-cert')).toBe('player:us-cert:player-us-cert');
    expect(keyOf('player-ph-cert')).toBe('player:ph-cert');
  });

  test('[SHARE17] what the table does is told to that audience as to the table', () => {
    const drill = tipped();
    const audience = audienceOfSeat(drill.state, 'player-jp-cert' as SeatId);
    if (audience === null) throw new Error('no audience');
    const before = drill.state;
    drill.do(colleague, share(['ph-cert'], { items: 'hashes' }));
    const [fact] = all(drill, 'InformationShared').slice(-1);
    if (fact === undefined) throw new Error('no share');
    const step = project(before, fact, drill.state, audience);
    expect(Object.keys((evolveView(viewOf(before, audience), step) as PlayerView).shares)).toEqual(
      Object.keys((viewOf(drill.state, audience) as PlayerView).shares),
    );
  });

  test('[SHARE18] others at the table can’t pass it on; who was named can, and is to blame', () => {
    const drill = tipped();
    const onward = share(['ph-cert'], {
      items: 'tip',
      marking: 'RED',
      seats: ['player-ph-cert'],
    });
    expect(drill.submit(colleague, onward).rejection?.code).toBe('item/unknown');
    drill.do(named, onward);
    expect(last(drill, 'MarkingBroken')).toMatchObject({
      tableId: 'jp-cert',
      breach: 'forwarded',
      to: 'ph-cert',
    });
    const sanitised = share(['ph-cert'], { items: 'tip sanitised' });
    expect(drill.submit(colleague, sanitised).rejection?.code).toBe('item/unknown');
    drill.do(named, sanitised);
    expect(last(drill, 'MarkingBroken')).toMatchObject({ breach: 'outside', to: 'ph-cert' });
  });

  test('[SHARE18] nor can others ask leave for it, or see it asked, nor does moving to another table take it along', () => {
    const drill = tipped();
    const leave = askLeave('tip', ['ph-cert']);
    expect(drill.submit(colleague, leave).rejection?.code).toBe('item/unknown');
    drill.do(named, leave);
    const seesIt = (seatId: string) => Object.keys(viewOfSeat(drill, seatId).requests).length;
    expect(['player-jp-cert', 'player-us-cert', 'colleague'].map(seesIt)).toEqual([1, 1, 0]);
    drill.do(director, {
      type: 'MoveSeat',
      seatId: 'player-jp-cert' as SeatId,
      tableId: table('ph-bank'),
    });
    expect(drill.submit(named, share(['us-isac'], { items: 'tip' })).rejection?.code).toBe(
      'item/unknown',
    );
    const view = viewOfSeat(drill, 'player-jp-cert');
    expect(Object.keys(view.holdings)).toEqual(['patients full']);
  });

  test('[SHARE18] given to the whole table later, it is the whole table’s', () => {
    const drill = tipped();
    drill.do(usCert, share(['jp-cert'], { items: 'tip', marking: 'AMBER' }));
    drill.do(colleague, share(['jp-port'], { items: 'tip', marking: 'AMBER' }));
    expect('tip full' in viewOfSeat(drill, 'colleague').holdings).toBe(true);
  });

  test('[SHARE18] control, acting for the table, can use it too', () => {
    const drill = tipped();
    drill.do(director, share(['ph-cert'], { tableId: 'jp-cert', items: 'tip sanitised' }));
    expect(last(drill, 'MarkingBroken')).toMatchObject({ tableId: 'jp-cert', to: 'ph-cert' });
  });

  test('[SHARE18] words under TLP:RED are for the persons named too', () => {
    const drill = running(scenario, { tables: apart });
    join(drill, 'colleague', 'player', 'jp-cert');
    drill.do(usCert, share(['jp-cert'], { marking: 'RED', seats: ['player-jp-cert'] }));
    expect(Object.keys(viewOfSeat(drill, 'colleague').shares)).toEqual([]);
    expect(Object.keys(viewOfSeat(drill, 'player-jp-cert').shares)).toHaveLength(1);
  });
});
