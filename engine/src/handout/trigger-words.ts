/** What makes an inject go out or a phase end, in words. A new kind does not compile without its own. */
import type { Effect } from '../scenario/effect-schema.js';
import { causesOf } from '../scenario/effect-sites.js';
import type { Inject } from '../scenario/inject-schema.js';
import type { Obligation } from '../scenario/obligation-schema.js';
import type { Trigger, TriggerKind, TriggerOf } from '../scenario/trigger-schema.js';
import { choiceWords, conditionWords } from './condition-words.js';
import { type Edition, injectNumber, phaseName, teamName } from './edition.js';
import { occasionWords } from './effect-words.js';

type TriggerWords<Kind extends TriggerKind> = (
  edition: Edition,
  trigger: TriggerOf<Kind>,
  phaseId: string,
) => string;

const wordsByKind: { readonly [Kind in TriggerKind]: TriggerWords<Kind> } = {
  at: (edition, { minutes, from }, phaseId) => {
    const { happens } = edition.words;
    const begins =
      from === 'startEx' ? happens.started : happens.entered(phaseName(edition, phaseId));
    return when(edition, begins, minutes);
  },
  afterInject: (edition, { inject, event, delayMinutes }) =>
    when(edition, edition.words.happens[event](injectNumber(edition, inject)), delayMinutes),
  whenChoice: (edition, { inject, choice, by, delayMinutes }) =>
    when(edition, choiceWords(edition, inject, choice, by), delayMinutes),
  when: (edition, { condition, delayMinutes }) =>
    when(edition, conditionWords(edition, condition), delayMinutes),
  onPhase: (edition, { phase, delayMinutes }, phaseId) => {
    const entered = edition.words.happens.entered(phaseName(edition, phase ?? phaseId));
    return when(edition, entered, delayMinutes);
  },
  without: (edition, { inject, action, by, minutes }) =>
    edition.words.happens.without(
      injectNumber(edition, inject),
      edition.words.duration(minutes),
      edition.words.labels.task[action],
      by === undefined ? null : teamName(edition, by),
    ),
  manual: ({ words }) => words.happens.manual,
  deck: ({ words }) => words.happens.deck,
};

export function triggerWords(edition: Edition, trigger: Trigger, phaseId: string): string {
  // The table's entry for a kind takes triggers of that kind, which the compiler can't follow.
  const words = wordsByKind[trigger.kind] as TriggerWords<TriggerKind>;
  return words(edition, trigger, phaseId);
}

/** What else lets an inject out, or calls it off. */
export function effectsUpon(edition: Edition, { id }: Inject): string[] {
  const { playbook, words } = edition;
  const isMeant = (effect: Effect) =>
    (effect.kind === 'releaseInject' || effect.kind === 'cancelInject') && effect.inject === id;
  return causesOf(playbook, isMeant).map(({ effect, occasion }) => {
    const clause = occasionWords(edition, occasion);
    if (effect.kind !== 'releaseInject') return words.happens.calledOff(when(edition, clause, 0));
    return words.happens.also(when(edition, clause, effect.delayMinutes));
  });
}

/** What starts the clock of an obligation. */
export function startsWords(edition: Edition, { id, startsWhen }: Obligation): string[] {
  const { playbook, words } = edition;
  const causes = causesOf(
    playbook,
    (effect) => effect.kind === 'startObligation' && effect.obligation === id,
  );
  const clauses = [
    ...(startsWhen === undefined ? [] : [conditionWords(edition, startsWhen)]),
    ...causes.map(({ occasion }) => occasionWords(edition, occasion)),
  ];
  return clauses.length > 0
    ? clauses.map((clause) => words.happens.when(clause, null))
    : [words.happens.manual];
}

function when({ words }: Edition, clause: string, delayMinutes: number): string {
  return words.happens.when(clause, delayMinutes === 0 ? null : words.duration(delayMinutes));
}
