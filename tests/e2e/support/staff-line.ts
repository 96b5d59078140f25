/** The staff without a screen, for tests that look at players: casts, starts, and brings things about. */
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { Api } from '../../integration/support/api.js';
import type { CommandInput } from '../../support/command-input.js';
import { SocketPerson } from '../../support/socket-person.js';

export interface TableWish {
  readonly tableId: string;
  readonly name: string;
  readonly language: string;
  readonly teamIds: readonly string[];
}

export class StaffLine {
  readonly #person: SocketPerson<FacilitatorView>;
  readonly #api: Api;
  readonly #exerciseId: string;

  private constructor(api: Api, exerciseId: string) {
    this.#api = api;
    this.#exerciseId = exerciseId;
    this.#person = new SocketPerson({ url: api.url, exerciseId, cookie: api.cookie });
  }

  /** An exercise whose lobby is open. Injects wait for a confirmation: nothing comes by itself. */
  static async open(
    server: { readonly url: string; readonly staffLink: string },
    scenarioId: string,
    tables: readonly TableWish[],
  ): Promise<StaffLine> {
    const api = new Api(server.url);
    await api.signIn(server.staffLink);
    const { exerciseId } = await api.must<{ exerciseId: string }>('/api/exercises', {
      scenarioId,
      title: 'Exchange drill',
      pace: 'confirm',
      mode: 'coach',
    });
    await api.staffSeat(exerciseId, 'Fe Cruz');
    const staff = new StaffLine(api, exerciseId);
    await staff.#person.sitDown();
    await staff.do({
      type: 'CastTeams',
      casting: { tables: [...tables], controlled: [] },
    } as never);
    await staff.do({ type: 'OpenLobby' });
    return staff;
  }

  /** Where each table's people join. */
  async links(): Promise<Map<string, string>> {
    const { tables } = await this.#api.links(this.#exerciseId);
    return new Map(
      tables.map(({ tableId, code }) => [`${tableId}`, `${this.#api.url}/join/${code}`]),
    );
  }

  async do(command: CommandInput): Promise<void> {
    await this.#person.must(command);
  }

  leave(): void {
    this.#person.leave();
  }
}
