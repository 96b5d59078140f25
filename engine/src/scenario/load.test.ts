import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleFile } from '../testing/sample-scenario.js';
import { formatProblem } from './errors.js';
import { scenarioLimits } from './limits.js';
import { loadScenario, parseScenario } from './load.js';
import { scenarioSchema } from './schema.js';

type SampleFile = ReturnType<typeof sampleFile>;
// Tests spoil a file in ways its type forbids.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Spoil = (file: any) => void;

function problemsAfter(spoil: Spoil): string[] {
  const file: SampleFile = sampleFile();
  spoil(file);
  const result = parseScenario(file);
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe('loading a scenario', () => {
  test('[SCN1] a sound file loads and is frozen', () => {
    const result = loadScenario(JSON.stringify(sampleFile()));
    expect(result.ok).toBe(true);
    expect(result.ok && Object.isFrozen(result.scenario.injects[0])).toBe(true);
  });

  test.each<[string, Spoil, string]>([
    [
      'an unknown team is named with the nearest known one',
      (file) => {
        file.injects[3].to = ['jp-prot'];
      },
      'scenario/unknown-team at injects[3].to[0]: "jp-prot"; did you mean "jp-port"?',
    ],
    [
      'an unknown inject in a trigger',
      (file) => {
        file.injects[1].release.inject = 'notes';
      },
      'scenario/unknown-inject at injects[1].release.inject: "notes"; did you mean "note"?',
    ],
    [
      'a choice the inject does not offer',
      (file) => {
        file.injects[5].release.choice = 'maybe';
      },
      'scenario/unknown-choice at injects[5].release.choice: "maybe"',
    ],
    [
      'an inject that waits for itself by way of another',
      (file) => {
        file.injects[0].release = { kind: 'afterInject', inject: 'report' };
      },
      'scenario/trigger-cycle at injects[0].release: note waits for report waits for note; let one of them start at a time or by hand',
    ],
    [
      'two injects of one id',
      (file) => {
        file.injects[1].id = 'note';
      },
      'scenario/duplicate-id at injects[1].id: "note" is used twice; give each its own id',
    ],
    [
      'a team and a party of one name',
      (file) => {
        file.teams[0].id = 'ph';
      },
      'scenario/duplicate-id at teams[0].id: "ph" is used twice; give each its own id',
    ],
    [
      'an expectation of a team that does not receive the inject',
      (file) => {
        file.injects[0].expectations[0].teams = ['ph-customs'];
      },
      'scenario/team-not-addressed at injects[0].expectations[0].teams[0]: "ph-customs" does not receive this inject; add it to "to", or take it out here',
    ],
    [
      'a decision without choices',
      (file) => {
        file.injects[0].kind = 'decision';
      },
      'scenario/nothing-to-choose at injects[0].choices: a decision needs at least two choices',
    ],
    [
      'an exit out of its region',
      (file) => {
        file.phases[1].phases[0].phases[0].exits[0].to = 'day-1';
      },
      'scenario/exit-leaves-region at phases[1].phases[0].phases[0].exits[0].to: "day-1" is not beside "gates"; an exit leads to a phase of the same list; let the outer phase have the exit',
    ],
    [
      'a first phase without a date',
      (file) => {
        delete file.phases[0].startsAt;
      },
      'scenario/phase-without-time at phases[0].startsAt: the first phase sets the scenario’s date and hour; add "startsAt": "2026-12-01T08:00:00+08:00"',
    ],
    [
      'a field nobody knows',
      (file) => {
        file.injects[0].titel = 'x';
      },
      'scenario/unknown-field at injects[0].titel: "titel" is not a field here; did you mean "title"?',
    ],
    [
      'a field that is missing',
      (file) => {
        delete file.injects[0].title;
      },
      'scenario/missing-field at injects[0].title',
    ],
    [
      'a format of the future',
      (file) => {
        file.formatVersion = 9;
      },
      'scenario/unsupported-version at formatVersion: 9; this engine reads format version 1',
    ],
    [
      'an ATT&CK id that is none',
      (file) => {
        file.injects[0].attack = ['1486'];
      },
      'scenario/invalid-value at injects[0].attack[0]',
    ],
    [
      'two injects of one number',
      (file) => {
        file.injects[1].number = '1';
      },
      'scenario/duplicate-number at injects[1].number: "1" is used twice',
    ],
    [
      'a time zone that does not exist',
      (file) => {
        file.parties[0].timeZone = 'Asia/Tokio';
      },
      'scenario/unknown-time-zone at parties[0].timeZone: "Asia/Tokio"',
    ],
    [
      'a text without the default language',
      (file) => {
        file.injects[0].body = { ja: '本文' };
      },
      'scenario/text-without-default at injects[0].body',
    ],
    [
      'a text of blanks',
      (file) => {
        file.injects[0].body = '   ';
      },
      'scenario/invalid-value at injects[0].body: a text needs at least one character',
    ],
    [
      'a way out between phases that run beside each other',
      (file) => {
        file.phases[1].phases[0].exits = [{ to: 'press', when: { kind: 'at', minutes: 1 } }];
      },
      'scenario/exit-in-parallel at phases[1].phases[0].exits[0]',
    ],
    [
      'phases that hand over to each other without time passing',
      (file) => {
        file.phases[0].exits = [{ to: 'day-2', when: { kind: 'at', minutes: 0 } }];
        file.phases[1].exits = [{ to: 'day-1', when: { kind: 'at', minutes: 0 } }];
      },
      'scenario/phase-cycle at phases: day-1 hands over to day-2 hands over to day-1',
    ],
    [
      'a contingency for what can never be overdue',
      (file) => {
        file.injects[2].release.inject = 'spread';
      },
      'scenario/never-overdue at injects[2].release.event',
    ],
    [
      'a choice awaited of a team that was not asked',
      (file) => {
        file.injects[4].release.by = 'ph-customs';
      },
      'scenario/team-not-addressed at injects[4].release.by: "ph-customs" does not receive "cut"',
    ],
    [
      'systems that depend on each other',
      (file) => {
        const asset = (id: string, on: string) => ({
          id,
          name: id,
          party: 'jp',
          sector: 'Ports',
          dependsOn: [{ asset: on, becomes: 'down' }],
        });
        file.assets = [asset('a', 'b'), asset('b', 'a')];
      },
      'scenario/dependency-cycle at assets[0].dependsOn: a depends on b depends on a',
    ],
    [
      'a condition over something unknown',
      (file) => {
        file.endings = [
          {
            id: 'end',
            title: 'End',
            when: { kind: 'not', of: { kind: 'milestone', milestone: 'x' } },
          },
        ];
      },
      'scenario/unknown-milestone at endings[0].when.of.milestone: "x"',
    ],
  ])('[SCN2] %s', (_, spoil, expected) => {
    expect(problemsAfter(spoil).some((line) => line.startsWith(expected))).toBe(true);
  });

  test('[SCN3] text that is not JSON is refused with the place', () => {
    const result = loadScenario('{"id": }');
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['scenario/not-json']);
  });

  test('[SCN3] a byte order mark does no harm', () => {
    expect(loadScenario(`\uFEFF${JSON.stringify(sampleFile())}`).ok).toBe(true);
  });

  test('[SCN8] a hostile file is refused quickly and in words', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(loadScenario(deep)).toMatchObject({ problems: [{ code: 'scenario/too-deep' }] });
    const file = sampleFile();
    const unknown = Array.from({ length: 1_900 }, (_, index) => ({
      ...file.injects[0],
      id: `copy-${index}`,
      number: String(index % 9_999),
      to: Array.from({ length: 20 }, (_, place) => `unknown-${'x'.repeat(40)}-${index}-${place}`),
    }));
    const result = parseScenario({ ...file, injects: unknown });
    expect(result.ok ? 0 : result.problems.length).toBe(scenarioLimits.problems);
  });

  test('[SCN4] the JSON Schema describes every field and accepts what the loader accepts', () => {
    const schema = z.toJSONSchema(scenarioSchema, { io: 'input' });
    expect(schema.required).not.toContain('objectives');
    expect(Object.keys(schema.$defs ?? {})).toEqual(
      expect.arrayContaining(['LocalizedText', 'Trigger', 'Phase']),
    );
    expect(schema.$defs?.Phase?.required).toEqual(['id', 'title']);
    expect(fieldsWithoutWords(JSON.parse(JSON.stringify(schema)))).toEqual([]);
  });
});

interface SchemaNode {
  readonly description?: string;
  readonly const?: unknown;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly [more: string]: unknown;
}

/** Fields an editor could say nothing about. */
function fieldsWithoutWords(node: SchemaNode, path = ''): string[] {
  const here = Object.entries(node.properties ?? {}).flatMap(([name, field]) =>
    field.description === undefined && field.const === undefined && field.$ref === undefined
      ? [`${path}.${name}`]
      : [],
  );
  const deeper = Object.entries(node).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null
      ? fieldsWithoutWords(inner as SchemaNode, `${path}/${key}`)
      : [],
  );
  return [...here, ...deeper];
}
