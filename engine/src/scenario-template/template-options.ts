/** What a new scenario can be made to measure by. */

/** Languages that the template is written in. */
export const templateLanguages = ['en', 'ja', 'fil'] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];

/** One text in every language of the template. */
export type Words = Readonly<Record<TemplateLanguage, string>>;

export interface TemplateParty {
  readonly id: string;
  readonly name: Words;
  /** IANA. */
  readonly timeZone: string;
  readonly city: Words;
  /** Language tag of what its players usually read. */
  readonly language: string;
}

export interface TemplateOptions {
  readonly id: string;
  readonly title: string;
  /** The first is the default language. */
  readonly languages: readonly TemplateLanguage[];
  readonly parties: readonly TemplateParty[];
  readonly teamsPerParty: number;
  readonly modules: number;
  /** Minutes of play, all modules together. */
  readonly minutes: number;
  /** Scenario date and hour of the first module, with its offset. */
  readonly startsAt: string;
  /** Where the JSON Schema stands, seen from the file. */
  readonly schema: string;
}

/** How much of each the template can be made with. */
export const templateLimits = {
  parties: 8,
  teamsPerParty: 4,
  modules: 6,
  /** Shorter, and there is no time to talk. */
  minutesPerModule: 10,
} as const;

/** Parties that can be named by their id alone. */
export const partyPresets: Readonly<Record<string, TemplateParty>> = {
  jp: {
    id: 'jp',
    name: { en: 'Japan', ja: '日本', fil: 'Japan' },
    timeZone: 'Asia/Tokyo',
    city: { en: 'Tokyo', ja: '東京', fil: 'Tokyo' },
    language: 'ja',
  },
  ph: {
    id: 'ph',
    name: { en: 'Philippines', ja: 'フィリピン', fil: 'Pilipinas' },
    timeZone: 'Asia/Manila',
    city: { en: 'Manila', ja: 'マニラ', fil: 'Maynila' },
    language: 'fil',
  },
  us: {
    id: 'us',
    name: { en: 'United States', ja: '米国', fil: 'Estados Unidos' },
    timeZone: 'America/New_York',
    city: { en: 'Washington', ja: 'ワシントン', fil: 'Washington' },
    language: 'en',
  },
};

/** Why a scenario can't be made by these options; null where it can. */
export function refusalOf({
  parties,
  teamsPerParty,
  modules,
  minutes,
  languages,
}: TemplateOptions): string | null {
  const ids = new Set(parties.map(({ id }) => id));
  const least = modules * templateLimits.minutesPerModule;
  if (languages.length === 0) return 'name at least one language';
  if (parties.length === 0) return 'name at least one party';
  if (ids.size < parties.length) return 'each party needs an id of its own';
  if (ids.has('all')) return '"all" means everybody; give the party another name';
  if (parties.length > templateLimits.parties) {
    return `at most ${templateLimits.parties} parties; add more by hand`;
  }
  if (parties.length * teamsPerParty < 2) return 'it takes two teams to share anything';
  if (minutes < least) return `${modules} modules take at least ${least} minutes`;
  return null;
}
