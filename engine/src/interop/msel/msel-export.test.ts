import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../scenario/load.js';
import { localize } from '../../scenario/localize.js';
import type { Scenario } from '../../scenario/schema.js';
import { loaded, settings } from '../../testing/import-draft.js';
import { noHtml } from '../../testing/msel-list.js';
import { sampleScenario } from '../../testing/sample-scenario.js';
import { worldScenario } from '../../testing/world-scenario.js';
import { guardCell, unguardCell } from './cell-guard.js';
import { joinList, splitJoined } from './lists.js';
import { importMsel } from './msel-draft.js';
import { exportMsel } from './msel-export.js';
import type { MselLanguage } from './msel-words.js';

/** What an export must bring back, in one language. */
function kept(scenario: Scenario, language: MselLanguage) {
  const say = (text: Parameters<typeof localize>[0]) =>
    localize(text, language, scenario.defaultLanguage).text;
  const nameOf = (id: string) =>
    [...scenario.teams, ...scenario.contacts].find((one) => one.id === id)?.name;
  return scenario.injects.map((inject) => ({
    id: inject.id,
    number: inject.number,
    title: say(inject.title),
    kind: inject.kind,
    phase: inject.phase,
    channel: inject.channel,
    from: [inject.from, say(nameOf(inject.from) ?? '')],
    to: inject.to,
    tlp: inject.tlp,
    body: say(inject.body),
    attack: inject.attack,
    release: inject.release,
    choices: inject.choices?.map(({ id, label }) => [id, say(label)]),
    actions: inject.expectations.map(({ action }) => (action === undefined ? null : say(action))),
  }));
}

function returned(scenario: Scenario, language: MselLanguage, longest?: number): Scenario {
  const { headings, rows } = exportMsel(scenario, language, longest);
  const guarded = rows.map((row) => row.map(guardCell));
  const back = importMsel(
    { form: 'sheet', rows: [headings, ...guarded] },
    { map: [], hasHeader: true },
    { ...settings, language },
    noHtml,
  );
  return loaded(back);
}

describe('a list that was exported', () => {
  test.each(['en', 'ja', 'fil'] as const)(
    '[IO12] comes back as the same events, in %s',
    (language) => {
      for (const scenario of [sampleScenario(), worldScenario()]) {
        expect(kept(returned(scenario, language), language)).toEqual(kept(scenario, language));
        expect(kept(returned(scenario, language, 20), language)).toEqual(kept(scenario, language));
      }
    },
  );

  test('[IO12] comes back whatever its texts hold', () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.stringMatching(/^['=+\-@|;\\<>&%"\n\t _x0041]{1,20}$/),
      )
      .map((words) => words.replace(/[^\P{Cc}\n\t]|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu, ''))
      .filter((words) => /\S/.test(words));
    const file = JSON.parse(JSON.stringify(sampleScenario()));
    fc.assert(
      fc.property(text, text, text, text, (title, body, action, label) => {
        const [first, ...others] = file.injects;
        const inject = {
          ...first,
          title,
          body,
          choices: [
            { id: 'one', label },
            { id: 'two', label: `${label} | ${title}` },
          ],
          expectations: [
            { ...first.expectations[0], action },
            { id: 'more', kind: 'respond', withinMinutes: 5, points: 1 },
            { id: 'most', kind: 'respond', withinMinutes: 5, points: 1, action: body },
          ],
        };
        const result = parseScenario({ ...file, injects: [inject, ...others] });
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        expect(kept(returned(result.scenario, 'en'), 'en')).toEqual(kept(result.scenario, 'en'));
      }),
      { numRuns: 150 },
    );
  });

  test('[IO12] and edited by names follows the names, not the keys beside them', () => {
    const scenario = sampleScenario();
    const { fields, headings, rows } = exportMsel(scenario, 'en');
    const column = fields.indexOf('to');
    const edited = rows.map((row, index) =>
      index === 1 ? row.map((cell, at) => (at === column ? 'CERT; Harbour police' : cell)) : row,
    );
    const back = loaded(
      importMsel(
        { form: 'sheet', rows: [headings, ...edited] },
        { map: [], hasHeader: true },
        settings,
        noHtml,
      ),
    );
    expect(
      back.injects[1]?.to.map((id) => back.teams.find((team) => team.id === id)?.name),
    ).toEqual(['CERT', 'Harbour police']);
  });

  test('[IO12] and spoilt in what only programs read is told', () => {
    const { fields, headings, rows } = exportMsel(sampleScenario(), 'en');
    const column = fields.indexOf('phaseBegins');
    const spoilt = rows.map((row) =>
      row.map((cell, at) => (at === column ? '2026-12-01T6:3x10' : cell)),
    );
    const back = importMsel(
      { form: 'sheet', rows: [headings, ...spoilt] },
      { map: [], hasHeader: true },
      settings,
      noHtml,
    );
    expect(loaded(back).phases[0]?.startsAt).toBe(settings.startsAt);
    expect(back.findings.map(({ code }) => code)).toContain('msel/phase-unreadable');
  });

  test('[IO12] tells what a list can’t hold, and what lacks the language', () => {
    const codes = exportMsel(sampleScenario(), 'fil').findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['export/left-out', 'export/language-missing']));
  });
});

describe('a cell', () => {
  test('[IO13] that would be run as a formula is kept as text, and comes back', () => {
    for (const text of [
      '=1+1',
      '+cmd',
      '-2',
      '@SUM(A1)',
      '\t=1',
      "'=1",
      "''@x",
      '|x',
      '%0',
      '＝1',
      '＋81',
    ]) {
      expect(guardCell(text)).toBe(`'${text}`);
      expect(unguardCell(guardCell(text))).toBe(text);
    }
    for (const text of ['a=1', "'quoted'", "it's", '', '1-2']) {
      expect(guardCell(text)).toBe(text);
      expect(unguardCell(text)).toBe(text);
    }
    fc.assert(
      fc.property(
        fc.string(),
        (text) => unguardCell(guardCell(text)) === text && !/^[=+\-@]/.test(guardCell(text)),
      ),
    );
  });

  test('[IO13] that holds several texts gives back each of them', () => {
    const texts = fc.array(fc.string(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, (list) => {
        expect(splitJoined(joinList(list, '|'), '|')).toEqual(list);
      }),
    );
    fc.assert(
      fc.property(texts, (list) => {
        expect(splitJoined(joinList(list, ';'), ';')).toEqual(list);
      }),
    );
  });
});
