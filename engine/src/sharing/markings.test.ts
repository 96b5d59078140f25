import { describe, expect, test } from 'vitest';
import type { TlpLabel } from '../scenario/sharing-schema.js';
import { running } from '../testing/drill.js';
import { all, apart, last, player, release, share } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { broken, withItem } from '../testing/marked-item.js';

const scenario = exchangeScenario();
const cert = player('jp-cert');
const usCert = player('us-cert');

describe('what a marking allows', () => {
  const nothing = {
    'us-isac': [],
    'ph-cert': [],
    'jp-port': [],
    'jp-cert': [],
    vendor: [],
    liaison: [],
    stateless: [],
    reporter: [],
  };
  const allowed: [TlpLabel, Record<string, string[]>][] = [
    ['CLEAR', nothing],
    ['GREEN', { ...nothing, reporter: ['public reporter'] }],
    [
      'AMBER',
      {
        ...nothing,
        'ph-cert': ['outside ph-cert'],
        'jp-port': ['outside jp-port'],
        vendor: ['outside vendor'],
        liaison: ['outside liaison'],
        stateless: ['outside stateless'],
        reporter: ['public reporter'],
      },
    ],
    [
      'AMBER+STRICT',
      {
        ...nothing,
        'us-isac': ['outside us-isac'],
        'ph-cert': ['outside ph-cert'],
        'jp-port': ['outside jp-port'],
        vendor: ['outside vendor'],
        liaison: ['outside liaison'],
        stateless: ['outside stateless'],
        reporter: ['public reporter'],
      },
    ],
    [
      'RED',
      {
        ...nothing,
        'us-isac': ['forwarded us-isac'],
        'ph-cert': ['forwarded ph-cert'],
        'jp-port': ['forwarded jp-port'],
        vendor: ['forwarded vendor'],
        liaison: ['forwarded liaison'],
        stateless: ['forwarded stateless'],
        reporter: ['public reporter'],
      },
    ],
  ];

  test.each(allowed)(
    '[SHARE8] TLP:%s goes as far as TLP 2.0 says: a team is an organisation, its nation the clients, all teams the community',
    (tlp, breaches) => {
      for (const [to, expected] of Object.entries(breaches)) {
        const drill = withItem(tlp);
        expect([to, broken(drill, to, { marking: tlp })]).toEqual([to, expected]);
      }
    },
  );

  test('[SHARE8] at a merged table TLP:AMBER may go to the nations of all its teams', () => {
    const merged = exchangeScenario((file) => {
      delete file.items[0].sanitised;
    });
    const drill = running(merged, {
      tables: { 'jp-cert': ['jp-cert'], 'us-cert': ['us-cert', 'ph-bank'], 'ph-cert': ['ph-cert'] },
      mode: 'assess',
    });
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    expect(broken(drill, 'ph-cert', {})).toEqual([]);
  });

  test('[SHARE8] whoever set a marking may set another one', () => {
    for (const tlp of ['CLEAR', 'GREEN', 'AMBER+STRICT'] as const) {
      const drill = running(scenario, { tables: apart, mode: 'assess' });
      drill.do(cert, share(['ph-bank'], { items: 'hashes', marking: tlp }));
      expect(drill.types()).not.toContain('MarkingBroken');
    }
  });

  test('[SHARE8] its originator too breaks a marking that says it in public', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    drill.do(cert, share(['reporter'], { items: 'hashes', marking: 'CLEAR' }));
    expect(drill.types()).not.toContain('MarkingBroken');
    drill.do(cert, share(['reporter'], { items: 'hashes', marking: 'GREEN' }));
    expect(last(drill, 'MarkingBroken')).toMatchObject({
      itemId: 'hashes',
      breach: 'public',
      to: 'reporter',
    });
  });

  test('[SHARE8] by the press line everything is public that is not TLP:CLEAR', () => {
    const drill = withItem('GREEN');
    expect(broken(drill, 'us-isac', { channel: 'press', marking: 'GREEN' })).toEqual([
      'public us-isac',
    ]);
    const amber = withItem('AMBER');
    expect(broken(amber, 'ph-cert', { channel: 'press' })).toEqual(['public ph-cert']);
    const clear = withItem('CLEAR');
    expect(broken(clear, 'us-isac', { channel: 'press', marking: 'GREEN' })).toEqual([]);
  });

  test('[SHARE8] words without an item are bound by their own marking', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    drill.do(usCert, share(['reporter', 'liaison'], { marking: 'CLEAR' }));
    expect(drill.types()).not.toContain('MarkingBroken');
    drill.do(usCert, share(['reporter', 'liaison'], { marking: 'GREEN' }));
    expect(all(drill, 'MarkingBroken')).toMatchObject([
      { itemId: null, breach: 'public', to: 'reporter' },
    ]);
  });

  test('[SHARE9] a narrower marking is no breach, a wider one is, once, whoever gets it', () => {
    const drill = withItem('AMBER');
    expect(broken(drill, 'us-isac', { marking: 'AMBER+STRICT' })).toEqual([]);
    expect(broken(drill, 'us-isac', { marking: 'GREEN' })).toEqual(['lowered']);
    expect(broken(drill, 'ph-cert', { marking: 'GREEN' })).toEqual(['lowered', 'outside ph-cert']);
  });

  test('[SHARE9] who was given it under too wide a marking breaks nothing by it', () => {
    const drill = withItem('AMBER');
    broken(drill, 'us-isac', { marking: 'GREEN' });
    const before = all(drill, 'MarkingBroken').length;
    drill.do(player('us-isac'), share(['ph-cert'], { items: 'hashes', marking: 'GREEN' }));
    expect(all(drill, 'MarkingBroken')).toHaveLength(before);
  });

  test('[SHARE9] who holds both forms gives the sanitised one under the wider marking', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(cert, share(['us-cert'], { items: 'hashes sanitised', marking: 'AMBER+STRICT' }));
    drill.do(usCert, share(['ph-cert'], { items: 'hashes sanitised', marking: 'GREEN' }));
    expect(drill.types()).not.toContain('MarkingBroken');
  });

  test('[SHARE9] each recipient and each item counts by itself', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    release(drill, 'vendor-notice');
    const tip = 'tip sanitised';
    drill.do(usCert, share(['ph-cert', 'ph-bank'], { items: `notice, ${tip}` }));
    expect(
      all(drill, 'MarkingBroken').map(({ itemId, breach, to }) => [itemId, breach, to]),
    ).toEqual([
      ['notice', 'lowered', null],
      ['notice', 'outside', 'ph-cert'],
      ['notice', 'outside', 'ph-bank'],
    ]);
  });
});
