/** A room full of canaries: a server, its staff, guests at tables and a wall, and what each may hear. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseLinks, SeatGrant } from '@trilogue/engine/protocol/http';
import type { Audience } from '@trilogue/engine/views/audience';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { View } from '@trilogue/engine/views/project';
import { onTestFinished } from 'vitest';
import { startApp } from '../../../server/src/app.js';
import { defaultLimits, defaultSafety } from '../../../server/src/config.js';
import { type Canary, tokensIn } from '../../support/canary.js';
import { Ledger } from '../../support/canary-ledger.js';
import { Api } from './api.js';
import { type CommandInput, type Facilitator, Person } from './person.js';
import { tempDir } from './server.js';

export interface Guest {
  readonly name: string;
  /** Whose words these were, too: nobody is betrayed by hearing them again. */
  readonly said: string[];
  readonly audienceAtDoor: Audience;
  readonly heard: () => readonly string[];
  readonly seatId: string | null;
}

export interface Seated<V extends View> {
  readonly name: string;
  readonly guest: Guest;
  readonly api: Api;
  readonly grant: SeatGrant;
  readonly person: Person<V>;
  do(command: CommandInput): ReturnType<Person<V>['do']>;
  /** As `do`, for what has to be accepted. */
  must(command: CommandInput): Promise<void>;
}

export type PlayerSeat = Seated<PlayerView>;

/** Names in the fixture's words, to the tokens that took their place. */
export class Names {
  readonly canary: Canary;

  constructor(canary: Canary) {
    this.canary = canary;
  }

  readonly id = (name: string): string => {
    const token = this.canary.ids.get(name);
    if (token === undefined) throw new Error(`no id "${name}"`);
    return token;
  };

  readonly part = (name: string): string => {
    const token = this.canary.parts.get(name);
    if (token === undefined) throw new Error(`no part "${name}"`);
    return token;
  };

  readonly say = (): string => `Typed ${this.canary.tokens.mint({ kind: 'typed', of: '' })}`;
}

const at = (tableId: string): Audience => ({ role: 'player', tableId: tableId as never });
const doorOf = (tableId: string): Audience =>
  tableId === 'wall' ? { role: 'observer' } : at(tableId);

export class Room extends Names {
  readonly url: string;
  readonly staff: Api;
  readonly exerciseId: string;
  readonly facilitator: Facilitator;
  readonly links: ExerciseLinks;
  readonly guests: Guest[] = [];
  /** What stands in no scenario and no log: names and drafts, by who may hear them. */
  readonly #asides: { readonly token: string; readonly tableId: string }[] = [];
  /** Codes, tokens and seats, which have no shape of their own. */
  readonly #plain: Set<string>;

  private constructor(
    canary: Canary,
    parts: Pick<Room, 'url' | 'staff' | 'exerciseId' | 'facilitator' | 'links'>,
  ) {
    super(canary);
    this.url = parts.url;
    this.staff = parts.staff;
    this.exerciseId = parts.exerciseId;
    this.facilitator = parts.facilitator;
    this.links = parts.links;
    const { tables, observerCode, evaluatorCode, translatorCode } = parts.links;
    const codes = tables.map(({ code }) => code);
    this.#plain = new Set([...codes, observerCode, evaluatorCode, translatorCode]);
  }

  static async open(canary: Canary): Promise<Room> {
    const names = new Names(canary);
    const { url, staff } = await serve(canary);
    const { exerciseId } = await staff.must<{ exerciseId: string }>('/api/exercises', {
      scenarioId: canary.scenario.id,
      title: canary.tokens.mint({ kind: 'exercise title', of: '' }),
      pace: 'confirm',
      mode: 'coach',
    });
    await staff.staffSeat(exerciseId, names.say());
    const { cookie } = staff;
    const facilitator = await Person.sit<FacilitatorView>({ url, exerciseId, cookie });
    await facilitator.must({ type: 'CastTeams', casting: cast(names) });
    const links = await staff.links(exerciseId);
    return new Room(canary, { url, staff, exerciseId, facilitator, links });
  }

  codeOf(tableId: string): string {
    const { tables, observerCode } = this.links;
    return tables.find((table) => table.tableId === tableId)?.code ?? observerCode;
  }

