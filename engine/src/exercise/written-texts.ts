/** Texts that people wrote during play: where they stand, in which languages, and which are lacking. */
import type { InjectId, TableId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import { writtenKey } from './evaluation-state.js';
import type { Fact, FactOf, FactType } from './facts.js';
import { type ExerciseState, injectOf, injectState } from './state.js';

type Texts<Type extends FactType> = (
  fact: FactOf<Type>,
) => Readonly<Record<string, LocalizedText | null>>;

/** The texts that a kind of fact carries, by field; kinds left out carry none that is translated. */
const textRules: { readonly [Type in FactType]?: Texts<Type> } = {
  InjectEdited: ({ title, body }) => ({ title, body }),
  InjectImprovised: ({ title, body }) => ({ title, body }),
  ResponseSent: ({ text }) => ({ text }),
  ResponseNoted: ({ text }) => ({ text }),
  MessageSent: ({ text }) => ({ text }),
  InformationShared: ({ facts, ask }) => ({ facts, ask }),
  InformationRequested: ({ text }) => ({ text }),
  PermissionRequested: ({ reason }) => ({ reason }),
  RequestAnswered: ({ text }) => ({ text }),
  PositionDrafted: ({ text }) => ({ text }),
  DraftCommented: ({ text }) => ({ text }),
  StanceTaken: ({ reason }) => ({ reason }),
  ReportFiled: ({ fields }) =>
    Object.fromEntries(fields.map(({ fieldId, text }) => [fieldId, text])),
  ObservationNoted: ({ text }) => ({ text }),
};

/** A text of a fact; null where there is none to translate. */
export function writtenText(
  state: ExerciseState,
  seq: number,
  field: string,
): LocalizedText | null {
  const fact = factAt(state, seq);
  // What was removed is not to be told again in another language.
  if (fact === null || fact.redacted?.includes(field)) return null;
  const texts = textRules[fact.type] as
    | ((fact: Fact) => Record<string, LocalizedText | null>)
    | undefined;
  const found = texts?.(fact) ?? {};
  const text = Object.hasOwn(found, field) ? found[field] : null;
  return text === undefined || text === '' ? null : text;
}

/** Translations of a text, by language. */
export function translationsOf(
  { translations }: ExerciseState,
  seq: number,
  field: string,
): Readonly<Record<string, string>> {
  const found = Object.entries(translations.get(writtenKey(seq, field)) ?? {});
  return Object.fromEntries(found.map(([language, { text }]) => [language, text]));
}

/** A text written in play, with its translations beside it. */
export function withTranslations(
  state: ExerciseState,
  text: LocalizedText,
  seq: number | null,
  field: string,
): LocalizedText {
  if (seq === null) return text;
  const added = translationsOf(state, seq, field);
  if (Object.keys(added).length === 0) return text;
  const { defaultLanguage } = state.playbook.scenario;
  return { ...(typeof text === 'string' ? { [defaultLanguage]: text } : text), ...added };
}

/** The language that an inject's words were written in first; the others are translations of it. */
export function originalLanguage({ playbook }: ExerciseState, text: LocalizedText): string {
  const { defaultLanguage } = playbook.scenario;
  if (typeof text === 'string' || text[defaultLanguage] !== undefined) return defaultLanguage;
  return Object.keys(text)[0] ?? defaultLanguage;
}

/** Of some languages, those that the title or the text of an inject still lacks. */
export function languagesLacking(
  state: ExerciseState,
  injectId: InjectId,
  languages: readonly string[],
): string[] {
  const inject = injectOf(state, injectId);
  if (inject === undefined) return [];
  const { writtenBy } = injectState(state, injectId);
  const texts = [
    withTranslations(state, inject.title, writtenBy, 'title'),
    withTranslations(state, inject.body, writtenBy, 'body'),
  ];
  return languages.filter((language) => texts.some((text) => !isInLanguage(state, text, language)));
}

/** What a table reads: as it was cast, else what its first team's party usually reads. */
export function languageOf({ casting, playbook }: ExerciseState, tableId: TableId): string {
  const table = casting.tables.find((candidate) => candidate.tableId === tableId);
  if (table?.language) return table.language;
  const [first] = table?.teamIds ?? [];
  const partyId = first === undefined ? undefined : playbook.teams.get(first)?.party;
  const party = partyId === undefined ? undefined : playbook.parties.get(partyId);
  return party?.language ?? playbook.scenario.defaultLanguage;
}

/** A text without languages is in the scenario's default one. */
export function isInLanguage(
  { playbook }: ExerciseState,
  text: LocalizedText,
  language: string,
): boolean {
  return typeof text === 'string'
    ? language === playbook.scenario.defaultLanguage
    : text[language] !== undefined;
}

/** The fact of that number, as long as no rewind took it back. */
export function factAt(state: ExerciseState, seq: number): Fact | null {
  const index = indexOfFact(state, seq);
  // An index below zero would count from the end.
  return index < 0 ? null : (state.timeline.get(index) ?? null);
}

/** Where in the timeline the fact of that number stands; -1 where it does not. */
export function indexOfFact({ timeline }: ExerciseState, seq: number): number {
  let low = 0;
  let high = timeline.size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const fact = timeline.get(middle);
    if (fact === undefined) return -1;
    if (fact.seq === seq) return middle;
    if (fact.seq < seq) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
