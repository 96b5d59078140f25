/** Teams and organisations of an OpenAEV export. People stay out: a scenario names no persons. */
import { scenarioLimits } from '../../scenario/limits.js';
import { cleanTitle } from '../clean-text.js';
import { quote } from '../finding.js';
import { fieldOf, type JsonRecord, textOf, textsIn } from '../json-shape.js';
import type { OpenaevSource } from './openaev-source.js';

/** Findings: `openaev/person-left-out`, `openaev/no-recipient`, `openaev/unknown-team`, `openaev/too-many-teams`, `import/placeholder-team`. */
export class OpenaevPeople {
  readonly #source: OpenaevSource;
  /** Ids in the draft, by those of the source. */
  readonly #parties = new Map<string, string>();
  readonly #teams = new Map<string, string>();
  /** The contact who speaks in all injects. */
  readonly sender: string;

  constructor(source: OpenaevSource) {
    this.#source = source;
    const { draft } = source;
    for (const { record, where } of source.entries('organizations', 'organization_id')) {
      const { title } = cleanTitle(
        textOf(record, 'organization_name') ?? 'Organisation',
        where,
        draft.findings,
      );
      if (draft.parts.parties.length >= scenarioLimits.parties) break;
      this.#parties.set(textOf(record, 'organization_id') ?? where, draft.party(title));
    }
    for (const { record, where } of source.entries('teams', 'team_id'))
      this.#addTeam(record, where);
    const people = source.entries('users', 'user_id');
    if (people.length > 0) {
      draft.findings.note(
        'openaev/person-left-out',
        `${source.prefix}users`,
        `${people.length} persons`,
        'they were left out: a scenario names teams, people join at the exercise',
      );
    }
    this.sender = draft.contact('SimCell', 'simcell');
  }

  recipients(record: JsonRecord, where: string): string[] {
    const { findings } = this.#source.draft;
    const isAll =
      fieldOf(record, 'inject_all_teams') === true ||
      fieldOf(record, 'inject_all_audiences') === true;
    if (isAll) return ['all'];
    const wanted = [
      ...textsIn(fieldOf(record, 'inject_teams')),
      ...textsIn(fieldOf(record, 'inject_audiences')),
    ];
    const known = wanted.flatMap((id) => {
      const team = this.#teams.get(id);
      if (team === undefined)
        findings.warn('openaev/unknown-team', where, quote(id), 'it was left out');
      return team ?? [];
    });
    if (known.length > 0) return [...new Set(known)].slice(0, scenarioLimits.recipients);
    findings.warn('openaev/no-recipient', where, 'no team receives it', 'it goes to all');
    return ['all'];
  }

  /** Every party has a team, and there is one at all. */
  complete(): void {
    const { parts, findings } = this.#source.draft;
    if (parts.parties.length === 0) this.#anyParty();
    for (const { id, name } of parts.parties) {
      if (parts.teams.some(({ party }) => party === id)) continue;
      findings.note(
        'import/placeholder-team',
        '',
        `no team belongs to ${quote(String(name))}`,
        'one stands for all; add yours',
      );
      this.#source.draft.team(String(name), id, { id: `${id}-team` });
    }
  }

  #addTeam(record: JsonRecord, where: string): void {
    const { draft } = this.#source;
    if (draft.parts.teams.length >= scenarioLimits.teams - scenarioLimits.parties) {
      draft.findings.warn(
        'openaev/too-many-teams',
        where,
        'there are too many teams',
        'it was left out',
      );
      return;
    }
    const { title } = cleanTitle(textOf(record, 'team_name') ?? 'Team', where, draft.findings);
    const party = this.#parties.get(textOf(record, 'team_organization') ?? '') ?? this.#anyParty();
    const description = textOf(record, 'team_description');
    const tags = this.#source.tagNames(textsIn(fieldOf(record, 'team_tags')));
    const mission = [description ?? '', tags === '' ? '' : `Tags: ${tags}`]
      .filter((part) => part !== '')
      .join('\n\n');
    const id = draft.team(
      title || 'Team',
      party,
      mission === '' ? {} : { mission: this.#source.text(mission, where) },
    );
    this.#teams.set(textOf(record, 'team_id') ?? where, id);
  }

  #anyParty(): string {
    const known = this.#parties.get('');
    if (known !== undefined) return known;
    const id = this.#source.draft.party('Participants', 'participants');
    this.#parties.set('', id);
    return id;
  }
}
