/** The master scenario events list with HSEEP's columns, by phase, in the order to be expected. */

import type { Expectation, Inject } from '../scenario/inject-schema.js';
import type { Localized } from '../scenario/localize.js';
import type { Inline } from './blocks.js';
import {
  contactLine,
  type Edition,
  name,
  partyTimes,
  prose,
  recipientNames,
  teamNames,
} from './edition.js';
import { shorten } from './plain-text.js';
import { playTime } from './play-time.js';
import { type Chapter, chaptersOf, type Route, routeOf } from './storyline.js';
import { effectsUpon, triggerWords } from './trigger-words.js';

export interface Msel {
  readonly groups: readonly MselGroup[];
}

export interface MselGroup {
  readonly title: string;
  /** When it begins and how fast its story runs. */
  readonly begins: readonly string[];
  readonly rows: readonly MselRow[];
}

export interface MselRow {
  readonly number: string;
  readonly kind: string;
  readonly route: Route;
  /** "Branch", "Contingency" and so on; null for what comes on every path. */
  readonly mark: string | null;
  /** On each party's clock; none where it hangs on somebody's action. */
  readonly scenarioTimes: readonly string[];
  /** From StartEx; null where that is not known. */
  readonly playTime: string | null;
  /** From the beginning of the phase, or what it waits for. */
  readonly when: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly method: string;
  readonly title: Localized;
  readonly message: Inline;
  readonly expected: readonly ExpectedAction[];
  readonly objectives: readonly string[];
}

export interface ExpectedAction {
  readonly teams: string;
  readonly task: string;
  readonly within: string;
  readonly action: Localized | null;
}

/** Letters of a message that the list shows. */
const messageWidth = 180;

export function mselOf(edition: Edition): Msel {
  return { groups: chaptersOf(edition).map((chapter) => groupOf(edition, chapter)) };
}

function groupOf(edition: Edition, { phase, injects }: Chapter): MselGroup {
  const rows = injects.map((inject) => rowOf(edition, inject));
  const { words, schedule } = edition;
  if (phase === null) return { title: words.msel.deck, begins: [words.msel.deckMeaning], rows };
  const begun = schedule.phaseAt(phase.id);
  const scenarioMs = schedule.scenarioMs(begun, phase.id);
  const begins = [
    begun.anchor === 'startEx' ? words.msel.beginsAt(playTime(begun.minutes)) : words.msel.unknown,
    ...(scenarioMs === null ? [] : partyTimes(edition, scenarioMs)),
    ...(phase.rate === undefined ? [] : [words.rate(phase.rate)]),
  ];
  return { title: name(edition, phase.title), begins, rows };
}

function rowOf(edition: Edition, inject: Inject): MselRow {
  const { playbook, words, schedule } = edition;
  const route = routeOf(playbook, inject);
  const moment = schedule.injectAt(inject.id);
  const scenarioMs = moment === null ? null : schedule.scenarioMs(moment, inject.phase);
  const body = prose(edition, inject.body);
  return {
    number: inject.number,
    kind: words.labels.kind[inject.kind],
    route,
    mark: route === 'planned' ? null : words.labels.route[route],
    scenarioTimes: scenarioMs === null ? [] : partyTimes(edition, scenarioMs),
    playTime: moment?.anchor === 'startEx' ? playTime(moment.minutes) : null,
    when: whenWords(edition, inject),
    from: contactLine(edition, playbook.contacts.get(inject.from)),
    to: recipientNames(edition, inject.to),
    method: words.labels.channel[inject.channel],
    title: prose(edition, inject.title),
    message: { ...body, text: shorten(body.text, messageWidth) },
    expected: inject.expectations.map((expectation) => expectedOf(edition, inject, expectation)),
    objectives: objectivesOf(edition, inject),
  };
}

/** Where a clock alone decides, minutes into the phase; else what has to happen. */
export function whenWords(edition: Edition, inject: Inject): string[] {
  const { schedule, words } = edition;
  const since = schedule.sincePhase(inject);
  const { atModuleStart, intoModule } = words.msel;
  const comes =
    since === null
      ? triggerWords(edition, inject.release, inject.phase)
      : since === 0
        ? atModuleStart
        : intoModule(words.duration(since));
  return [comes, ...effectsUpon(edition, inject)];
}

function expectedOf(
  edition: Edition,
  { id }: Inject,
  { kind, teams, by, withinMinutes, action }: Expectation,
): ExpectedAction {
  const { playbook, words } = edition;
  const asked = teamNames(edition, teams ?? playbook.recipients.get(id) ?? []);
  return {
    teams: by === 'any' ? words.anyOf(asked) : asked,
    task: words.labels.task[kind],
    within: words.within(words.duration(withinMinutes)),
    action: action === undefined ? null : prose(edition, action),
  };
}

function objectivesOf(edition: Edition, { expectations }: Inject): string[] {
  const ids = new Set(expectations.flatMap(({ objective }) => objective ?? []));
  return [...ids].flatMap((id) => {
    const objective = edition.playbook.objectives.get(id);
    if (objective === undefined) return [];
    return edition.words.pair(name(edition, objective.title), name(edition, objective.capability));
  });
}
