import { describe, expect, test } from 'vitest';
import {
  builderFile,
  oldBuilderFile,
  type SketchedStep,
  stixBundle,
} from '../../testing/flow-sketch.js';
import { codes, loaded, playToEnd, released, settings } from '../../testing/import-draft.js';
import { importAttackFlow } from './flow-draft.js';

const break_in: SketchedStep = {
  id: 'break-in',
  kind: 'action',
  technique: 'T1190',
  to: ['join', 'server'],
};
const phish: SketchedStep = { id: 'phish', kind: 'action', technique: 'T1566/001', to: ['join'] };
const steps: readonly SketchedStep[] = [
  break_in,
  phish,
  { id: 'join', kind: 'AND', to: ['admin'] },
  { id: 'admin', kind: 'condition', name: 'They are admins', to: ['encrypt'], otherwise: ['wait'] },
  { id: 'encrypt', kind: 'action', technique: 'T1072; T1505; T1203', to: ['done', 'server'] },
  { id: 'wait', kind: 'action', technique: 'N/A' },
  { id: 'done', kind: 'condition', name: 'Files are locked' },
  { id: 'server', kind: 'asset', name: 'File server', to: ['disk'] },
  { id: 'disk', kind: 'asset', name: 'Disk' },
];

describe('an Attack Flow', () => {
  test('[IO1] comes out the same from STIX and from both forms of the builder', () => {
    const [stix, now, before] = [stixBundle(steps), builderFile(steps), oldBuilderFile(steps)].map(
      (raw) => importAttackFlow(raw, settings),
    );
    expect(stix?.counts).toEqual({
      actions: 4,
      conditions: 2,
      operators: 1,
      assets: 2,
      others: 0,
      injects: 5,
    });
    for (const other of [now, before]) {
      expect(other?.counts).toEqual(stix?.counts);
      const injects = (result: typeof stix) =>
        result?.scenario?.injects.map(({ title, attack, release }) => ({ title, attack, release }));
      expect(injects(other)).toEqual(injects(stix));
      expect(other?.scenario?.assets).toEqual(stix?.scenario?.assets);
    }
  });

  test('[IO2] becomes a draft whose events go out until play ends', () => {
    const drill = playToEnd(loaded(importAttackFlow(stixBundle(steps), settings)));
    expect(drill.state.lifecycle.stage).toBe('ended');
    expect(released(drill)).toEqual(['break-in', 'phish', 'encrypt']);
  });

  test('[IO3] has technique ids as a scenario writes them, and tells what is none', () => {
    const result = importAttackFlow(stixBundle(steps), settings);
    const attack = Object.fromEntries(
      loaded(result).injects.map(({ id, attack: ids }) => [id, ids]),
    );
    expect(attack).toMatchObject({
      'break-in': ['T1190'],
      phish: ['T1566.001'],
      encrypt: ['T1072', 'T1505', 'T1203'],
      wait: [],
    });
    expect(codes(result)).toEqual(
      expect.arrayContaining(['attack-flow/technique-rewritten', 'attack-flow/no-technique']),
    );
  });

  test('[IO4] joins by its operators: an action waits for all or any of what leads to it', () => {
    for (const [kind, waits] of [
      ['AND', 'all'],
      ['OR', 'any'],
    ] as const) {
      const bare = steps
        .slice(0, 3)
        .map((step) => (step.id === 'join' ? { ...step, kind, to: ['encrypt'] } : step));
      const draft = loaded(
        importAttackFlow(
          stixBundle([...bare, { id: 'encrypt', kind: 'action' }, ...steps.slice(7)]),
          settings,
        ),
      );
      const { release } = draft.injects.find(({ id }) => id === 'encrypt') ?? {};
      expect(release).toMatchObject({
        kind: 'when',
        condition: { kind: waits, of: [{ inject: 'break-in' }, { inject: 'phish' }] },
      });
    }
  });

  test('[IO4] lets control turn a condition that leads on when false', () => {
    const draft = loaded(importAttackFlow(stixBundle(steps), settings));
    expect(draft.endings.map(({ id }) => id)).toEqual(['files-are-locked', 'end-of-play']);
    const drill = playToEnd(draft);
    expect(released(drill)).not.toContain('wait');
    const turn = draft.injects.find(({ release }) => release.kind === 'deck');
    expect(turn?.to).toEqual(['white-cell']);
    expect(turn?.title).toBe('Not so: They are admins');
  });

  test('[IO4] passes an AND that asks for both ways out of one condition by any of them', () => {
    const result = importAttackFlow(
      stixBundle([
        { id: 'look', kind: 'action', to: ['real'] },
        { id: 'real', kind: 'condition', to: ['go'], otherwise: ['hide'] },
        { id: 'go', kind: 'action', to: ['both'] },
        { id: 'hide', kind: 'action', to: ['both'] },
        { id: 'both', kind: 'AND', to: ['end'] },
        { id: 'end', kind: 'action' },
      ]),
      settings,
    );
    expect(codes(result)).toContain('attack-flow/exclusive-branches');
    expect(released(playToEnd(loaded(result)))).toEqual(['look', 'go', 'end']);
  });

  test('[IO5] survives circles, loose ends, objects twice and beginnings that are wrong, and tells them', () => {
    const bundle = stixBundle(
      [
        { id: 'a', kind: 'action', to: ['b', 'a'] },
        { id: 'b', kind: 'action', to: ['c', 'gone'] },
        { id: 'c', kind: 'action', to: ['a'] },
        { id: 'alone', kind: 'OR', to: ['d'] },
        { id: 'd', kind: 'action', to: ['dead'] },
        { id: 'dead', kind: 'AND' },
        { id: 'cause', kind: 'condition', to: ['e'] },
        { id: 'e', kind: 'action' },
        {
          id: 'f',
          kind: 'action',
          name: 'A name that goes on and on, far beyond what fits on a line of any list on any screen',
        },
        { id: 'x', kind: 'asset', to: ['y'] },
        { id: 'y', kind: 'asset', to: ['x'] },
      ],
      ['b', 'cause', 'nowhere'],
    );
    const twice = {
      ...bundle,
      objects: [
        ...bundle.objects,
        bundle.objects[1],
        'no object',
        { type: 'attack-action', name: 'No id' },
      ],
    };
    const result = importAttackFlow(twice, settings);
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'attack-flow/circle',
        'attack-flow/step-to-itself',
        'attack-flow/dangling-reference',
        'attack-flow/operator-without-inputs',
        'attack-flow/operator-without-effects',
        'attack-flow/duplicate-id',
        'attack-flow/not-an-object',
        'attack-flow/object-without-id',
        'attack-flow/start-missing',
        'attack-flow/start-not-first',
        'attack-flow/start-unknown',
        'attack-flow/start-is-condition',
        'attack-flow/asset-circle',
      ]),
    );
    const draft = loaded(result);
    const drill = playToEnd(draft);
    expect(released(drill)).toHaveLength(draft.injects.length);
  });

  test('[IO5] survives nine hundred steps in a row and operators that feed operators', () => {
    const chain = Array.from(
      { length: 900 },
      (_, index): SketchedStep => ({ id: `s${index}`, kind: 'action', to: [`s${index + 1}`] }),
    );
    const layers = Array.from({ length: 12 }, (_, layer) =>
      Array.from(
        { length: 4 },
        (_unused, place): SketchedStep => ({
          id: `o${layer}-${place}`,
          kind: (layer + place) % 2 === 0 ? 'AND' : 'OR',
          to:
            layer === 11
              ? ['end']
              : Array.from({ length: 4 }, (_none, next) => `o${layer + 1}-${next}`),
        }),
      ),
    ).flat();
    const roots = Array.from(
      { length: 60 },
      (_, index): SketchedStep => ({
        id: `r${index}`,
        kind: 'action',
        to: ['o0-0', 'o0-1', 'o0-2', 'o0-3'],
      }),
    );
    const draft = loaded(
      importAttackFlow(
        stixBundle([...chain, ...roots, ...layers, { id: 'end', kind: 'action' }]),
        settings,
      ),
    );
    const drill = playToEnd(draft);
    expect(drill.state.quarantine).toBeNull();
    expect(released(drill)).toHaveLength(draft.injects.length);
  });

  test('[IO6] keeps its own times, also those of 1970, compressed into play', () => {
    const result = importAttackFlow(
      stixBundle([
        { id: 'a', kind: 'action', start: '1970-01-01T12:00:00Z', to: ['b'] },
        { id: 'b', kind: 'action', to: ['c'] },
        { id: 'c', kind: 'action', start: '1970-01-01T20:00:00Z', to: ['d'] },
        { id: 'd', kind: 'action', start: '1970-01-01T13:00:00Z' },
      ]),
      settings,
    );
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'attack-flow/relative-times',
        'attack-flow/no-times',
        'attack-flow/times-compressed',
        'attack-flow/earlier-than-parent',
      ]),
    );
    const draft = loaded(result);
    // Eight hours in 96 minutes: b stands half-way, d right after c.
    expect(draft.phases[0]?.rate).toBe(5);
    expect(draft.injects.map(({ release }) => release)).toEqual([
      { kind: 'at', minutes: 0, from: 'startEx' },
      { kind: 'afterInject', inject: 'a', event: 'released', delayMinutes: 48 },
      { kind: 'afterInject', inject: 'b', event: 'released', delayMinutes: 48 },
      { kind: 'afterInject', inject: 'c', event: 'released', delayMinutes: 0 },
    ]);
  });

  test('[IO6] without times is spread over play by depth', () => {
    const draft = loaded(
      importAttackFlow(
        stixBundle([
          { id: 'a', kind: 'action', to: ['b'] },
          { id: 'b', kind: 'action', to: ['c'] },
          { id: 'c', kind: 'action' },
        ]),
        settings,
      ),
    );
    expect(draft.injects.map(({ release }) => release)).toMatchObject([
      { minutes: 0 },
      { delayMinutes: 48 },
      { delayMinutes: 48 },
    ]);
  });

  test('[IO7] of the old builder has technique ids in the tactic’s place, and they are found', () => {
    const file = oldBuilderFile([{ id: 'a', kind: 'action' }]);
    const action = file.objects.find(({ template }) => template === 'action');
    const moved = {
      ...file,
      objects: file.objects.map((piece) =>
        piece === action
          ? {
              ...piece,
              properties: [
                ['name', 'Dump'],
                ['tactic_id', 'T1003.001'],
                ['technique_id', null],
              ],
            }
          : piece,
      ),
    };
    expect(loaded(importAttackFlow(moved, settings)).injects[0]?.attack).toEqual(['T1003.001']);
  });

  test('[IO5] that is something else is refused', () => {
    for (const raw of [
      null,
      7,
      [],
      {},
      { type: 'bundle' },
      { objects: [] },
      { schema: 'other', objects: [] },
    ]) {
      expect(importAttackFlow(raw, settings)).toMatchObject({
        scenario: null,
        findings: [{ code: 'attack-flow/unknown-form', severity: 'error' }],
      });
    }
    expect(codes(importAttackFlow({ type: 'bundle', objects: [] }, settings))).toContain(
      'attack-flow/no-actions',
    );
  });
});
