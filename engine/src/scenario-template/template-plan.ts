/** Where everything of the template goes: who there is, and how long a module takes. */
import type { TemplateOptions, Words } from './template-options.js';
import { teamKinds } from './template-words.js';

export interface TemplatePlan {
  readonly options: TemplateOptions;
  /** Every team, the first of each party. */
  readonly leads: readonly string[];
  readonly teams: readonly string[];
  /** Who gets the note. */
  readonly holder: string;
  /** Who needs it. */
  readonly partners: readonly string[];
  readonly minutesPerModule: number;
  /** A text in the languages asked for. */
  readonly say: (words: Words) => Record<string, string>;
  /** A part of a module’s length, in whole minutes. */
  readonly part: (share: number) => number;
}

export function planOf(options: TemplateOptions): TemplatePlan {
  const { parties, teamsPerParty, languages, minutes, modules } = options;
  const teams = parties.flatMap(({ id }) =>
    teamKinds.slice(0, teamsPerParty).map((kind) => `${id}-${kind.id}`),
  );
  const leads = parties.map(({ id }) => `${id}-${teamKinds[0].id}`);
  const [holder = ''] = teams;
  // One party alone shares among its own teams.
  const others = parties.length > 1 ? leads : teams;
  const minutesPerModule = Math.floor(minutes / modules);
  return {
    options,
    leads: others,
    teams,
    holder,
    partners: others.filter((team) => team !== holder),
    minutesPerModule,
    say: (words) => Object.fromEntries(languages.map((language) => [language, words[language]])),
    part: (share) => Math.max(1, Math.round(minutesPerModule * share)),
  };
}
