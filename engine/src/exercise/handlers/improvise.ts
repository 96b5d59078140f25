/** The facilitator's pen: edit what has not gone out, make up what nobody planned, set things right. */
import type { ExpectationId, InjectId, PhaseId } from '../../protocol/ids.js';
import { teamsAddressed } from '../../scenario/playbook.js';
import { everyone, type Recipient } from '../../scenario/world-schema.js';
import type { CommandOf } from '../commands.js';
import { exerciseLimits } from '../exercise-limits.js';
import { injectText } from '../inject-text.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { injectOf, injectState, isPhaseActive } from '../state.js';
import { expectationKey } from '../state-parts.js';
import { release } from '../steps.js';
import { languageOf } from '../written-texts.js';

/**
 * Other words, or another marking, for what has not gone out.
 * Rejections: `inject/unknown`, `inject/already-released`, `inject/recalled`,
 * `inject/unfinished-edit`, `language/unknown`.
 */
export function editInject(run: Run, command: CommandOf<'EditInject'>): Rejection | null {
  const { injectId, title = null, body = null, tlp = null, untilTranslated } = command;
  const files = filesOf(command);
  const inject = injectOf(run.state, injectId);
  if (inject === undefined) return reject('inject/unknown', `no inject "${injectId}"`);
  const { status } = injectState(run.state, injectId);
  if (status === 'released') return reject('inject/already-released', 'it went out already');
  if (status === 'recalled') return reject('inject/recalled', 'it was recalled');
  if (title === null && body === null && tlp === null && files.attachments === undefined) {
    return reject('inject/unfinished-edit', 'say what shall be different');
  }
  const refused = checkLanguages(run, title) ?? checkLanguages(run, body) ?? checkFiles(run, files);
  if (refused !== null) return refused;
  const words = title === null && body === null ? null : injectText(run.state, injectId, null);
  if (words === null) {
    run.add({ type: 'InjectEdited', injectId, title, body, tlp, awaits: [], ...files });
    return null;
  }
  // Whole, with the words that stay: what is read from now on is written here, to be translated here.
  const whole = { title: title ?? words.title, body: body ?? words.body };
  const awaits = untilTranslated ? lacking(run, [whole.title, whole.body], inject.to) : [];
  const { isHeld, awaits: awaited } = injectState(run.state, injectId);
  run.add({ type: 'InjectEdited', injectId, ...whole, tlp, awaits, ...files });
  // It was held for words that need not be awaited any more.
  if (isHeld && awaited.length > 0 && awaits.length === 0)
    run.add({ type: 'InjectUnheld', injectId });
  return null;
}

/**
 * An inject that nobody planned.
 * Rejections: `contact/unknown`, `share/no-such-recipient`, `language/unknown`,
 * `inject/too-many-improvised`, `exercise/not-now`.
 */
export function improviseInject(run: Run, command: CommandOf<'ImproviseInject'>): Rejection | null {
  const { title, body, channel, from, to, tlp, releaseNow, untilTranslated } = command;
  const { playbook, written } = run.state;
  if (!playbook.contacts.has(from)) return reject('contact/unknown', `no contact "${from}"`);
  const stranger = to.find((name) => !isRecipient(run, name));
  if (stranger !== undefined) {
    return reject('share/no-such-recipient', 'no such team or party', { to: stranger });
  }
  const files = filesOf(command);
  const refused = checkLanguages(run, title) ?? checkLanguages(run, body) ?? checkFiles(run, files);
  if (refused !== null) return refused;
  const count = written.keySeq().count((id) => injectState(run.state, id).isImprovised);
  if (count >= exerciseLimits.improvised) {
    return reject('inject/too-many-improvised', `at most ${exerciseLimits.improvised} are made up`);
  }
  const phaseId = innermostPhase(run);
  if (phaseId === null) return reject('exercise/not-now', 'no module is under way');
  // Its number in the log can't be taken, and no scenario's id ends like this by chance twice.
  const injectId = freeId(run);
  const awaits = untilTranslated ? lacking(run, [title, body], to) : [];
  run.add({
    type: 'InjectImprovised',
    injectId,
    number: `X${count + 1}`,
    phaseId,
    title,
    body,
    channel,
    from,
    to,
    tlp,
    // Branded by their place: an improvised inject's expectations have no names of their own.
    expectations: command.expectations.map((expectation, index) => ({
      id: `${expectation.kind}-${index + 1}` as ExpectationId,
      ...expectation,
    })),
    awaits,
    ...files,
  });
  if (!releaseNow) return null;
  if (awaits.length === 0) run.add(release(run.state, injectId, run.playMs));
  else run.add({ type: 'InjectMoved', injectId, dueAtMs: run.playMs });
  return null;
}

