/** From an OpenAEV (OpenBAS, OpenEx) export to a draft scenario. */
import { scenarioLimits } from '../../scenario/limits.js';
import { cleanTitle } from '../clean-text.js';
import { banner, Draft, type ImportResult, type ImportSettings } from '../draft.js';
import { quote } from '../finding.js';
import type { HtmlReader } from '../html.js';
import {
  describeValue,
  fieldOf,
  type JsonRecord,
  listOf,
  recordOf,
  textOf,
  textsIn,
} from '../json-shape.js';
import { momentAfter, planPlay, roundMinutes } from '../play-times.js';
import { Tally } from '../tally.js';
import { makeInject } from './openaev-injects.js';
import { OpenaevPeople } from './openaev-people.js';
import { type OpenaevPrefix, OpenaevSource, type SourceEntry } from './openaev-source.js';
import { followDependencies } from './openaev-triggers.js';

/** Parts that a draft takes, without their prefix; all others are told. */
const takenParts = new Set(
  'information teams users organizations tags injects objectives articles'.split(' '),
);

/**
 * Reads version 1 of its export: an exercise, a scenario or single injects, parsed.
 * Findings: `openaev/unknown-form`, `openaev/too-many-injects`, `openaev/no-injects`,
 * `openaev/part-left-out`, `openaev/times-compressed`, and those of people, injects and triggers.
 */
export function importOpenaev(
  raw: unknown,
  settings: ImportSettings,
  html: HtmlReader,
): ImportResult {
  const draft = new Draft(settings);
  const record = recordOf(raw);
  const prefix = prefixOf(record);
  if (record === null || prefix === null) {
    draft.findings.error(
      'openaev/unknown-form',
      '',
      'neither "exercise_information" nor "scenario_information" nor "inject_information"',
      'export the exercise or scenario from OpenAEV as JSON',
    );
    return draft.finish({});
  }
  const source = new OpenaevSource(draft, record, prefix, html);
  const isSingle = prefix === 'inject_' && fieldOf(record, 'inject_injects') === undefined;
  const entries = source.entries(isSingle ? 'information' : 'injects', 'inject_id');
  if (entries.length > scenarioLimits.injects) {
    draft.findings.error(
      'openaev/too-many-injects',
      `${prefix}injects`,
      `${entries.length} injects; a scenario holds ${scenarioLimits.injects}`,
    );
    return draft.finish({ injects: entries.length });
  }
  fillDraft(source, entries);
  const { teams, parties, objectives, injects } = draft.parts;
  return draft.finish({
    injects: entries.length,
    teams: teams.length,
    organizations: parties.length,
    objectives: objectives.length,
    made: injects.length,
  });
}

function prefixOf(record: JsonRecord | null): OpenaevPrefix | null {
  const prefixes = ['exercise_', 'scenario_', 'inject_'] as const;
  return prefixes.find((prefix) => fieldOf(record, `${prefix}information`) !== undefined) ?? null;
}

function fillDraft(source: OpenaevSource, entries: readonly SourceEntry[]): void {
  const { draft } = source;
  const tally = new Tally();
  const people = new OpenaevPeople(source);
  fillAbout(source);
  fillObjectives(source);
  tellLeftOut(source);
  const places = placeInjects(source, entries);
  const ids = entries.map(({ record }) =>
    draft.injectIds.take(textOf(record, 'inject_title') ?? '', 'event'),
  );
  entries.forEach((entry, index) => {
    const { phase, minutes } = places[index] ?? { phase: 'play', minutes: 0 };
    const place = { id: ids[index] ?? '', number: String(index + 1), phase, minutes };
    draft.parts.injects.push(makeInject(entry, place, { source, people, tally }));
  });
  followDependencies(source, entries, ids);
  people.complete();
  if (entries.length === 0) addPlaceholder(source, people);
  tally.tell(draft.findings);
}

function fillAbout(source: OpenaevSource): void {
  const { draft, prefix, root } = source;
  const name = prefix === 'scenario_' ? 'scenario' : 'exercise';
  const where = `${prefix}information`;
  const information = recordOf(fieldOf(root, where));
  const field = (key: string) => textOf(information, `${name}_${key}`) ?? '';
  if (draft.settings.title === undefined) {
    draft.parts.title = cleanTitle(field('name'), where, draft.findings).title;
  }
  const more = Object.entries(information ?? {}).flatMap(([key, value]) => {
    const text = /_(name|description|tags|id)$/.test(key) ? null : describeValue(value);
    return text === null ? [] : [`${key}: ${text}`];
  });
  const tags = source.tagNames(textsIn(fieldOf(information, `${name}_tags`)));
  const said = [field('description'), ...more, tags === '' ? '' : `Tags: ${tags}`];
  draft.parts.summary = source.text(said.filter((part) => part.trim() !== '').join('\n\n'), where);
}

