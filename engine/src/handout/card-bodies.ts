/** The words of each kind of card, through the allow-list of `card.ts`. */
import type { TeamId } from '../protocol/ids.js';
import type { Expectation, Inject, InjectVariant } from '../scenario/inject-schema.js';
import type { Localized, LocalizedText } from '../scenario/localize.js';
import type { Obligation } from '../scenario/obligation-schema.js';
import { teamsAddressed } from '../scenario/playbook.js';
import type { JointPosition } from '../scenario/position-schema.js';
import type { InformationItem } from '../scenario/sharing-schema.js';
import type { InjectCard, ItemCard, ItemText, PositionCard, ReportCard } from './card.js';
import {
  contactLine,
  type Edition,
  isAddressed,
  name,
  prose,
  recipientNames,
  teamName,
  teamNames,
} from './edition.js';
import { positionRuleWords } from './rule-words.js';

export interface InjectForm {
  /** Null where every draw reads the same to this team. */
  readonly variant: InjectVariant | null;
  readonly card: InjectCard;
}

/** The forms in which a team may receive an inject: one, or one for each variant that differs. */
export function injectForms(edition: Edition, inject: Inject, teamId: TeamId): InjectForm[] {
  const draws = inject.variants ?? [null];
  const forms = draws.map((variant) => ({
    variant,
    card: injectCard(edition, inject, variant, teamId),
  }));
  const different = forms.filter(
    ({ card }, index) =>
      forms.findIndex((other) => JSON.stringify(other.card) === JSON.stringify(card)) === index,
  );
  return different.length > 1
    ? different
    : different.slice(0, 1).map(({ card }) => ({ variant: null, card }));
}

/** As on the screen: words for this team over those of the variant over the inject's own. */
function injectCard(
  edition: Edition,
  inject: Inject,
  variant: InjectVariant | null,
  teamId: TeamId,
): InjectCard {
  const { playbook } = edition;
  const own = inject.perRecipient.find(({ to }) => isAddressed(edition, to, teamId));
  const from = own?.from ?? variant?.from ?? inject.from;
  const asked = inject.expectations.filter(
    ({ announced, teams }) =>
      announced && (teams ?? playbook.recipients.get(inject.id) ?? []).includes(teamId),
  );
  return {
    kind: 'inject',
    channel: inject.channel,
    from: contactLine(edition, playbook.contacts.get(from)),
    tlp: inject.tlp,
    title: prose(edition, own?.title ?? variant?.title ?? inject.title),
    body: withoutBanner(prose(edition, own?.body ?? variant?.body ?? inject.body)),
    choices: (inject.choices ?? []).map(({ label }) => prose(edition, label)),
    tasks: asked.map((expectation) => taskWords(edition, inject, expectation, teamId)),
    isAnswered: asked.some(({ kind }) => kind === 'respond'),
  };
}

/** The card has a banner of its own. */
function withoutBanner(body: Localized): Localized {
  return { ...body, text: body.text.replace(/^[\s*_#]*EXERCISE EXERCISE EXERCISE[*_]*\s*/, '') };
}

function taskWords(
  edition: Edition,
  inject: Inject,
  expectation: Expectation,
  teamId: TeamId,
): string {
  const { words } = edition;
  const title = aboutOf(edition, inject, expectation, teamId);
  const about = title === null ? null : name(edition, title);
  const to = 'with' in expectation ? recipientNames(edition, expectation.with) : null;
  const task = words.cards.task(words.labels.task[expectation.kind], about, to);
  return words.cards.due(task, words.duration(expectation.withinMinutes));
}

/** What a task is about, where this team knows of it by the time it reads the card. */
function aboutOf(
  { playbook }: Edition,
  inject: Inject,
  expectation: Expectation,
  teamId: TeamId,
): LocalizedText | null {
  if (expectation.kind === 'share') {
    const item = playbook.items.get(expectation.item);
    if (item === undefined || (item.comesWith ?? inject.id) !== inject.id) return null;
    const holds = teamsAddressed(playbook.scenario, item.holders).includes(teamId);
    return holds ? item.title : null;
  }
  if (expectation.kind === 'agree') {
    const position = playbook.positions.get(expectation.position);
    return position?.comesWith === inject.id ? position.title : null;
  }
  return null;
}

export function itemCard(edition: Edition, item: InformationItem): ItemCard {
  const { playbook } = edition;
  const { originator, sanitised } = item;
  const contact = playbook.contacts.get(originator as never);
  const textOf = (form: Pick<InformationItem, 'body' | 'tlp' | 'releasableTo'>): ItemText => ({
    tlp: form.tlp,
    body: prose(edition, form.body),
    releasableTo: recipientNames(edition, form.releasableTo),
  });
  return {
    kind: 'item',
    title: prose(edition, item.title),
    originator:
      contact === undefined
        ? teamName(edition, originator as never)
        : contactLine(edition, contact),
    whole: textOf(item),
    hasPersonalData: item.personalData,
    sanitised: sanitised === undefined ? null : textOf(sanitised),
  };
}

export function positionCard(
  edition: Edition,
  position: JointPosition,
  teamId: TeamId,
): PositionCard {
  const { words } = edition;
  return {
    kind: 'position',
    title: prose(edition, position.title),
    question: prose(edition, position.question),
    voices: teamNames(edition, position.voices),
    hasVoice: position.voices.includes(teamId),
    rule: positionRuleWords(edition, position.rule),
    within: words.duration(position.withinMinutes),
    options: (position.options ?? []).map(({ label }) => prose(edition, label)),
    text: position.text === undefined ? null : prose(edition, position.text),
  };
}

export function reportCard(edition: Edition, obligation: Obligation): ReportCard {
  const { playbook, words } = edition;
  return {
    kind: 'report',
    title: prose(edition, obligation.title),
    rule: obligation.rule === undefined ? null : prose(edition, obligation.rule),
    to: contactLine(edition, playbook.contacts.get(obligation.to)),
    within: words.storyHours(obligation.withinHours),
    fields: obligation.fields.map(({ label, required, long }) => ({
      label: prose(edition, label),
      isRequired: required,
      isLong: long,
    })),
  };
}