  /** Everything in it that may be a secret. */
  secrets(heard: string): string[] {
    return [...tokensIn(heard), ...[...this.#plain].filter((secret) => heard.includes(secret))];
  }

  describe(token: string): string {
    const about = this.canary.tokens.about.get(token);
    return about === undefined ? token : `${about.kind} ${about.of} ${token}`;
  }

  /** What is neither in the scenario nor in the log, and whose table may hear it. */
  noteAside(text: string, tableId: string): void {
    for (const token of tokensIn(text)) this.#asides.push({ token, tableId });
  }

  /** Somebody with a code in their hand, who has not sat down. */
  receive(tableId: string, api: Api): void {
    this.guests.push({
      name: `${tableId} at the door`,
      said: [this.exerciseId],
      audienceAtDoor: doorOf(tableId),
      heard: () => api.heard,
      seatId: null,
    });
  }

  async sit<V extends View>(tableId: string): Promise<Seated<V>> {
    const { url, exerciseId, guests } = this;
    const api = new Api(url);
    const name = this.say();
    const grant = await api.join(this.codeOf(tableId), name);
    const person = await Person.sit<V>({ url, exerciseId, token: grant.token });
    this.#noteSeat(grant);
    this.noteAside(name, tableId);
    const guest: Guest = {
      name: `${tableId} ${guests.length}`,
      said: [grant.seatId, grant.token],
      audienceAtDoor: doorOf(tableId),
      heard: () => [...api.heard, ...person.heard],
      seatId: grant.seatId,
    };
    guests.push(guest);
    const say = (command: CommandInput) => {
      guest.said.push(...this.secrets(JSON.stringify(command)));
      return person.do(command);
    };
    return {
      name,
      guest,
      api,
      grant,
      person,
      do: say,
      must: async (command) => {
        const answer = await say(command);
        if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`);
      },
    };
  }

  /** Somebody of the staff who came in by a code; nobody else is to hear of them. */
  async sitWithStaff(role: 'evaluator' | 'translator'): Promise<Facilitator> {
    const { url, exerciseId, links } = this;
    const code = role === 'evaluator' ? links.evaluatorCode : links.translatorCode;
    const grant = await new Api(url).join(code, this.say());
    this.#noteSeat(grant);
    return Person.sit<FacilitatorView>({ url, exerciseId, token: grant.token });
  }

  /** By name: what each guest was given at some moment, and what they said themselves. */
  allowances(facts: readonly Fact[]): ReadonlyMap<string, ReadonlySet<string>> {
    const { canary, guests } = this;
    const ledger = new Ledger(canary.scenario, canary.tokens);
    const allowed = new Map(guests.map(({ name, said }) => [name, new Set(said)]));
    const grant = (guest: Guest, audience: Audience) => {
      const mine = allowed.get(guest.name) ?? new Set();
      for (const token of canary.tokens.about.keys()) {
        if (!mine.has(token) && ledger.mayHold(audience, token)) mine.add(token);
      }
      for (const { token, tableId } of this.#asides) {
        if (audience.role === 'player' && audience.tableId === tableId) mine.add(token);
      }
    };
    for (const fact of facts) {
      ledger.take(fact);
      for (const guest of guests) {
        const audience = guest.seatId === null ? null : ledger.audienceOf(guest.seatId);
        if (audience !== null) grant(guest, audience);
        else if (fact.type === 'TeamsCast') grant(guest, guest.audienceAtDoor);
      }
    }
    return allowed;
  }

  #noteSeat({ seatId, token }: SeatGrant): void {
    this.#plain.add(seatId).add(token);
    this.canary.tokens.note(seatId, { kind: 'seat', of: seatId });
  }
}

async function serve({ scenario }: Canary) {
  const scenariosDir = tempDir();
  mkdirSync(join(scenariosDir, 'canary'));
  writeFileSync(join(scenariosDir, 'canary', 'scenario.json'), JSON.stringify(scenario));
  const dataDir = tempDir();
  const app = await startApp({
    host: '127.0.0.1',
    port: 0,
    otherPorts: 0,
    dataDir,
    scenariosDir,
    clientDir: join(dataDir, 'no-client'),
    logLevel: 'silent',
    limits: {
      ...defaultLimits,
      commandsPerSecond: 5_000,
      draftsPerSecond: 5_000,
      failureDelayMs: 0,
    },
    ...defaultSafety,
  });
  onTestFinished(() => app.close());
  const staff = new Api(app.url);
  await staff.signIn(app.staffLink ?? '');
  return { url: app.url, staff };
}

/** A table for each team: Cebu sits by, and hears nothing of what the others tell each other. */
function cast(names: Names) {
  const { tokens } = names.canary;
  const named = (tableId: string, teams: readonly string[]) => ({
    tableId: tokens.note(tableId, { kind: 'table id', of: tableId }),
    name: `Table ${tokens.mint({ kind: 'table name', of: tableId })}`,
    teamIds: teams.map((team) => names.id(team)),
  });
  return {
    tables: [
      named('tokyo', ['jp-port']),
      named('manila', ['ph-customs']),
      named('cebu', ['ph-cert']),
    ],
    controlled: [],
  };
}
