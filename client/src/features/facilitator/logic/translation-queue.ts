/** Which texts lack a language that somebody needs to read them in, the most urgent first. */
import type { InjectId, TableId } from '@trilogue/engine/protocol/ids';
import { isRedacted } from '@trilogue/engine/protocol/redaction';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type {
  FacilitatorInjectBody,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';
import { type PlayText, playTexts } from './play-texts';
import { injectWordsAt } from './scenario-words';
import { languageOfText } from './text-language';

/**
 * held: an inject that waits for it. coming: an inject that will go out without it. players: what
 * players have been sent already. frame: names, questions and all else that the scenario says outside
 * of its injects. control: what players wrote to control.
 */
export const urgencies = ['held', 'coming', 'players', 'frame', 'control'] as const;
export type Urgency = (typeof urgencies)[number];

export interface TranslationTask {
  readonly key: string;
  readonly urgency: Urgency;
  /** The language that is lacking. */
  readonly language: string;
  /** Number of the fact that carried the text; null for the scenario's own words. */
  readonly of: number | null;
  /** Where in the scenario these stand, as the command names it; null for what was written in play. */
  readonly place: string | null;
  readonly injectId: InjectId | null;
  /** Which of the fact's texts, or of the inject's words. */
  readonly field: string;
  readonly kind: 'inject' | 'frame' | PlayText['kind'];
  /** Who wrote it; null for control. */
  readonly tableId: TableId | null;
  /** Null while an inject's text is being fetched. */
  readonly original: LocalizedText | null;
  /** Among those of one time: as the events list has them, or as they were written. */
  readonly order: number;
  /** ms of play time at which it goes out, or was written. */
  readonly atMs: number | null;
}

type Source = Parameters<typeof playTexts>[0] &
  Pick<FacilitatorView, 'cast' | 'events' | 'injects' | 'lacks' | 'translations' | 'exercise'>;

/** Texts of injects, as far as they were fetched. */
export type Bodies = ReadonlyMap<InjectId, FacilitatorInjectBody>;

/** As many injects' texts are fetched at once: the list shows a line of each. */
const mostRead = 60;

export function translationQueue(view: Source, bodies: Bodies): TranslationTask[] {
  return [...injectTasks(view, bodies), ...frameTasks(view), ...writtenTasks(view)].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      timeOf(a) - timeOf(b) ||
      a.order - b.order ||
      // Of one inject they stay as they were told, its title first.
      (a.injectId === null ? (a.key < b.key ? -1 : 1) : 0),
  );
}

/**
 * Injects whose text has to be fetched to be translated, the most urgent first.
 * @param tasks without the texts
 */
export function injectsToRead(tasks: readonly TranslationTask[]): InjectId[] {
  const ids = tasks.flatMap(({ injectId, original }) =>
    injectId === null || original !== null ? [] : [injectId],
  );
  return [...new Set(ids)].slice(0, mostRead);
}

/** How many of the scenario's own words lack a language that some table reads. */
export function countLacking(
  view: Pick<FacilitatorView, 'cast' | 'events' | 'injects' | 'lacks' | 'exercise'>,
): number {
  return injectTasks(view, new Map()).length + frameTasks(view).length;
}

/** Languages that are needed anywhere in this exercise, with how much of each is lacking. */
export function countByLanguage(tasks: readonly TranslationTask[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { language } of tasks) counts.set(language, (counts.get(language) ?? 0) + 1);
  return counts;
}

type OwnWords = Parameters<typeof countLacking>[0];

