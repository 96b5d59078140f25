import { describe, expect, test } from 'vitest';
import { buildTemplate } from '../scenario-template/build-template.js';
import { refusalOf, templateLanguages } from '../scenario-template/template-options.js';
import { findingsAfter, soundOptions } from '../testing/sound-scenario.js';
import { checkScenario } from './lint.js';
import { lintRules, ruleDocs } from './registry.js';

describe('checking a scenario', () => {
  test('[LINT1] a sound scenario has nothing to object to', () => {
    expect(findingsAfter(() => {})).toEqual([]);
  });

  test('[LINT1] nor has the template, in any language, with any number of parties, teams and modules', () => {
    const { parties } = soundOptions();
    const shapes = [1, 2].flatMap((count) =>
      [1, 2, 4].flatMap((teamsPerParty) =>
        [1, 2, 3].flatMap((modules) =>
          [10, 25, 40].map((minutes) => ({
            parties: parties.slice(0, count),
            teamsPerParty,
            modules,
            minutes: minutes * modules,
          })),
        ),
      ),
    );
    for (const languages of [...templateLanguages.map((one) => [one]), templateLanguages]) {
      for (const shape of shapes) {
        const options = { ...soundOptions(), ...shape, languages };
        if (refusalOf(options) !== null) continue;
        const { findings } = checkScenario(JSON.stringify(buildTemplate(options)));
        const codes = new Set(findings.map(({ code }) => code));
        codes.delete('flow/ends-by-hand');
        codes.delete('content/languages-of-parties');
        expect([shape, [...codes]]).toEqual([shape, []]);
      }
    }
  });

  test('[LINT2] a file that does not load is told as errors, with the codes of loading', () => {
    const found = findingsAfter((file) => {
      file.injects[1].to = ['jp-crt'];
      file.injects[2].channel = 'pigeon';
    });
    expect(found).toMatchObject([
      { severity: 'error', code: 'scenario/invalid-value', path: 'injects[2].channel' },
    ]);
    const unknown = findingsAfter((file) => {
      file.injects[1].to = ['jp-crt'];
    });
    expect(unknown).toMatchObject([
      {
        severity: 'error',
        code: 'scenario/unknown-team',
        path: 'injects[1].to[0]',
        hint: 'did you mean "jp-cert"?',
      },
    ]);
  });

  test('[LINT15] every code stands once, with what it means and how to mend it', () => {
    const codes = ruleDocs.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    for (const { code, meaning, mend } of ruleDocs) {
      expect([code, /^\S.{15,}\.$/s.test(meaning), /^\S.{5,}\.$/s.test(mend)]).toEqual([
        code,
        true,
        true,
      ]);
    }
    expect(lintRules.every(({ code }) => /^[a-z]+\/[a-z0-9-]+$/.test(code))).toBe(true);
  });
});
