/** Who speaks and who is spoken to: the teams, parties and contacts that a list names. */
import { scenarioLimits } from '../../scenario/limits.js';
import { cleanTitle } from '../clean-text.js';
import type { Draft } from '../draft.js';
import { quote } from '../finding.js';
import type { Tally } from '../tally.js';
import { KeyBook } from './key-book.js';
import { splitJoined, splitList } from './lists.js';
import type { MselEntry } from './msel-entries.js';
import { isEveryone } from './msel-words.js';

/** Between names in a cell; a slash is part of names such as "PR/Comm". */
const separators = ';,、，；\n';

/** Some are left for parties that have no team of their own. */
const mostTeams = scenarioLimits.teams - scenarioLimits.parties;

/**
 * Findings: `msel/team-made`, `msel/no-recipient`, `msel/no-sender`, `msel/too-many-teams`,
 * `msel/too-many-senders`, `import/placeholder-team`.
 */
export class MselPeople {
  readonly #draft: Draft;
  readonly #tally: Tally;
  readonly #toBook = new KeyBook();
  readonly #fromBook = new KeyBook();
  /** Recipients and contacts made so far, by key or by name. */
  readonly #recipients = new Map<string, string>();
  readonly #contacts = new Map<string, string>();
  readonly #parties = new Map<string, string>();

  constructor(draft: Draft, entries: readonly MselEntry[], tally: Tally) {
    this.#draft = draft;
    this.#tally = tally;
    for (const { texts } of entries) {
      if (texts.toKeys !== undefined)
        this.#toBook.learn(namesIn(texts.to ?? '', true), splitList(texts.toKeys, '|'));
      if (texts.fromKey !== undefined)
        this.#fromBook.learn([(texts.from ?? '').trim()], [texts.fromKey.trim()]);
    }
  }

  /** Ids of the recipients; teams that are not there yet are made. */
  to({ texts, where }: MselEntry): string[] {
    const keys = texts.toKeys === undefined ? [] : splitList(texts.toKeys, '|');
    const names = namesIn(texts.to ?? '', texts.toKeys !== undefined);
    if (names.length === 0) {
      this.#tally.add('msel/no-recipient', where, 'no recipient', 'it goes to all');
      return ['all'];
    }
    const isPaired = names.length === keys.length;
    const ids = names.flatMap((name, index) => {
      const key = this.#toBook.keyFor(name, isPaired ? keys[index] : undefined);
      if (key !== null) return this.#keyed(key, name, where);
      return name === '' ? [] : this.#named(name, where);
    });
    if (ids.length === 0) return ['all'];
    return [...new Set(ids)].slice(0, 250);
  }

  from({ texts, where }: MselEntry): string {
    const name = (texts.from ?? '').trim();
    if (name === '') {
      this.#tally.add('msel/no-sender', where, 'no sender', 'a contact “SimCell” speaks');
      return this.#contact('SimCell', undefined, where);
    }
    const key = this.#fromBook.keyFor(name, texts.fromKey?.trim());
    return this.#contact(name, key ?? undefined, where);
  }

  /** A party for what has none of its own. */
  get anyParty(): string {
    return this.#draft.parts.parties[0]?.id ?? this.#party('participants', 'Participants');
  }

  /** Every party has a team, and there is one at all. */
  complete(): void {
    const { parts, findings } = this.#draft;
    if (parts.teams.length === 0 && parts.parties.length === 0) {
      findings.note(
        'import/placeholder-team',
        '',
        'the source names no teams',
        'one stands for all; add yours',
      );
      this.#draft.team('Players', this.anyParty, { id: 'players' });
    }
    for (const { id, name } of parts.parties) {
      if (parts.teams.some(({ party }) => party === id)) continue;
      findings.note(
        'import/placeholder-team',
        '',
        `no team of ${quote(String(name))} is named`,
        'one stands for all; add yours',
      );
      this.#draft.team(String(name), id, { id: `${id}-team` });
    }
  }

  /** "all", "jp/*" for a party, "jp/jp-port" for a team of it. */
  #keyed(key: string, name: string, where: string): string {
    if (key === 'all') return 'all';
    const known = this.#recipients.get(key);
    if (known !== undefined) return known;
    const [party = '', team = ''] = key.split('/');
    if (team === '*' || team === '') {
      const id = this.#party(party, name || party);
      this.#recipients.set(key, id);
      return id;
    }
    if (this.#isFull(scenarioLimits.teams, where)) return 'all';
    const id = this.#draft.team(name || team, this.#party(party, party), { id: team });
    this.#recipients.set(key, id);
    return id;
  }

  #named(name: string, where: string): string {
    if (isEveryone(name)) return 'all';
    const wish = `name ${name.toLowerCase()}`;
    const known = this.#recipients.get(wish);
    if (known !== undefined) return known;
    if (this.#isFull(mostTeams, where)) return 'all';
    const { title } = cleanTitle(name, where, this.#draft.findings);
    const id = this.#draft.team(title, this.#party('participants', 'Participants'));
    this.#recipients.set(wish, id);
    this.#draft.findings.note(
      'msel/team-made',
      where,
      `the recipient ${quote(name)}`,
      `a team “${id}” was made for it`,
    );
    return id;
  }

  #isFull(limit: number, where: string): boolean {
    if (this.#draft.parts.teams.length < limit) return false;
    const told = `more than ${limit} recipients`;
    this.#tally.add('msel/too-many-teams', where, told, 'it goes to all', 'warning');
    return true;
  }

  #party(id: string, name: string): string {
    const known = this.#parties.get(id);
    if (known !== undefined) {
      // A party first met through one of its teams gets its name here.
      const entry = this.#draft.parts.parties.find((party) => party.id === known);
      if (entry !== undefined && entry.name === id) entry.name = name;
      return known;
    }
    const taken = this.#draft.party(name, id);
    this.#parties.set(id, taken);
    return taken;
  }

  #contact(name: string, key: string | undefined, where: string): string {
    const wish = key ?? `name ${name.toLowerCase()}`;
    const known = this.#contacts.get(wish);
    if (known !== undefined) return known;
    const [first] = this.#draft.parts.contacts;
    if (first !== undefined && this.#draft.parts.contacts.length >= scenarioLimits.contacts) {
      const told = `more than ${scenarioLimits.contacts} senders`;
      this.#tally.add('msel/too-many-senders', where, told, 'the first of all speaks', 'warning');
      return first.id;
    }
    const { title } = cleanTitle(name, where, this.#draft.findings);
    const id = this.#draft.contact(title, key);
    this.#contacts.set(wish, id);
    return id;
  }
}

function namesIn(text: string, isOwn: boolean): string[] {
  if (!isOwn) return splitList(text, separators);
  return text.trim() === '' ? [] : splitJoined(text, ';').map((name) => name.trim());
}