function injectTasks(view: OwnWords, bodies: Bodies): TranslationTask[] {
  return openInjects(view).flatMap(({ inject, languages }) => {
    const { status, awaits, dueAtMs } = view.events[inject.id] ?? noEvent;
    const { writtenBy } = inject;
    return languages.flatMap((language) =>
      (inject.lacks[language] ?? []).map(
        (field): TranslationTask => ({
          key: `${inject.id} ${field} ${language}`,
          urgency: awaits.includes(language)
            ? 'held'
            : status === 'released'
              ? 'players'
              : 'coming',
          language,
          ...(writtenBy !== null && (field === 'title' || field === 'body')
            ? { of: writtenBy, place: null }
            : { of: null, place: `injects/${inject.id}/${field}` }),
          injectId: inject.id,
          field,
          kind: 'inject',
          tableId: null,
          original: injectWordsAt(inject, bodies.get(inject.id), field),
          order: inject.order,
          atMs: dueAtMs,
        }),
      ),
    );
  });
}

/** Those to come and those that went out, with the languages their readers need. */
function openInjects(view: OwnWords) {
  const reads = new Map(view.cast.tables.map((table) => [table.tableId, table.reads]));
  const isCast = view.cast.tables.length > 0;
  const hasEnded = view.exercise.stage === 'ended';
  return Object.values(view.injects).flatMap((inject) => {
    const { status = 'waiting' } = view.events[inject.id] ?? {};
    const isOver =
      status === 'recalled' || status === 'skipped' || (hasEnded && status !== 'released');
    if (isOver) return [];
    const needed = new Set(inject.to.map((tableId) => reads.get(tableId)));
    // Before anybody knows who will read it, in every language.
    const languages = view.exercise.languages.filter((one) => !isCast || needed.has(one));
    return [{ inject, languages }];
  });
}

/** What everybody may come to read, in each language that somebody reads. */
function frameTasks({ cast, exercise, lacks }: OwnWords): TranslationTask[] {
  const needed = new Set(cast.tables.map(({ reads }) => reads));
  return Object.entries(lacks).flatMap(([place, { text, languages }], order) =>
    languages
      .filter((language) => needed.size === 0 || needed.has(language))
      .map(
        (language): TranslationTask => ({
          key: `${place} ${language}`,
          urgency: 'frame',
          language,
          of: null,
          place,
          injectId: null,
          field: place,
          kind: 'frame',
          tableId: null,
          original: typeof text === 'string' ? { [exercise.defaultLanguage]: text } : text,
          order,
          atMs: null,
        }),
      ),
  );
}

function writtenTasks(view: Source): TranslationTask[] {
  const { languages, defaultLanguage } = view.exercise;
  const reads = new Map(view.cast.tables.map((table) => [table.tableId, table.reads]));
  const readBy = (tableId: TableId | null) =>
    (tableId === null ? undefined : reads.get(tableId)) ?? defaultLanguage;
  return playTexts(view).flatMap(({ seq, field, kind, tableId, readers, text, playMs }) => {
    if (text === '' || isRedacted(text)) return [];
    const written = languageOfText(text, readBy(tableId), defaultLanguage);
    const known = view.translations[`${seq} ${field}`] ?? {};
    const needed = new Map<string, Urgency>();
    for (const reader of readers) {
      const language = readBy(reader);
      const isPlayers = reader !== null || needed.get(language) === 'players';
      needed.set(language, isPlayers ? 'players' : 'control');
    }
    return [...needed].flatMap(([language, urgency]): TranslationTask[] =>
      language === written || !languages.includes(language) || known[language] !== undefined
        ? []
        : [
            {
              key: `${seq} ${field} ${language}`,
              urgency,
              language,
              of: seq,
              place: null,
              injectId: null,
              field,
              kind,
              tableId,
              original: { [written]: text, ...known },
              order: seq,
              atMs: playMs,
            },
          ],
    );
  });
}

const noEvent = { status: 'waiting', awaits: [] as readonly string[], dueAtMs: null } as const;

function rank({ urgency }: TranslationTask): number {
  return urgencies.indexOf(urgency);
}

/** What has no time yet comes after what has. */
function timeOf({ atMs }: TranslationTask): number {
  return atMs ?? Number.MAX_SAFE_INTEGER;
}
