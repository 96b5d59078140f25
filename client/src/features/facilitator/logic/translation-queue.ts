/** Which texts lack a language that somebody needs to read them in, the most urgent first. */
import type { InjectId, TableId } from '@trilogue/engine/protocol/ids';
import { isRedacted } from '@trilogue/engine/protocol/redaction';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { type PlayText, playTexts } from './play-texts';
import { languageOfText } from './text-language';

/**
 * held: an inject that waits for it. coming: an inject that will go out without it. players: what
 * players have been sent already. control: what players wrote to control.
 */
export const urgencies = ['held', 'coming', 'players', 'control'] as const;
export type Urgency = (typeof urgencies)[number];

export interface TranslationTask {
  readonly key: string;
  readonly urgency: Urgency;
  /** The language that is lacking. */
  readonly language: string;
  /** Number of the fact that carried the text; null for the scenario's own words. */
  readonly of: number | null;
  readonly injectId: InjectId | null;
  readonly field: string;
  readonly kind: 'inject' | PlayText['kind'];
  /** Who wrote it; null for control. */
  readonly tableId: TableId | null;
  /** Null while an inject's text is being fetched. */
  readonly original: LocalizedText | null;
  /** ms of play time at which it goes out, or was written. */
  readonly atMs: number | null;
}

type Source = Parameters<typeof playTexts>[0] &
  Pick<FacilitatorView, 'cast' | 'events' | 'injects' | 'translations' | 'exercise'>;

/** Texts of injects, as far as they were fetched. */
export type Bodies = ReadonlyMap<InjectId, LocalizedText>;

export function translationQueue(view: Source, bodies: Bodies): TranslationTask[] {
  return [...injectTasks(view, bodies), ...writtenTasks(view)].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      timeOf(a) - timeOf(b) ||
      Number(b.field === 'title') - Number(a.field === 'title') ||
      (a.key < b.key ? -1 : 1),
  );
}

/** Injects whose text lacks a language, and so has to be fetched to be translated. */
export function injectsToRead(view: Source): InjectId[] {
  return openInjects(view)
    .filter(({ inject, languages }) =>
      languages.some((language) => inject.lacks[language]?.includes('body')),
    )
    .map(({ inject }) => inject.id);
}

/** Languages that are needed anywhere in this exercise, with how much of each is lacking. */
export function countByLanguage(tasks: readonly TranslationTask[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { language } of tasks) counts.set(language, (counts.get(language) ?? 0) + 1);
  return counts;
}

function injectTasks(view: Source, bodies: Bodies): TranslationTask[] {
  return openInjects(view).flatMap(({ inject, languages }) => {
    const { status, awaits, dueAtMs } = view.events[inject.id] ?? noEvent;
    const originals = { title: inject.title, body: bodies.get(inject.id) ?? null };
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
          of: inject.writtenBy,
          injectId: inject.id,
          field,
          kind: 'inject',
          tableId: null,
          original: originals[field],
          atMs: dueAtMs,
        }),
      ),
    );
  });
}

/** Those to come, and those written in play that went out, with the languages their readers need. */
function openInjects(view: Source) {
  const reads = new Map(view.cast.tables.map((table) => [table.tableId, table.reads]));
  const hasEnded = view.exercise.stage === 'ended';
  return Object.values(view.injects).flatMap((inject) => {
    const { status = 'waiting' } = view.events[inject.id] ?? {};
    const isOver =
      status === 'recalled' || status === 'skipped' || (hasEnded && status !== 'released');
    if (isOver || (status === 'released' && inject.writtenBy === null)) return [];
    const needed = new Set(inject.to.map((tableId) => reads.get(tableId)));
    const languages = view.exercise.languages.filter((language) => needed.has(language));
    return [{ inject, languages }];
  });
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
              injectId: null,
              field,
              kind,
              tableId,
              original: { [written]: text, ...known },
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
