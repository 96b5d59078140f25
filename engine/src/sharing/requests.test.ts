import { describe, expect, test } from 'vitest';
import type { TableId } from '../protocol/ids.js';
import { type Drill, running } from '../testing/drill.js';
import {
  all,
  answer,
  apart,
  ask,
  askLeave,
  director,
  last,
  player,
  release,
  share,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const cert = player('jp-cert');
const usCert = player('us-cert');
const phCert = player('ph-cert');

const requestsOf = ({ state }: Drill, tableId: string) =>
  Object.values((viewOf(state, playerAudience(tableId as TableId)) as PlayerView).requests);

function asked(): { drill: Drill; seq: number } {
  const drill = running(scenario, { tables: apart });
  drill.do(phCert, ask(['jp-cert', 'us-cert']));
  return { drill, seq: last(drill, 'InformationRequested').seq };
}

describe('asking', () => {
  test('[SHARE19] who asked and who was asked see the request, nobody else', () => {
    const { drill, seq } = asked();
    for (const tableId of ['ph-cert', 'jp-cert', 'us-cert']) {
      expect(requestsOf(drill, tableId)).toMatchObject([{ seq, text: 'What do you know?' }]);
    }
    expect(requestsOf(drill, 'ph-bank')).toEqual([]);
  });

  test('[SHARE19] a share in reply answers it', () => {
    const { drill, seq } = asked();
    drill.do(cert, share(['ph-cert'], { items: 'hashes', inReplyTo: seq }));
    expect(last(drill, 'RequestAnswered')).toMatchObject({
      requestSeq: seq,
      tableId: 'jp-cert',
      isGranted: true,
      causedBy: last(drill, 'InformationShared').seq,
    });
    expect(requestsOf(drill, 'ph-cert')[0]?.answer).toMatchObject({
      tableId: 'jp-cert',
      isGranted: true,
    });
  });

  test('[SHARE19] a second share in reply is no second answer', () => {
    const { drill, seq } = asked();
    drill.do(cert, share(['ph-cert'], { inReplyTo: seq }));
    drill.do(usCert, share(['ph-cert'], { inReplyTo: seq }));
    expect(all(drill, 'RequestAnswered')).toHaveLength(1);
  });

  test('[SHARE19] whoever was asked may decline; a share of somebody else’s answers it all the same', () => {
    const { drill, seq } = asked();
    drill.do(cert, answer(seq, false));
    expect(requestsOf(drill, 'ph-cert')[0]?.answer).toMatchObject({
      isGranted: false,
      text: 'So be it.',
    });
    expect(drill.submit(usCert, answer(seq, false)).rejection?.code).toBe(
      'request/already-answered',
    );
    drill.do(usCert, share(['ph-cert'], { inReplyTo: seq }));
    expect(requestsOf(drill, 'ph-cert')[0]?.answer).toMatchObject({
      tableId: 'us-cert',
      isGranted: true,
    });
  });

  test('[SHARE19] only whoever was asked can answer; what one was not asked does not exist', () => {
    const { drill, seq } = asked();
    for (const stranger of [phCert, player('ph-bank')]) {
      const real = drill.submit(stranger, answer(seq, true)).rejection;
      expect(real).toEqual(drill.submit(stranger, answer(9_999, true)).rejection);
      expect(real?.code).toBe('request/unknown');
    }
    const reply = share(['ph-cert'], { inReplyTo: seq });
    expect(drill.submit(player('ph-bank'), reply).rejection?.code).toBe('request/unknown');
    const forAnother = drill.submit(usCert, answer(seq, true, 'jp-cert'));
    expect(forAnother.rejection?.code).toBe('command/not-allowed');
  });

  test('[SHARE19] a table that plays several of those asked is asked once', () => {
    const drill = running(scenario);
    drill.do(player('jp'), ask(['ph-cert', 'ph-bank', 'jp-port']));
    expect(last(drill, 'InformationRequested').to).toEqual({
      teams: ['ph-cert', 'ph-bank'],
      contacts: [],
      tableIds: ['ph'],
    });
    expect(drill.submit(player('jp'), ask(['jp-port'])).rejection?.code).toBe('share/nobody-else');
  });

  test('[SHARE20] what is asked of a contact control answers, for nobody in particular', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, ask(['vendor']));
    const { seq } = last(drill, 'InformationRequested');
    drill.do(director, answer(seq, true));
    expect(last(drill, 'RequestAnswered')).toMatchObject({
      tableId: null,
      by: { kind: 'seat', seatId: 'facilitator' },
    });
    expect(requestsOf(drill, 'jp-cert')[0]?.answer?.tableId).toBeNull();
  });

  test('[SHARE20] control may answer for any table, and for no table that does not exist', () => {
    const { drill, seq } = asked();
    const nowhere = drill.submit(director, answer(seq, true, 'nowhere'));
    expect(nowhere.rejection?.code).toBe('table/unknown');
    drill.do(director, answer(seq, false, 'jp-cert'));
    expect(last(drill, 'RequestAnswered').tableId).toBe('jp-cert');
  });

  test('[SHARE20] leave is asked of the originator, who sees for whom; staff see whom it is asked of', () => {
    const drill = running(scenario, { tables: apart });
    release(drill, 'vendor-notice');
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(usCert, askLeave('hashes', ['ph-cert', 'ph-cert']));
    drill.do(usCert, askLeave('notice', ['ph-cert']));
    expect(requestsOf(drill, 'jp-cert')).toMatchObject([
      {
        kind: 'permission',
        fromTableId: 'us-cert',
        teams: ['ph-cert'],
        item: { itemId: 'hashes', form: 'full' },
        text: 'They need it.',
      },
    ]);
    expect(requestsOf(drill, 'ph-cert')).toEqual([]);
    const { requests } = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
    expect(Object.values(requests).map(({ askedTableId }) => askedTableId)).toEqual([
      'jp-cert',
      null,
    ]);
  });

  test('[SHARE20] what was permitted stands beside what is held', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(usCert, askLeave('hashes', ['ph-cert']));
    drill.do(cert, answer(last(drill, 'PermissionRequested').seq, true));
    drill.do(usCert, askLeave('hashes', ['ph-bank', 'ph-cert']));
    drill.do(cert, answer(last(drill, 'PermissionRequested').seq, true));
    const view = viewOf(drill.state, playerAudience('us-cert' as TableId)) as PlayerView;
    expect(view.holdings['hashes full']).toMatchObject({
      isOwn: false,
      originator: 'jp-cert',
      permitted: ['ph-cert', 'ph-bank'],
    });
  });
});
