/** What a seat may do, asked the way screens ask: of an inject, of a table, of anybody at all. */
import type { InjectId, TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import {
  type CommandType,
  mayDo,
  type RightsSeat,
  type RightsSubject,
} from '@trilogue/engine/views/rights-view';
import { rightsSubjects } from './rights-subjects';

export interface May {
  /** Without a subject: to everybody, as for what touches the exercise as a whole. */
  (type: CommandType, subject?: RightsSubject): boolean;
  readonly inject: (type: CommandType, injectId: InjectId) => boolean;
  readonly table: (type: CommandType, tableId: TableId) => boolean;
  /** To somebody at least: for a button that opens something in which each choice is asked again. */
  readonly some: (type: CommandType) => boolean;
  /** Null for whoever has no seat. */
  readonly seat: RightsSeat | null;
}

export function mayOf(
  seat: RightsSeat | null,
  view: Pick<FacilitatorView, 'injects' | 'cast'>,
): May {
  const subjects = rightsSubjects(view);
  const may = (type: CommandType, subject: RightsSubject = {}) =>
    seat !== null && mayDo(seat, type, subject);
  return Object.assign(may, {
    seat,
    inject: (type: CommandType, injectId: InjectId) => may(type, subjects.inject(injectId)),
    table: (type: CommandType, tableId: TableId) => may(type, subjects.table(tableId)),
    some: (type: CommandType) =>
      may(type, { isControl: true, isSelf: true, isFromDeck: true }) ||
      view.cast.teams.some((team) => may(type, { teams: [team] })),
  });
}
