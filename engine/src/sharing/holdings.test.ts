import { describe, expect, test } from 'vitest';
import { exerciseLimits } from '../exercise/exercise-limits.js';
import type { TableId } from '../protocol/ids.js';
import { type Drill, minutes, running } from '../testing/drill.js';
import { apart, ask, director, last, player, release, share } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const cert = player('jp-cert');

/** What a table holds: "hashes full AMBER". */
function holds(drill: Drill, tableId: string): string[] {
  return [...drill.state.holdings.values()]
    .filter((held) => held.tableId === tableId)
    .map(({ itemId, form, marking }) => `${itemId} ${form} ${marking}`)
    .sort();
}

describe('who holds what', () => {
  test('[SHARE1] from StartEx a table holds what its teams hold, and nobody else does', () => {
    const drill = running(scenario, { tables: apart });
    expect(holds(drill, 'jp-cert')).toEqual(['hashes full AMBER']);
    expect(holds(drill, 'us-cert')).toEqual(['tip full RED']);
    expect(holds(drill, 'jp-port')).toEqual([]);
    const merged = running(scenario);
    expect(holds(merged, 'jp')).toEqual(['hashes full AMBER']);
    expect(holds(merged, 'ph')).toEqual(['patients full GREEN']);
  });

  test('[SHARE1] what only dropped teams hold is nowhere', () => {
    const drill = running(scenario, { tables: { 'ph-cert': ['ph-cert'], 'us-isac': ['us-isac'] } });
    expect(drill.types()).not.toContain('ItemGiven');
  });

  test('[SHARE2] what comes with an inject comes with it, once, to its holders', () => {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(2));
    expect(drill.state.itemsHeldSince.has('notice' as never)).toBe(false);
    release(drill, 'vendor-notice');
    expect(last(drill, 'ItemGiven')).toMatchObject({
      itemId: 'notice',
      tableIds: ['jp-cert', 'us-cert'],
      causedBy: last(drill, 'InjectReleased').seq,
    });
    expect(holds(drill, 'us-cert')).toEqual(['notice full AMBER+STRICT', 'tip full RED']);
    expect(drill.state.itemsHeldSince.get('notice' as never)).toBe(minutes(2));
  });

  test('[SHARE2] what came with an inject stays when the inject is recalled', () => {
    const drill = running(scenario, { tables: apart });
    release(drill, 'vendor-notice');
    drill.do(director, { type: 'RecallInject', injectId: 'vendor-notice' as never, reason: '' });
    drill.do(cert, share(['us-isac'], { items: 'notice', marking: 'AMBER+STRICT' }));
    expect(holds(drill, 'us-isac')).toEqual(['notice full AMBER+STRICT']);
  });

  test('[SHARE3] whoever is given a form holds that form, under the marking it came with', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['ph-cert'], { items: 'hashes' }));
    drill.do(cert, share(['us-cert'], { items: 'hashes sanitised', marking: 'GREEN' }));
    expect(holds(drill, 'ph-cert')).toEqual(['hashes full AMBER']);
    expect(holds(drill, 'us-cert')).toEqual(['hashes sanitised GREEN', 'tip full RED']);
  });

  test('[SHARE3] what came under several markings is held under the widest', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['ph-cert'], { items: 'hashes', marking: 'AMBER+STRICT' }));
    drill.do(cert, share(['ph-cert'], { items: 'hashes', marking: 'GREEN' }));
    drill.do(cert, share(['ph-cert'], { items: 'hashes', marking: 'AMBER' }));
    expect(holds(drill, 'ph-cert')).toEqual(['hashes full GREEN']);
    const [held] = [...drill.state.holdings.values()].filter((item) => item.tableId === 'ph-cert');
    expect(held?.shareSeqs).toHaveLength(3);
  });

  test('[SHARE3] the whole form can be given on sanitised; the sanitised one not whole', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['ph-cert'], { items: 'hashes' }));
    drill.do(player('ph-cert'), share(['ph-bank'], { items: 'hashes sanitised' }));
    const whole = drill.submit(player('ph-bank'), share(['us-cert'], { items: 'hashes' }));
    expect(whole.rejection?.code).toBe('item/unknown');
  });

  test('[SHARE3] an item that a table does not hold is not told from one that was made up', () => {
    const drill = running(scenario, { tables: apart });
    const withheld = drill.submit(player('ph-bank'), share(['us-cert'], { items: 'hashes' }));
    const madeUp = drill.submit(player('ph-bank'), share(['us-cert'], { items: 'gossip' }));
    expect(withheld.rejection).toEqual({
      ...madeUp.rejection,
      details: { itemId: 'hashes' },
    });
    expect(withheld.facts).toEqual([]);
    // Nor has a form that the scenario does not give.
    const formless = exchangeScenario((file) => {
      delete file.items[0].sanitised;
    });
    const other = running(formless, { tables: apart });
    const none = other.submit(cert, share(['ph-cert'], { items: 'hashes sanitised' }));
    expect(none.rejection?.code).toBe('item/unknown');
  });

  test('[SHARE3] control uses what the table it acts for holds, and stands by its act', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(director, share(['ph-cert'], { items: 'hashes', tableId: 'jp-cert' }));
    expect(last(drill, 'InformationShared')).toMatchObject({
      tableId: 'jp-cert',
      by: { kind: 'seat', seatId: 'facilitator' },
    });
    const other = drill.submit(director, share(['ph-cert'], { items: 'tip', tableId: 'jp-cert' }));
    expect(other.rejection?.code).toBe('item/unknown');
    const nobody = drill.submit(director, share(['ph-cert']));
    expect(nobody.rejection?.code).toBe('table/unknown');
  });
});

