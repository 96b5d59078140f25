/** A scenario for readers of one language: its texts in that language, and the words around them. */
import type { PartyId, TeamId } from '../protocol/ids.js';
import { type Localized, type LocalizedText, localize, textsOf } from '../scenario/localize.js';
import { type Playbook, teamsAddressed } from '../scenario/playbook.js';
import type { Contact, Party, Team } from '../scenario/schema.js';
import { everyone, type Recipient } from '../scenario/world-schema.js';
import { formatZoneTime } from '../views/zone-time.js';
import { Schedule } from './schedule.js';
import { type HandoutLanguage, type HandoutWords, wordsIn } from './words/words.js';

export interface Edition {
  readonly playbook: Playbook;
  readonly language: HandoutLanguage;
  readonly words: HandoutWords;
  readonly schedule: Schedule;
  /** How many texts of the scenario this language lacks. */
  readonly missing: number;
}

export function editionOf(playbook: Playbook, language: HandoutLanguage): Edition {
  const { scenario } = playbook;
  const texts = [...textsOf(scenario)];
  return {
    playbook,
    language,
    words: wordsIn(language),
    schedule: new Schedule(playbook),
    missing: texts.filter(
      ({ text }) => proseIn(text, language, scenario.defaultLanguage).isFallback,
    ).length,
  };
}

export function prose({ playbook, language }: Edition, text: LocalizedText): Localized {
  return proseIn(text, language, playbook.scenario.defaultLanguage);
}

function proseIn(text: LocalizedText, language: string, defaultLanguage: string): Localized {
  return localize(text, language, defaultLanguage);
}

/** A text within a sentence: one line. */
export function name(edition: Edition, text: LocalizedText): string {
  return prose(edition, text).text.replace(/\s+/g, ' ').trim();
}

export function teamName(edition: Edition, teamId: TeamId): string {
  const team = edition.playbook.teams.get(teamId);
  return team === undefined ? teamId : name(edition, team.name);
}

export function teamNames(edition: Edition, teamIds: readonly TeamId[]): string {
  return edition.words.join(teamIds.map((teamId) => teamName(edition, teamId)));
}

/** Teams, parties or everybody, as the scenario addresses them. */
export function recipientNames(edition: Edition, to: readonly Recipient[]): string {
  return edition.words.join(to.map((recipient) => recipientName(edition, recipient)));
}

function recipientName(edition: Edition, recipient: Recipient): string {
  if (recipient === everyone) return edition.words.labels.allTeams;
  const { playbook } = edition;
  const party = playbook.parties.get(recipient as PartyId);
  return party === undefined ? teamName(edition, recipient as TeamId) : name(edition, party.name);
}

export function injectNumber({ playbook }: Edition, injectId: string): string {
  return playbook.injects.get(injectId as never)?.number ?? injectId;
}

export function phaseName(edition: Edition, phaseId: string): string {
  const entry = edition.playbook.phases.get(phaseId as never);
  return entry === undefined ? phaseId : name(edition, entry.phase.title);
}

export function contactLine(edition: Edition, contact: Contact | undefined): string {
  if (contact === undefined) return '';
  return edition.words.person(name(edition, contact.name), name(edition, contact.role));
}

export function teamsOfParty({ playbook }: Edition, partyId: PartyId): readonly Team[] {
  return playbook.scenario.teams.filter(({ party }) => party === partyId);
}

export function isAddressed({ playbook }: Edition, to: readonly Recipient[], teamId: TeamId) {
  return teamsAddressed(playbook.scenario, to).includes(teamId);
}

/** A moment of the story on one party's clock. */
export function partyTime(edition: Edition, party: Party, scenarioMs: number): string {
  return formatZoneTime(scenarioMs, party.timeZone, name(edition, party.city));
}

/** A moment of the story on the clocks of all parties, each clock once. */
export function partyTimes(edition: Edition, scenarioMs: number): string[] {
  const { parties } = edition.playbook.scenario;
  return [...new Set(parties.map((party) => partyTime(edition, party, scenarioMs)))];
}
