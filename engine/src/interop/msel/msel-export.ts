/** A scenario's events as a Master Scenario Events List, with what it takes to read them back. */
import type { Expectation, Inject } from '../../scenario/inject-schema.js';
import { type LocalizedText, localize } from '../../scenario/localize.js';
import { type Playbook, toPlaybook, walkPhases } from '../../scenario/playbook.js';
import type { Phase, Scenario } from '../../scenario/schema.js';
import { everyone } from '../../scenario/world-schema.js';
import { type Finding, Findings } from '../finding.js';
import { momentAfter } from '../play-times.js';
import { joinList } from './lists.js';
import { columnOf, type MselField, mselFields } from './msel-columns.js';
import { writeTrigger } from './msel-triggers.js';
import { channelWords, everyoneWords, kindWords, type MselLanguage } from './msel-words.js';

export interface MselExport {
  readonly fields: readonly MselField[];
  /** In the language of the export, in the order of `fields`. */
  readonly headings: readonly string[];
  /** One row an inject, in the order of the scenario. */
  readonly rows: readonly (readonly string[])[];
  /** What a list of events can't hold. */
  readonly findings: readonly Finding[];
}

/** Columns for people to fill in at the exercise stay blank; columns for any text are not made. */
const left = new Set<MselField>(['notes', 'bodyMore']);

/**
 * `longest`: characters that a cell takes, where it takes fewer than a text may have; the rest of a
 * message stands in a column of its own.
 * Findings: `export/left-out`, `export/language-missing`.
 */
export function exportMsel(
  scenario: Scenario,
  language: MselLanguage,
  longest = 1_000_000,
): MselExport {
  const findings = new Findings();
  const writer = new MselWriter(scenario, language);
  const rows = scenario.injects.map((inject) => writer.row(inject));
  const hasMore = rows.some(({ body = '' }) => body.length > longest);
  const fields = mselFields.filter(
    (field) => !left.has(field) || (hasMore && field === 'bodyMore'),
  );
  tellLeftOut(scenario, findings);
  if (writer.missing > 0) {
    findings.warn(
      'export/language-missing',
      '',
      `${writer.missing} texts are not there in “${language}”`,
      'they stand in the language they have',
    );
  }
  return {
    fields,
    headings: fields.map((field) => columnOf(field).heading[language]),
    rows: rows.map((row) => {
      const body = row.body ?? '';
      const split = { ...row, body: body.slice(0, longest), bodyMore: body.slice(longest) };
      return fields.map((field) => split[field] ?? '');
    }),
    findings: findings.list(),
  };
}

class MselWriter {
  /** Texts that are not there in the language of the export. */
  missing = 0;
  readonly #scenario: Scenario;
  readonly #language: MselLanguage;
  readonly #playbook: Playbook;
  /** Scenario date and rate of each phase, as far as they stand fast before play. */
  readonly #clocks = new Map<string, { readonly startsAt: string; readonly rate: number }>();

  constructor(scenario: Scenario, language: MselLanguage) {
    this.#scenario = scenario;
    this.#language = language;
    this.#playbook = toPlaybook(scenario);
    let rate = 1;
    walkPhases(scenario.phases, null, (phase) => {
      rate = phase.rate ?? rate;
      if (phase.startsAt !== undefined)
        this.#clocks.set(phase.id, { startsAt: phase.startsAt, rate });
    });
  }

