/** A scenario that the linter has nothing to object to, for tests that spoil one thing in it. */
import type { Finding } from '../lint/finding.js';
import { checkScenario } from '../lint/lint.js';
import type { LintOptions } from '../lint/lint-context.js';
import type { LintRule } from '../lint/rule.js';
import { buildTemplate } from '../scenario-template/build-template.js';
import { partyPresets, type TemplateOptions } from '../scenario-template/template-options.js';

/** Japan and the Philippines with two teams each, two modules of half an hour, three languages. */
export function soundOptions(): TemplateOptions {
  return {
    id: 'sound',
    title: 'Sound',
    languages: ['en', 'ja', 'fil'],
    parties: ['jp', 'ph'].flatMap((id) => partyPresets[id] ?? []),
    teamsPerParty: 2,
    modules: 2,
    minutes: 60,
    startsAt: '2027-03-02T00:00:00Z',
    schema: '../scenario.schema.json',
  };
}

// Tests change a file in ways that its type forbids.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type File = any;
export type Change = (file: File) => void;

/** As a file would hold it. */
export function soundFile(): File {
  const file: File = buildTemplate(soundOptions());
  file.obligations = [
    {
      id: 'breach-notice',
      title: said('Tell the regulator', '規制当局へ報告する', 'I-report sa regulator'),
      teams: ['jp-operator'],
      to: 'duty-desk',
      withinHours: 5,
      fields: [{ id: 'what', label: said('What happened', '何が起きたか', 'Ano ang nangyari') }],
      points: 5,
      objective: 'tell-each-other',
    },
  ];
  injectOf(file, 'service-slows').effects.push({
    kind: 'startObligation',
    obligation: 'breach-notice',
  });
  file.endings.push({
    id: 'over',
    title: said('Time is up', '時間切れ', 'Tapos na ang oras'),
    when: { kind: 'elapsed', minutes: 60 },
    ends: true,
  });
  return file;
}

export function said(en: string, ja: string, fil: string) {
  return { en, ja, fil };
}

export function injectOf(file: File, id: string): File {
  return file.injects.find((inject: File) => inject.id === id);
}

export function findingsAfter(change: Change, options: Partial<LintOptions> = {}): Finding[] {
  const file = soundFile();
  change(file);
  return [...checkScenario(JSON.stringify(file), options).findings];
}

/** A rule, why it should find something, what spoils the file, and `path: message` of what is found. */
export type LintCase = readonly [code: string, why: string, change: Change, ...found: string[]];

/** What a rule finds in a spoiled file, as `path: message`. */
export function outcomeOf(code: string, change: Change): string[] {
  return findingsAfter(change)
    .filter((finding) => finding.code === code)
    .map(({ path, message }) => `${path}: ${message}`);
}

/** Rules that no case trips. */
export function untried(rules: readonly LintRule[], cases: readonly LintCase[]): string[] {
  const tried = new Set(cases.map(([code]) => code));
  return rules.map(({ code }) => code).filter((code) => !tried.has(code));
}