describe('to whom', () => {
  test('[SHARE4] a table that plays several of the teams gets it once', () => {
    const drill = running(scenario, { tables: { jp: ['jp-cert'], ph: ['ph-cert', 'ph-bank'] } });
    drill.do(player('jp'), share(['ph-cert', 'ph-bank', 'ph-cert']));
    expect(last(drill, 'InformationShared').to).toEqual({
      teams: ['ph-cert', 'ph-bank'],
      contacts: [],
      tableIds: ['ph'],
    });
  });

  test('[SHARE4] one’s own table need not be told', () => {
    const drill = running(scenario);
    drill.do(player('jp'), share(['jp-port', 'ph-cert']));
    expect(last(drill, 'InformationShared').to.teams).toEqual(['ph-cert']);
    const alone = drill.submit(player('jp'), share(['jp-port', 'jp-cert']));
    expect(alone.rejection?.code).toBe('share/nobody-else');
  });

  test('[SHARE4] a team that control plays is told like any other; one that nobody plays can’t be', () => {
    const drill = running(scenario, {
      tables: { jp: ['jp-cert', 'jp-port'] },
      controlled: ['ph-cert'],
    });
    drill.do(player('jp'), share(['ph-cert'], { items: 'hashes' }));
    expect(holds(drill, 'control')).toEqual(['hashes full AMBER']);
    for (const command of [share(['ph-cert', 'us-cert']), ask(['us-cert'])]) {
      const { rejection } = drill.submit(player('jp'), command);
      expect(rejection).toMatchObject({
        code: 'share/no-such-recipient',
        details: { to: 'us-cert' },
      });
    }
  });

  test('[SHARE4] only contacts that read their mail can be written to', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['liaison', 'liaison'], { marking: 'GREEN' }));
    expect(last(drill, 'InformationShared').to).toMatchObject({
      contacts: ['liaison'],
      tableIds: [],
    });
    for (const command of [share(['desk']), ask(['regulator'])]) {
      expect(drill.submit(cert, command).rejection?.code).toBe('share/no-such-recipient');
    }
    const view = viewOf(drill.state, playerAudience('jp-cert' as TableId));
    const directory = 'directory' in view ? view.directory : null;
    expect(directory?.contacts.map(({ id }) => id)).toEqual([
      'vendor',
      'liaison',
      'stateless',
      'reporter',
    ]);
    expect(directory?.teams.map(({ id }) => id)).toHaveLength(6);
  });

  test('[SHARE4] the directory names only teams that somebody plays', () => {
    const drill = running(scenario, { tables: { jp: ['jp-cert'] }, controlled: ['us-cert'] });
    const view = viewOf(drill.state, playerAudience('jp' as TableId));
    expect('directory' in view && view.directory.teams.map(({ id }) => id)).toEqual([
      'jp-cert',
      'us-cert',
    ]);
  });

  test('[SHARE5] a table sees what it sent and what it got, and no other exchange', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['ph-cert'], { items: 'hashes' }));
    const sharesOf = (tableId: string) => {
      const view = viewOf(drill.state, playerAudience(tableId as TableId));
      return 'shares' in view ? Object.values(view.shares) : [];
    };
    expect(sharesOf('jp-cert')).toEqual(sharesOf('ph-cert'));
    expect(sharesOf('ph-cert')).toMatchObject([
      {
        fromTableId: 'jp-cert',
        facts: 'What we know.',
        confidence: 'moderate',
        ask: 'Look for it.',
        items: [{ itemId: 'hashes', form: 'full', title: 'Hashes of the sample' }],
      },
    ]);
    for (const other of ['jp-port', 'us-cert', 'ph-bank']) expect(sharesOf(other)).toEqual([]);
  });

  test('[SHARE6] a wall sees that one nation told another, not what, and nothing of whispers', () => {
    const drill = running(scenario, { tables: apart });
    const wall = () => {
      const view = viewOf(drill.state, { role: 'observer' });
      const seen = 'happenings' in view ? Object.values(view.happenings) : [];
      return seen.filter(({ kind }) => kind === 'share');
    };
    drill.do(cert, share(['jp-port']));
    drill.do(cert, share(['liaison'], { marking: 'GREEN' }));
    drill.do(cert, share(['ph-cert'], { marking: 'RED', seats: ['player-ph-cert'] }));
    expect(wall()).toEqual([]);
    drill.do(cert, share(['jp-port', 'ph-cert', 'ph-bank'], { items: 'hashes', evenSo: true }));
    expect(wall()).toEqual([
      { kind: 'share', playMs: 0, channel: 'cert', from: ['jp'], to: ['ph'] },
    ]);
  });

  test('[SHARE7] a table sends so much and no more', () => {
    const drill = running(scenario, { tables: apart });
    for (let count = 0; count < exerciseLimits.shares - 1; count++) {
      drill.do(cert, share(['ph-cert']));
    }
    drill.do(cert, ask(['ph-cert']));
    expect(drill.submit(cert, share(['ph-cert'])).rejection?.code).toBe('share/too-many');
    expect(drill.submit(cert, ask(['ph-cert'])).rejection?.code).toBe('share/too-many');
    drill.do(player('ph-cert'), share(['jp-cert']));
  });
});
