/** The staff without a screen, for tests that look at players: casts, starts, and brings things about. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import { io, type Socket } from 'socket.io-client';
import { Api } from '../../integration/support/api.js';
import type { CommandInput } from '../../support/command-input.js';

export interface TableWish {
  readonly tableId: string;
  readonly name: string;
  readonly language: string;
  readonly teamIds: readonly string[];
}

export class StaffLine {
  readonly #socket: Socket;
  readonly #api: Api;
  readonly #exerciseId: string;

  private constructor(api: Api, exerciseId: string) {
    this.#api = api;
    this.#exerciseId = exerciseId;
    this.#socket = io(api.url, {
      forceNew: true,
      transports: ['websocket'],
      auth: { protocolVersion, exerciseId },
      extraHeaders: { cookie: api.cookie ?? '' },
    });
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
    const submission = { commandId: randomUUID(), command };
    const answer: Answer = await this.#socket.timeout(15_000).emitWithAck('command', submission);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`);
  }

  leave(): void {
    this.#socket.disconnect();
  }
}
