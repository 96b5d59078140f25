/** A take-away in one language: names, times and durations as its reader reads them. */
import { playTime } from '../handout/play-time.js';
import { type HandoutLanguage, wordsIn } from '../handout/words/words.js';
import type { PartyId, TableId, TeamId } from '../protocol/ids.js';
import type { Moment, Takeaway, Written } from '../protocol/takeaway.js';
import { type LocalizedText, localize } from '../scenario/localize.js';
import { formatDateTime, formatOffset } from '../views/zone-time.js';
import { fill, type ReportWords, reportWords } from './words/words.js';

export class Reader {
  readonly takeaway: Takeaway;
  readonly language: HandoutLanguage;
  readonly words: ReportWords;
  /** Words that printed matter has in common. */
  readonly common: ReturnType<typeof wordsIn>;
  /** Where scenario times are told: a table's own zone, else UTC. */
  readonly timeZone: string;

  constructor(takeaway: Takeaway, language: HandoutLanguage) {
    this.takeaway = takeaway;
    this.language = language;
    this.words = reportWords(language);
    this.common = wordsIn(language);
    this.timeZone = this.#ownParty?.timeZone ?? 'UTC';
  }

  get #ownParty() {
    const { audience, tables, parties } = this.takeaway;
    if (audience.kind !== 'table') return undefined;
    const [own] = tables.find(({ tableId }) => tableId === audience.tableId)?.partyIds ?? [];
    return parties.find(({ id }) => id === own);
  }

  /** "Tokyo (UTC+9)", or "UTC". */
  get zone(): string {
    const party = this.#ownParty;
    if (party === undefined) return 'UTC';
    const atMs = this.takeaway.moments.find(({ scenarioMs }) => scenarioMs !== null)?.scenarioMs;
    return `${this.text(party.city)} (${formatOffset(atMs ?? 0, party.timeZone)})`;
  }

  /** One line, in the reader's language where there is one. */
  text(text: LocalizedText | null): string {
    if (text === null) return '';
    const { defaultLanguage } = this.takeaway.exercise;
    return localize(text, this.language, defaultLanguage).text.replace(/\s+/g, ' ').trim();
  }

  /** What somebody wrote, translated where somebody did. */
  written({ text, textIn }: Written): string {
    return (textIn[this.language] ?? text).trim();
  }

  party(partyId: PartyId): string {
    const party = this.takeaway.parties.find(({ id }) => id === partyId);
    return party === undefined ? partyId : this.text(party.name);
  }

  parties(partyIds: readonly PartyId[]): string {
    return this.common.join(partyIds.map((id) => this.party(id)));
  }

  team(teamId: TeamId): string {
    const team = this.takeaway.teams.find(({ id }) => id === teamId);
    return team === undefined ? teamId : this.text(team.name);
  }

  teams(teamIds: readonly TeamId[]): string {
    return this.common.join(teamIds.map((id) => this.team(id)));
  }

  /**
   * By the teams that sit there, whose names come in the reader's language; by its own name where it
   * has many of them, or where they are not known.
   */
  table(tableId: TableId | null): string {
    const table = this.takeaway.tables.find((one) => one.tableId === tableId);
    if (table === undefined) return '';
    const { name, teamIds, partyIds } = table;
    if (teamIds.length > 0 && (name === null || teamIds.length <= 2)) return this.teams(teamIds);
    return name === null ? this.parties(partyIds) : this.text(name);
  }

  /** `0:36` */
  play(ms: number | null): string {
    return ms === null ? '' : playTime(Math.floor(ms / 60_000));
  }

  story(ms: number | null): string {
    return ms === null ? '' : formatDateTime(ms, this.timeZone);
  }

  duration(ms: number | null): string {
    if (ms === null) return '';
    const { duration } = this.words;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 60) return fill(duration.seconds, { s: seconds });
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return fill(duration.minutes, { m: minutes });
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return fill(duration.hours, { h: hours, m: minutes % 60 });
    return fill(duration.days, { d: Math.floor(hours / 24), h: hours % 24 });
  }

  moment({ kind, title, detail }: Moment): string {
    const { moments, untitled } = this.words;
    const named = this.text(title);
    const lacking =
      kind === 'inject' ? untitled.inject : kind === 'share' ? untitled.share : untitled.other;
    const isLate = kind === 'reportFiled' && (detail === 'late' || detail === 'missed');
    return fill(isLate ? moments.reportFiledLate : moments[kind], {
      what: named === '' ? lacking : named,
      status:
        detail !== null && isStatus(this, detail) ? this.common.labels.assetStatus[detail] : '',
    });
  }

  /** Whose moment it was; with the nations that were told, where there are such. */
  who({ tableIds, partyIds, toPartyIds }: Moment): string {
    const tables = tableIds.length <= 2 ? tableIds.map((id) => this.table(id)) : [];
    const who = tables.length > 0 ? this.common.join(tables) : this.parties(partyIds);
    return toPartyIds.length === 0 ? who : `${who} → ${this.parties(toPartyIds)}`;
  }
}

function isStatus(
  { common }: Reader,
  detail: string,
): detail is keyof Reader['common']['labels']['assetStatus'] {
  return Object.hasOwn(common.labels.assetStatus, detail);
}
