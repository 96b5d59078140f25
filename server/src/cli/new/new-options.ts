/** What was asked for on the command line, read into what the template takes. */
import { basename } from 'node:path';
import { scenarioIdSchema } from '@trilogue/engine/protocol/ids';
import { languageTagSchema } from '@trilogue/engine/scenario/localize';
import {
  partyPresets,
  type TemplateLanguage,
  type TemplateOptions,
  type TemplateParty,
  templateLanguages,
  templateLimits,
} from '@trilogue/engine/scenario-template/template-options';
import { CliError } from '../exit-codes.js';

/** As flags and answers give it: text, unread. */
export interface Wishes {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly languages?: string | undefined;
  readonly parties?: string | undefined;
  readonly teamsPerParty?: number | undefined;
  readonly modules?: number | undefined;
  readonly minutes?: number | undefined;
}

export const usualWishes = {
  languages: templateLanguages.join(','),
  parties: Object.keys(partyPresets).join(','),
  teamsPerParty: 1,
  modules: 2,
  minutes: 60,
} as const;

/**
 * Fills up with what is usual.
 * @param nowMs today, from which the story’s first day is counted
 * @throws CliError where a wish can’t be read
 */
export function optionsFrom(
  wishes: Wishes,
  folder: string | undefined,
  nowMs: number,
): Omit<TemplateOptions, 'schema'> {
  const id = idFrom(wishes.id ?? slugOf(basename(folder ?? '')) ?? 'my-drill');
  return {
    id,
    title: wishes.title?.trim() || titleOf(id),
    languages: languagesFrom(wishes.languages ?? usualWishes.languages),
    parties: partiesFrom(wishes.parties ?? usualWishes.parties),
    teamsPerParty: wishes.teamsPerParty ?? usualWishes.teamsPerParty,
    modules: wishes.modules ?? usualWishes.modules,
    minutes:
      wishes.minutes ??
      Math.max(usualWishes.minutes, (wishes.modules ?? 0) * templateLimits.minutesPerModule),
    startsAt: startFrom(nowMs),
  };
}

export function idFrom(text: string): string {
  const parsed = scenarioIdSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CliError(`--id "${text}": ${parsed.error.issues[0]?.message ?? 'it is no id'}`);
}

/** `en,ja` → languages, the first the default. */
export function languagesFrom(text: string): TemplateLanguage[] {
  const known = new Set<string>(templateLanguages);
  const named = listOf(text);
  const strange = named.find((tag) => !known.has(tag));
  if (strange !== undefined) {
    throw new CliError(
      `--languages "${strange}": the template is written in ${templateLanguages.join(', ')}; add others by hand`,
    );
  }
  return [...new Set(named)] as TemplateLanguage[];
}

/** `jp,ph` or `Norland:Europe/Oslo:Oslo:en` → parties. */
export function partiesFrom(text: string): TemplateParty[] {
  return listOf(text).map((entry) => {
    const preset = partyPresets[entry];
    if (preset !== undefined) return preset;
    const [name, timeZone, city, language, ...rest] = entry.split(':').map((part) => part.trim());
    if (!name || !timeZone || !city || !language || rest.length > 0) {
      throw new CliError(
        `--parties "${entry}": known are ${Object.keys(partyPresets).join(', ')}; others are written NAME:ZONE:CITY:LANGUAGE`,
      );
    }
    return {
      id: partyId(name, entry),
      name: everywhere(name),
      timeZone: zone(timeZone, entry),
      city: everywhere(city),
      language: tag(language, entry),
    };
  });
}

/** An id made of a name; undefined where none can be. */
export function slugOf(text: string): string | undefined {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? undefined : slug.slice(0, 40).replace(/-+$/, '');
}

function partyId(name: string, entry: string): string {
  const id = slugOf(name);
  if (id !== undefined) return id;
  throw new CliError(`--parties "${entry}": the name needs some Latin letters, to make an id of`);
}

function zone(name: string, entry: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    throw new CliError(`--parties "${entry}": no time zone "${name}"; such as Asia/Manila`);
  }
}

function tag(language: string, entry: string): string {
  if (languageTagSchema.safeParse(language).success) return language;
  throw new CliError(`--parties "${entry}": "${language}" is no language tag such as en`);
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function everywhere(name: string) {
  return { en: name, ja: name, fil: name };
}

/** `storm-over-bay` → `Storm over bay`. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Some two months from now, at 08:00 in Manila, 09:00 in Tokyo: a usual StartEx. */
function startFrom(nowMs: number): string {
  const day = new Date(nowMs + 60 * 86_400_000).toISOString().slice(0, 10);
  return `${day}T00:00:00Z`;
}