  row(inject: Inject): Partial<Record<MselField, string>> {
    const { release } = inject;
    const phase = this.#playbook.phases.get(inject.phase)?.phase;
    const clock = this.#clocks.get(inject.phase);
    const isAtPhase = release.kind === 'at' && release.from === 'phase';
    const several = inject.expectations.length > 1;
    const list = (texts: string[]) => (several ? joinList(texts, '|') : (texts[0] ?? ''));
    return {
      number: inject.number,
      phase: phase === undefined ? '' : this.#say(phase.title),
      scenarioTime:
        isAtPhase && clock !== undefined
          ? shownMoment(momentAfter(clock.startsAt, release.minutes * clock.rate))
          : '',
      time: release.kind === 'at' ? `+${release.minutes} min` : '',
      from: this.#nameOf(inject.from),
      to: joinList(
        inject.to.map((recipient) => this.#nameOf(recipient)),
        ';',
      ),
      channel: channelWords[inject.channel][this.#language],
      title: this.#say(inject.title),
      body: this.#say(inject.body),
      expectedAction: list(
        inject.expectations.map(({ action }) => (action === undefined ? '' : this.#say(action))),
      ),
      objective: list(inject.expectations.map((expectation) => this.#objective(expectation))),
      kind: kindWords[inject.kind][this.#language],
      tlp: inject.tlp,
      attack: inject.attack.join(', '),
      choices: joinList(
        (inject.choices ?? []).map(({ label }) => this.#say(label)),
        '|',
      ),
      response: joinList(
        inject.expectations.map(({ kind }) => kind),
        '|',
      ),
      within: list(inject.expectations.map(({ withinMinutes }) => String(withinMinutes))),
      points: list(inject.expectations.map(({ points }) => String(points))),
      trigger: writeTrigger(
        release,
        (id) => this.#playbook.injects.get(id as Inject['id'])?.number ?? '',
      ),
      injectKey: inject.id,
      fromKey: inject.from,
      toKeys: joinList(
        inject.to.map((recipient) => this.#keyOf(recipient)),
        '|',
      ),
      phaseKey: inject.phase,
      phaseBegins: phase === undefined ? '' : beginning(phase),
      choiceKeys: joinList(
        (inject.choices ?? []).map(({ id }) => id),
        '|',
      ),
    };
  }

  #say(text: LocalizedText): string {
    const { defaultLanguage } = this.#scenario;
    const said = localize(text, this.#language, defaultLanguage);
    if (said.isFallback) this.missing++;
    return said.text.replace(/\r\n?/g, '\n');
  }

  /** Of a team, party or contact: they share one name space. */
  #nameOf(id: string): string {
    if (id === everyone) return everyoneWords[this.#language];
    const { teams, parties, contacts } = this.#scenario;
    const found = [...teams, ...parties, ...contacts].find((entry) => entry.id === id);
    return found === undefined ? id : this.#say(found.name).trim();
  }

  #keyOf(recipient: string): string {
    if (recipient === everyone) return everyone;
    const team = this.#scenario.teams.find(({ id }) => id === recipient);
    return team === undefined ? `${recipient}/*` : `${team.party}/${team.id}`;
  }

  #objective({ objective }: Expectation): string {
    const found = this.#scenario.objectives.find(({ id }) => id === objective);
    return found === undefined ? '' : this.#say(found.title);
  }
}

/** "2026-12-01 06:45 (UTC+09:00)": never a zone's abbreviation. */
function shownMoment(iso: string): string {
  const offset = iso.slice(19);
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} (UTC${offset === 'Z' ? '' : offset})`;
}

function beginning({ startsAt, rate }: Phase): string {
  return [startsAt ?? '', rate === undefined ? '' : `x${rate}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Expectations that need nothing beside the list. */
const listed = new Set(['acknowledge', 'respond', 'choose']);

/** Parts of a scenario that are no events. */
function tellLeftOut(scenario: Scenario, findings: Findings): void {
  const tell = (count: number, what: string) => {
    if (count > 0)
      findings.note(
        'export/left-out',
        '',
        `${count} ${what}`,
        'a list of events has no place for them',
      );
  };
  const { injects } = scenario;
  const count = (of: (inject: Inject) => number) =>
    injects.reduce((sum, inject) => sum + of(inject), 0);
  tell(
    count(({ effects }) => effects.length),
    'effects of injects',
  );
  tell(
    count(({ choices }) => (choices ?? []).reduce((sum, { effects }) => sum + effects.length, 0)),
    'effects of options',
  );
  tell(
    count(({ variants }) => variants?.length ?? 0),
    'variants that are drawn',
  );
  tell(
    count(({ perRecipient }) => perRecipient.length),
    'other words for some recipients',
  );
  tell(
    count(({ expectations }) =>
      expectations.reduce((sum, { criteria }) => sum + criteria.length, 0),
    ),
    'criteria of evaluators',
  );
  tell(
    count(({ expectations }) =>
      expectations.reduce((sum, { onMet, onMissed }) => sum + onMet.length + onMissed.length, 0),
    ),
    'effects of what is done or missed',
  );
  const expectations = injects.flatMap((inject) => inject.expectations);
  tell(
    expectations.filter(({ kind }) => !listed.has(kind)).length,
    'expectations to share, message, report or agree, which come back as responses',
  );
  tell(
    expectations.filter(
      ({ teams, by, latePoints, fullUntilMinutes, announced }) =>
        teams !== undefined ||
        by === 'any' ||
        latePoints > 0 ||
        fullUntilMinutes !== undefined ||
        !announced,
    ).length,
    'expectations for some recipients, with points when late, or not announced',
  );
  tell(scenario.teams.length, 'missions and sectors of teams');
  let exits = 0;
  let texts = 0;
  walkPhases(scenario.phases, null, (phase) => {
    exits += phase.exits.length + phase.onEnter.length;
    texts += phase.questions.length + (phase.briefing === undefined ? 0 : 1);
  });
  tell(exits, 'ways out of phases and effects of entering them');
  tell(texts, 'briefings and questions of phases');
  for (const part of [
    'milestones',
    'assets',
    'indicators',
    'items',
    'positions',
    'obligations',
    'endings',
  ] as const) {
    tell(scenario[part].length, part);
  }
}
