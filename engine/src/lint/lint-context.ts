/** What the rules look at: a scenario, its look-ups, and what was worked out about it once. */
import { type LocalizedText, textsOf } from '../scenario/localize.js';
import { type Playbook, toPlaybook } from '../scenario/playbook.js';
import type { Scenario } from '../scenario/schema.js';
import { type Paths, pathsOf } from './paths.js';
import { type Blame, findBlame } from './reach/blame.js';
import { type EffectSite, effectSites } from './reach/effect-sites.js';
import { Reach } from './reach/reach.js';
import { Script } from './script.js';

export interface LintOptions {
  /** Tasks a team can have within ten minutes before it counts as overloaded. */
  readonly maxOpen: number;
}

export const defaultLintOptions: LintOptions = { maxOpen: 6 };

export interface LintContext {
  readonly scenario: Scenario;
  readonly playbook: Playbook;
  readonly options: LintOptions;
  /** Every text that people read, one entry for each language it is written in. */
  readonly words: readonly Words[];
  readonly texts: readonly { readonly path: string; readonly text: LocalizedText }[];
  readonly sites: readonly EffectSite[];
  readonly reach: Reach;
  readonly blame: Blame;
  readonly script: Script;
  /** Where something stands: `inject gates-stop` → `injects[0]`. */
  readonly pathOf: (key: string) => string;
}

export interface Words {
  readonly path: string;
  readonly language: string;
  readonly words: string;
}

export function lintContext(scenario: Scenario, options: LintOptions): LintContext {
  const playbook = toPlaybook(scenario);
  const paths: Paths = pathsOf(scenario);
  const pathOf = (key: string) => paths.get(key) ?? '';
  const sites = effectSites(playbook, paths);
  const reach = new Reach(playbook, sites);
  const texts = [...textsOf(scenario)];
  return {
    scenario,
    playbook,
    options,
    texts,
    words: texts.flatMap(({ path, text }) => wordsOf(path, text, scenario.defaultLanguage)),
    sites,
    reach,
    blame: findBlame(reach, pathOf),
    script: new Script(playbook, reach),
    pathOf,
  };
}

function wordsOf(path: string, text: LocalizedText, defaultLanguage: string): Words[] {
  return typeof text === 'string'
    ? [{ path, language: defaultLanguage, words: text }]
    : Object.entries(text).map(([language, words]) => ({
        path: `${path}.${language}`,
        language,
        words,
      }));
}
