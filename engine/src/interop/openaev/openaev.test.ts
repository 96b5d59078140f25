import { describe, expect, test } from 'vitest';
import { codes, loaded, playToEnd, released, settings } from '../../testing/import-draft.js';
import { importOpenaev } from './openaev-draft.js';

const shout = (html: string) => ({
  markdown: `MARKDOWN OF ${html.length}`,
  leftOut: ['1 × script'],
});

const team = {
  team_id: 't1',
  team_name: 'Crisis cell',
  team_description: 'Decides.',
  team_organization: 'o1',
  team_users: ['u1'],
};
const file = {
  export_version: 1,
  exercise_information: {
    exercise_name: 'Autumn',
    exercise_description: 'A drill.',
    exercise_subtitle: 'For all',
    exercise_tags: ['g1'],
  },
  exercise_tags: [{ tag_id: 'g1', tag_name: 'Crisis' }],
  exercise_organizations: [{ organization_id: 'o1', organization_name: 'Ministry' }],
  exercise_users: [
    {
      user_id: 'u1',
      user_firstname: 'Ana',
      user_lastname: 'Reyes',
      user_email: 'ana@ministry.example',
    },
  ],
  exercise_teams: [team, team, { ...team, team_id: 't2', team_name: 'Press' }],
  exercise_objectives: [
    {
      objective_id: 'x',
      objective_title: 'Decide fast',
      objective_description: 'Within the hour.',
    },
  ],
  exercise_articles: [
    { article_id: 'a1', article_name: 'Ports closed', article_content: 'All ports are closed.' },
    { article_id: 'a2', article_name: 'Never published', article_content: 'Nothing.' },
  ],
  exercise_challenges: [{ challenge_id: 'c1', challenge_name: 'Find the flag' }],
  exercise_injects: [
    {
      inject_id: 'i1',
      inject_title: 'First mail',
      inject_description: 'Opens the drill',
      inject_depends_duration: 0,
      inject_teams: ['t1', 'unknown'],
      inject_enabled: true,
      inject_content: {
        subject: 'It begins',
        body: '<p>Hello</p><script>x()</script>',
        expectations: [
          {
            expectation_type: 'MANUAL',
            expectation_name: 'Answer',
            expectation_score: 80,
            expectation_expiration_time: 600,
            expectation_expectation_group: true,
          },
          { expectation_type: 'DETECTION', expectation_name: 'Seen by EDR', expectation_score: 5 },
        ],
      },
    },
    {
      inject_id: 'i2',
      inject_title: 'Press',
      inject_depends_duration: 1_200,
      inject_all_teams: true,
      inject_depends_on: [
        {
          dependency_relationship: { inject_parent_id: 'i1', inject_children_id: 'i2' },
          dependency_condition: {
            mode: 'and',
            conditions: [{ key: 'Answer', operator: 'eq', value: false }],
          },
        },
      ],
      inject_injector_contract: {
        injector_contract_labels: { en: 'Publish channel pressure' },
        injector_contract_attack_patterns: [{ attack_pattern_external_id: 'T1566.001' }],
      },
      inject_content: { articles: ['a1'] },
    },
    {
      inject_id: 'i3',
      inject_title: 'Off',
      inject_depends_duration: 60,
      inject_teams: ['t2'],
      inject_enabled: false,
      inject_content: {},
    },
  ],
};

describe('an OpenAEV export', () => {
  test('[IO14] becomes a draft with its organisations, teams, objectives and injects', () => {
    const result = importOpenaev(file, settings, shout);
    const draft = loaded(result);
    expect(draft).toMatchObject({
      title: 'Autumn',
      parties: [{ name: 'Ministry' }],
      objectives: [{ title: 'Decide fast', target: 'Within the hour.' }],
    });
    expect(draft.teams.map(({ name, mission }) => [name, mission])).toEqual([
      ['Crisis cell', 'Decides.'],
      ['Press', 'Decides.'],
    ]);
    expect(draft.injects).toMatchObject([
      {
        title: 'It begins',
        to: ['crisis-cell'],
        body: 'MARKDOWN OF 32',
        expectations: [
          { kind: 'respond', by: 'any', points: 80, withinMinutes: 10 },
          { kind: 'respond' },
        ],
        release: { kind: 'at', minutes: 0 },
      },
      {
        title: 'Press',
        to: ['all'],
        channel: 'news',
        attack: ['T1566.001'],
        release: { kind: 'afterInject', inject: 'first-mail', event: 'overdue', delayMinutes: 20 },
      },
      { title: 'Off', release: { kind: 'deck' } },
    ]);
    expect(String(draft.injects[1]?.body)).toContain('All ports are closed.');
    expect(released(playToEnd(draft))).toEqual(['first-mail', 'press']);
  });

  test('[IO14] loses nothing without a word, and names no person', () => {
    const result = importOpenaev(file, settings, shout);
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'openaev/duplicate-id',
        'openaev/person-left-out',
        'openaev/unknown-team',
        'openaev/inject-disabled',
        'openaev/part-left-out',
        'openaev/technical-expectation',
        'import/html-converted',
        'import/html-left-out',
      ]),
    );
    const all = JSON.stringify(result);
    for (const name of ['Ana', 'Reyes', 'ana@ministry.example']) expect(all).not.toContain(name);
    for (const kept of ['Find the flag', 'Never published', 'Opens the drill', 'Crisis'])
      expect(all).toContain(kept);
  });

  test('[IO14] without injects gets one, to be replaced; what is no export is refused', () => {
    const { exercise_injects: _, ...bare } = file;
    const result = importOpenaev(bare, settings, shout);
    expect(codes(result)).toContain('openaev/no-injects');
    expect(playToEnd(loaded(result)).state.lifecycle.stage).toBe('ended');
    for (const raw of [null, [], {}, { exercise: {} }]) {
      expect(importOpenaev(raw, settings, shout)).toMatchObject({
        scenario: null,
        findings: [{ code: 'openaev/unknown-form' }],
      });
    }
  });

  test('[IO14] whose injects wait for each other is survived', () => {
    const wait = (id: string, parent: string) => ({
      inject_id: id,
      inject_title: id,
      inject_depends_on: parent,
      inject_all_teams: true,
      inject_content: {},
    });
    const draft = importOpenaev(
      {
        exercise_information: {},
        exercise_injects: [wait('a', 'b'), wait('b', 'a'), wait('c', 'nobody')],
      },
      settings,
      shout,
    );
    expect(codes(draft).filter((code) => code === 'openaev/dependency-left-out')).toHaveLength(2);
    expect(released(playToEnd(loaded(draft)))).toHaveLength(3);
  });
});