function fillObjectives(source: OpenaevSource): void {
  const { parts, objectiveIds, findings } = source.draft;
  for (const { record, where } of source.entries('objectives', 'objective_id')) {
    const title =
      cleanTitle(textOf(record, 'objective_title') ?? '', where, findings).title || 'Untitled';
    const target = textOf(record, 'objective_description');
    if (parts.objectives.length >= scenarioLimits.objectives) {
      findings.warn(
        'openaev/part-left-out',
        where,
        `objective ${quote(title)}`,
        'it was left out: there are too many',
      );
      continue;
    }
    parts.objectives.push({
      id: objectiveIds.take(title, 'objective'),
      title,
      capability: title,
      ...(target === null ? {} : { target: source.text(target, where) }),
    });
  }
}

/** Documents, challenges, lessons and whatever else a draft has no place for. */
function tellLeftOut({ draft, root, prefix }: OpenaevSource): void {
  for (const [key, value] of Object.entries(root)) {
    const part = key.startsWith(prefix) ? key.slice(prefix.length) : null;
    if ((part !== null && takenParts.has(part)) || key === 'export_version') continue;
    const said = describeValue(value);
    if (said === null) continue;
    const count = Array.isArray(value) ? value.length : 1;
    draft.findings.warn(
      'openaev/part-left-out',
      key,
      `${count}: ${quote(said, 160)}`,
      'a draft has no place for them',
    );
  }
  const published = new Set(
    listOf(root, `${prefix}injects`).flatMap((value) =>
      textsIn(fieldOf(recordOf(fieldOf(recordOf(value), 'inject_content')), 'articles')),
    ),
  );
  listOf(root, `${prefix}articles`).forEach((value, index) => {
    const article = recordOf(value);
    if (published.has(textOf(article, 'article_id') ?? '')) return;
    draft.findings.warn(
      'openaev/part-left-out',
      `${prefix}articles[${index}]`,
      quote(describeValue(value) ?? '', 160),
      'no inject publishes it',
    );
  });
}

/** Seconds since StartEx become minutes of play; gaps of hours make modules. */
function placeInjects(
  { draft }: OpenaevSource,
  entries: readonly SourceEntry[],
): { phase: string; minutes: number }[] {
  const { settings, parts, findings } = draft;
  const events = entries.map(({ record }) => {
    const seconds = Number(textOf(record, 'inject_depends_duration') ?? 0);
    return {
      minutes: Number.isFinite(seconds) ? Math.min(1e8, Math.max(0, seconds / 60)) : 0,
      phase: null,
    };
  });
  const plan = planPlay(
    events.length === 0 ? [{ minutes: 0, phase: null }] : events,
    settings.playMinutes,
  );
  if (plan.isCompressed) {
    findings.note(
      'openaev/times-compressed',
      '',
      'the source’s own times are longer than play',
      `${Math.round(plan.lengthMinutes)} minutes of play; rates keep scenario time right`,
    );
  }
  plan.phases.forEach(({ fromMinutes, lengthMinutes, rate }, index) => {
    const isLast = index === plan.phases.length - 1;
    parts.phases.push({
      id: `part-${index + 1}`,
      title: plan.phases.length === 1 ? 'Play' : `Part ${index + 1}`,
      startsAt: momentAfter(settings.startsAt, fromMinutes),
      rate,
      exits: isLast
        ? []
        : [{ to: `part-${index + 2}`, when: { kind: 'at', minutes: roundMinutes(lengthMinutes) } }],
    });
  });
  draft.lengthMinutes = roundMinutes(Math.max(30, plan.lengthMinutes + 10));
  return plan.places.map(({ phase, minutes }) => ({ phase: `part-${phase + 1}`, minutes }));
}

/** A scenario has at least one event. */
function addPlaceholder({ draft, prefix }: OpenaevSource, people: OpenaevPeople): void {
  draft.findings.warn(
    'openaev/no-injects',
    `${prefix}injects`,
    'the source has no injects',
    'one was made, to be replaced',
  );
  draft.parts.injects.push({
    id: 'startex',
    number: '1',
    title: 'StartEx',
    kind: 'contextual',
    phase: 'part-1',
    channel: 'letter',
    from: people.sender,
    to: ['all'],
    tlp: 'CLEAR',
    body: `**${banner}**\n\nTo be written.`,
    release: { kind: 'at', minutes: 0 },
    notes: [],
    source: `${prefix}injects`,
  });
}
