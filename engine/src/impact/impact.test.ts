import { describe, expect, test } from 'vitest';
import type { AssetId, ChoiceId } from '../protocol/ids.js';
import { type Drill, inject, minutes, running, seat, table } from '../testing/drill.js';
import { worldScenario } from '../testing/world-scenario.js';
import { playerAudience } from '../views/audience.js';
import { viewOf } from '../views/project.js';

const scenario = worldScenario();
const director = seat('facilitator');
const statusOf = (drill: Drill, id: string) => drill.state.assets.get(id as AssetId)?.status;

describe('impact', () => {
  test('[IMP1] a failure crosses borders step by step, each step caused by the one before', () => {
    const drill = running(scenario);
    drill.wait(minutes(9));
    const changes = drill.log.flatMap((fact) =>
      fact.type === 'AssetChanged' ? [[fact.assetId, fact.status, fact.playMs]] : [],
    );
    expect(changes).toEqual([
      ['terminal', 'down', minutes(1)],
      ['manifests', 'degraded', minutes(6)],
      ['gates', 'down', minutes(9)],
    ]);
    const chain: string[] = [];
    let cause = drill.log.findLast(({ type }) => type === 'AssetChanged')?.seq ?? null;
    while (cause !== null) {
      const fact = drill.log.find(({ seq }) => seq === cause);
      chain.push(fact?.type ?? '');
      cause = fact?.causedBy ?? null;
    }
    expect(chain).toEqual([
      'AssetChanged',
      'DependencyFelt',
      'DependencyArmed',
      'AssetChanged',
      'DependencyFelt',
      'DependencyArmed',
      'AssetChanged',
      'AssetSet',
      'InjectReleased',
      'InjectArmed',
      'PhaseChanged',
      'ExerciseStarted',
    ]);
  });

  test('[IMP2] recovery spreads back, each in its time', () => {
    const drill = running(scenario);
    drill.wait(minutes(9));
    drill.do(director, { type: 'SetAsset', assetId: 'terminal' as AssetId, status: 'operational' });
    expect([statusOf(drill, 'manifests'), statusOf(drill, 'gates')]).toEqual(['degraded', 'down']);
    drill.wait(minutes(2));
    expect([statusOf(drill, 'manifests'), statusOf(drill, 'gates')]).toEqual([
      'operational',
      'operational',
    ]);
  });

  test('[IMP7] what has failed before the story begins is felt from its beginning', () => {
    const failed = worldScenario((file) => {
      for (const asset of file.assets) {
        if (asset.id === 'terminal') Object.assign(asset, { status: 'down' });
      }
    });
    const drill = running(failed);
    expect(statusOf(drill, 'manifests')).toBe('operational');
    drill.wait(minutes(5));
    expect(statusOf(drill, 'manifests')).toBe('degraded');
  });

  test('[IMP3] what recovers before it is felt is never felt', () => {
    const drill = running(scenario);
    drill.wait(minutes(3));
    drill.do(director, { type: 'SetAsset', assetId: 'terminal' as AssetId, status: 'operational' });
    drill.wait(minutes(30));
    expect(statusOf(drill, 'manifests')).toBe('operational');
    expect(drill.types()).not.toContain('DependencyFelt');
  });

  test('[IMP4] a system is as bad as the worst of its own state and what it feels', () => {
    const drill = running(scenario);
    drill.do(director, {
      type: 'SetAsset',
      assetId: 'manifests' as AssetId,
      status: 'compromised',
    });
    drill.wait(minutes(7));
    expect(statusOf(drill, 'manifests')).toBe('compromised');
    drill.do(director, {
      type: 'SetAsset',
      assetId: 'manifests' as AssetId,
      status: 'operational',
    });
    expect(statusOf(drill, 'manifests')).toBe('degraded');
  });

  test('[IMP5] a table sees the systems that are shown to its teams, a wall those shown to all', () => {
    const { state } = running(scenario);
    const seen = (view: unknown) => Object.keys((view as { assets: object }).assets);
    expect(seen(viewOf(state, playerAudience(table('jp'))))).toEqual(['terminal', 'manifests']);
    expect(seen(viewOf(state, playerAudience(table('ph'))))).toEqual([
      'terminal',
      'manifests',
      'gates',
    ]);
    expect(seen(viewOf(state, { role: 'observer' }))).toEqual(['terminal', 'manifests']);
  });

  test('[IMP6] a choice can restore what an inject broke', () => {
    const drill = running(scenario);
    drill.wait(minutes(2));
    drill.do(director, { type: 'ReleaseInject', injectId: inject('decide') });
    drill.do(seat('player-jp'), {
      type: 'MakeChoice',
      injectId: inject('decide'),
      choiceId: 'restore' as ChoiceId,
    });
    expect(statusOf(drill, 'terminal')).toBe('operational');
  });
});