/** Another of an inject's forms than the one that was drawn. Rejections: `inject/unknown`, `inject/already-released`, `inject/no-variant`. */
export function chooseVariant(
  run: Run,
  { injectId, variantId }: CommandOf<'ChooseVariant'>,
): Rejection | null {
  const inject = injectOf(run.state, injectId);
  if (inject === undefined) return reject('inject/unknown', `no inject "${injectId}"`);
  const { status } = injectState(run.state, injectId);
  if (status === 'released' || status === 'recalled') {
    return reject('inject/already-released', 'it went out already');
  }
  if (!inject.variants?.some(({ id }) => id === variantId)) {
    return reject('inject/no-variant', 'it has no such form');
  }
  if (run.state.variants.get(injectId) !== variantId) {
    run.add({ type: 'VariantDrawn', injectId, variantId, cause: 'person' });
  }
  return null;
}

/**
 * Settles an expectation by hand: it was done outside the tool, or should not count.
 * Rejections: `expectation/unknown`, `expectation/settled`.
 */
export function markExpectation(run: Run, command: CommandOf<'MarkExpectation'>): Rejection | null {
  const { injectId, tableId, expectationId, as, reason } = command;
  const found = run.state.expectations.get(expectationKey(injectId, tableId, expectationId));
  if (found === undefined) {
    return reject('expectation/unknown', 'nothing of the kind is expected of this table');
  }
  if (found.status === as)
    return reject('expectation/settled', 'it stands so already', { status: as });
  run.add({ type: 'ExpectationMarked', injectId, tableId, expectationId, as, reason });
  return null;
}

/** Rejections: `table/unknown`, `objective/unknown`. */
export function adjustScore(run: Run, command: CommandOf<'AdjustScore'>): Rejection | null {
  const { tableId, points, objectiveId, reason } = command;
  if (!run.state.casting.tables.some((table) => table.tableId === tableId)) {
    return reject('table/unknown', `no table "${tableId}"`);
  }
  if (objectiveId !== null && !run.state.playbook.objectives.has(objectiveId)) {
    return reject('objective/unknown', `no objective "${objectiveId}"`);
  }
  run.add({ type: 'ScoreAdjusted', tableId, points, objectiveId, reason });
  return null;
}

function isRecipient({ state: { playbook } }: Run, name: Recipient): boolean {
  return (
    name === everyone || playbook.teams.has(name as never) || playbook.parties.has(name as never)
  );
}

function checkLanguages(
  { state }: Run,
  text: string | Record<string, string> | null,
): Rejection | null {
  if (text === null || typeof text === 'string') return null;
  const { languages } = state.playbook.scenario;
  const stranger = Object.keys(text).find((language) => !languages.includes(language));
  return stranger === undefined
    ? null
    : reject('language/unknown', 'the scenario has no such language', { language: stranger });
}

type Files = Pick<CommandOf<'EditInject'>, 'attachments'>;

/** Nothing where the command says nothing, so that a fact about words alone looks as it always did. */
function filesOf({ attachments }: Files): Files {
  return attachments === undefined ? {} : { attachments };
}

function checkFiles(run: Run, { attachments = [] }: Files): Rejection | null {
  const texts = attachments.flatMap(({ title, alt = null }) => [title, alt]);
  const refusals = texts.map((text) => checkLanguages(run, text));
  return refusals.find((refusal) => refusal !== null) ?? null;
}

/** Languages of the tables addressed, of those the scenario has, that one of the texts lacks. */
function lacking(
  { state }: Run,
  texts: readonly (string | Record<string, string>)[],
  to: readonly Recipient[],
): string[] {
  const { scenario } = state.playbook;
  const teams = teamsAddressed(scenario, to);
  const tables = state.casting.tables.filter(({ teamIds }) =>
    teamIds.some((id) => teams.includes(id)),
  );
  const read = new Set(tables.map(({ tableId }) => languageOf(state, tableId)));
  const languages = scenario.languages.filter((language) => read.has(language));
  return languages.filter((language) =>
    texts.some((text) =>
      typeof text === 'string'
        ? language !== scenario.defaultLanguage
        : text[language] === undefined,
    ),
  );
}

function innermostPhase({ state }: Run): PhaseId | null {
  const active = [...state.playbook.phases.values()].filter(({ phase }) =>
    isPhaseActive(state, phase.id),
  );
  return active.at(-1)?.phase.id ?? null;
}

function freeId({ state }: Run): InjectId {
  let id = `x-${state.seq + 1}`;
  while (state.playbook.injects.has(id as InjectId)) id = `${id}-x`;
  return id as InjectId;
}
