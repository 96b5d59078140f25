import { describe, expect, test } from 'vitest';
import { running } from '../testing/drill.js';
import {
  all,
  answer,
  apart,
  askLeave,
  director,
  last,
  player,
  release,
  share,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { broken, withItem } from '../testing/marked-item.js';

const scenario = exchangeScenario();
const cert = player('jp-cert');
const usCert = player('us-cert');

describe('wider than its marking', () => {
  test('[SHARE10] what is released to somebody may go there, in either form', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    release(drill, 'vendor-notice');
    drill.do(usCert, share(['us-isac'], { items: 'notice', marking: 'AMBER+STRICT' }));
    drill.do(usCert, share(['us-isac', 'ph-cert'], { items: 'notice sanitised' }));
    drill.do(usCert, share(['liaison'], { items: 'notice sanitised' }));
    expect(drill.types()).not.toContain('MarkingBroken');
    // What the sanitised form may do the whole one may not.
    drill.do(usCert, share(['ph-cert'], { items: 'notice', marking: 'AMBER+STRICT' }));
    expect(last(drill, 'MarkingBroken')).toMatchObject({ breach: 'outside', to: 'ph-cert' });
  });

  test('[SHARE10] released to all it may go to any nation’s office too', () => {
    const drill = withItem('AMBER', (file) => {
      file.items[0].releasableTo = ['all'];
    });
    expect(broken(drill, 'liaison', {})).toEqual([]);
    expect(broken(drill, 'ph-bank', {})).toEqual([]);
    expect(broken(drill, 'stateless', {})).toEqual(['outside stateless']);
  });

  test('[SHARE10] who has it from its originator too may be spoken to, and so may the originator', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    release(drill, 'vendor-notice');
    drill.do(usCert, share(['jp-cert', 'vendor'], { items: 'notice', marking: 'AMBER+STRICT' }));
    expect(drill.types()).not.toContain('MarkingBroken');
    expect(drill.types()).not.toContain('OverShared');
  });

  test('[SHARE11] its originator can permit it, to whom was named and to nobody else', () => {
    const drill = withItem('AMBER');
    drill.do(usCert, askLeave('hashes', ['ph-cert']));
    const { seq, originatorId } = last(drill, 'PermissionRequested');
    expect(originatorId).toBe('jp-cert');
    expect(broken(drill, 'ph-cert', {})).toEqual(['outside ph-cert']);
    drill.do(cert, answer(seq, true));
    expect(broken(drill, 'ph-cert', {})).toEqual([]);
    expect(broken(drill, 'ph-bank', {})).toEqual(['outside ph-bank']);
    // A permission is for whoever asked.
    drill.do(player('ph-cert'), share(['us-isac'], { items: 'hashes' }));
    expect(last(drill, 'MarkingBroken')).toMatchObject({ tableId: 'ph-cert', to: 'us-isac' });
  });

  test('[SHARE11] a permission that was denied permits nothing', () => {
    const drill = withItem('AMBER');
    drill.do(usCert, askLeave('hashes', ['ph-cert']));
    drill.do(cert, answer(last(drill, 'PermissionRequested').seq, false));
    expect(broken(drill, 'ph-cert', {})).toEqual(['outside ph-cert']);
  });

  test('[SHARE11] leave for the whole form is leave for the sanitised one, not the other way round', () => {
    const strict = exchangeScenario((file) => {
      file.items[1].sanitised.releasableTo = [];
    });
    const permitted = (form: string) => {
      const drill = running(strict, { tables: apart, mode: 'assess' });
      release(drill, 'vendor-notice');
      drill.do(usCert, askLeave(form, ['ph-bank']));
      drill.do(director, answer(last(drill, 'PermissionRequested').seq, true));
      drill.do(usCert, share(['ph-bank'], { items: 'notice sanitised' }));
      drill.do(usCert, share(['ph-bank'], { items: 'notice', marking: 'AMBER+STRICT' }));
      return all(drill, 'MarkingBroken').length;
    };
    expect(permitted('notice')).toBe(0);
    expect(permitted('notice sanitised')).toBe(1);
  });

  test('[SHARE11] of a contact’s item control permits; of one’s own nobody need ask', () => {
    const drill = running(scenario, { tables: apart });
    release(drill, 'vendor-notice');
    drill.do(usCert, askLeave('notice', ['ph-cert']));
    expect(last(drill, 'PermissionRequested').originatorId).toBeNull();
    const own = drill.submit(cert, askLeave('hashes', ['ph-cert']));
    expect(own.rejection?.code).toBe('request/not-needed');
    const unheld = drill.submit(player('ph-bank'), askLeave('hashes', ['us-cert']));
    expect(unheld.rejection?.code).toBe('item/unknown');
  });

  test('[SHARE11] of an originator that nobody plays control permits', () => {
    const { 'jp-cert': _, ...others } = apart;
    const held = exchangeScenario((file) => {
      file.items[0].holders.push('us-cert');
    });
    const drill = running(held, { tables: others });
    drill.do(usCert, askLeave('hashes', ['ph-cert']));
    expect(last(drill, 'PermissionRequested').originatorId).toBeNull();
    drill.do(director, answer(last(drill, 'PermissionRequested').seq, true));
    drill.do(usCert, share(['ph-cert'], { items: 'hashes' }));
    expect(drill.types()).not.toContain('MarkingBroken');
    const dropped = drill.submit(usCert, askLeave('hashes', ['jp-cert']));
    expect(dropped.rejection?.code).toBe('share/no-such-recipient');
  });
});

describe('warnings', () => {
  test('[SHARE12] in coach mode the sender is warned first; sent even so, it counts', () => {
    const drill = running(scenario, { tables: apart, mode: 'coach' });
    release(drill, 'vendor-notice');
    const careless = { items: 'notice', marking: 'AMBER+STRICT' } as const;
    const warned = drill.submit(usCert, share(['ph-bank'], careless));
    expect(warned.rejection).toMatchObject({
      code: 'share/breaks-marking',
      details: { breach: 'outside', itemId: 'notice', to: 'ph-bank' },
    });
    expect(warned.facts).toEqual([]);
    drill.do(usCert, share(['ph-bank'], { ...careless, evenSo: true }));
    expect(last(drill, 'MarkingBroken').to).toBe('ph-bank');
  });

  test('[SHARE12] in assess mode nobody is warned, nor is control', () => {
    const assess = running(scenario, { tables: apart, mode: 'assess' });
    assess.do(usCert, share(['reporter'], { items: 'tip', marking: 'AMBER' }));
    expect(all(assess, 'MarkingBroken')).toHaveLength(1);
    const coach = running(scenario, { tables: apart, mode: 'coach' });
    coach.do(director, share(['reporter'], { tableId: 'us-cert', items: 'tip' }));
    expect(all(coach, 'MarkingBroken')).toHaveLength(1);
  });

  test('[SHARE12] what breaks nothing is sent at once', () => {
    const drill = running(scenario, { tables: apart, mode: 'coach' });
    drill.do(cert, share(['ph-cert'], { items: 'hashes' }));
    expect(drill.types()).toContain('InformationShared');
  });
});
