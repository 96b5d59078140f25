/** All that people wrote in play to somebody else, with who wrote it and who is to read it. */
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export interface PlayText {
  readonly kind:
    | 'message'
    | 'response'
    | 'note'
    | 'share'
    | 'request'
    | 'answer'
    | 'draft'
    | 'comment'
    | 'stance'
    | 'report';
  readonly seq: number;
  readonly field: string;
  /** Who wrote it; null for control. */
  readonly tableId: TableId | null;
  /** Tables that are to read it; null among them stands for control. */
  readonly readers: readonly (TableId | null)[];
  readonly text: string;
  readonly playMs: number;
}

type Source = Pick<
  FacilitatorView,
  | 'cast'
  | 'messages'
  | 'deliveries'
  | 'notes'
  | 'shares'
  | 'requests'
  | 'positions'
  | 'draftVersions'
  | 'draftComments'
  | 'obligations'
>;

export function playTexts(view: Source): PlayText[] {
  const control = view.cast.tables.find(({ isControl }) => isControl)?.tableId;
  const tableOf = new Map(
    view.cast.tables.flatMap(({ tableId, teamIds }) => teamIds.map((id) => [id, tableId] as const)),
  );
  const reader = (tableId: TableId | null) => (tableId === control ? null : tableId);
  return [
    ...Object.values(view.messages).flatMap(({ id, thread, from, text, playMs }) => {
      if (thread.kind !== 'table') return [];
      const isOwn = from === 'table';
      const tableId = isOwn ? thread.tableId : null;
      const readers = [isOwn ? null : thread.tableId];
      return [{ kind: 'message' as const, seq: id, field: 'text', tableId, readers, text, playMs }];
    }),
    ...Object.values(view.deliveries).flatMap(({ tableId, response }) =>
      response === null || reader(tableId) === null
        ? []
        : [toControl('response', response.seq, 'text', tableId, response.text, response.playMs)],
    ),
    ...Object.values(view.notes).map(({ seq, tableId, text, playMs }) =>
      toControl('note', seq, 'text', tableId, text, playMs),
    ),
    ...Object.values(view.shares).flatMap(({ seq, fromTableId, toTableIds, to, ...share }) => {
      const readers = [...toTableIds.map(reader), ...(to.contacts.length > 0 ? [null] : [])];
      const base = { kind: 'share' as const, seq, tableId: reader(fromTableId), readers };
      const { playMs } = share;
      return (['facts', 'ask'] as const).map((field) => ({
        ...base,
        field,
        text: share[field],
        playMs,
      }));
    }),
    ...Object.values(view.requests).flatMap((request): PlayText[] => {
      const { seq, kind, fromTableId, teams, contacts, askedTableId, answer } = request;
      const asked =
        kind === 'permission'
          ? [askedTableId]
          : [
              ...new Set(teams.flatMap((id) => tableOf.get(id) ?? [])),
              ...(contacts.length > 0 ? [null] : []),
            ];
      const field = kind === 'permission' ? 'reason' : 'text';
      const from = reader(fromTableId);
      const { text, playMs } = request;
      const readers = asked.map(reader);
      const own: PlayText = { kind: 'request', seq, field, tableId: from, readers, text, playMs };
      if (answer === null) return [own];
      const back = { kind: 'answer', seq: answer.seq, field: 'text', readers: [from] } as const;
      const { tableId } = answer;
      return [own, { ...back, tableId: reader(tableId), text: answer.text, playMs: answer.playMs }];
    }),
    ...togetherTexts(view, reader),
    ...Object.values(view.obligations).flatMap(({ tableId, report }) =>
      (report?.fields ?? []).map(({ fieldId, text }) =>
        toControl('report', report?.seq ?? 0, fieldId, tableId, text, report?.playMs ?? 0),
      ),
    ),
  ];
}

/** What is drafted and discussed together is read by all who take part. */
function togetherTexts(
  view: Source,
  reader: (tableId: TableId | null) => TableId | null,
): PlayText[] {
  const others = (positionId: string, own: TableId) =>
    (view.positions[positionId]?.tableIds ?? []).filter((id) => id !== own).map(reader);
  const drafts = (['draft', 'comment'] as const).flatMap((kind) =>
    Object.values(kind === 'draft' ? view.draftVersions : view.draftComments).map(
      ({ seq, positionId, tableId, text, playMs }): PlayText => ({
        kind,
        seq,
        field: 'text',
        tableId: reader(tableId),
        readers: others(positionId, tableId),
        text,
        playMs,
      }),
    ),
  );
  const stances = Object.values(view.positions).flatMap(({ id, voices, stances: taken }) =>
    taken.flatMap(({ seq, teamId, reason, playMs }): PlayText[] => {
      const tableId = voices.find((voice) => voice.teamId === teamId)?.tableId;
      if (tableId === undefined) return [];
      const readers = others(id, tableId);
      const base = { kind: 'stance', seq, field: 'reason', tableId: reader(tableId) } as const;
      return [{ ...base, readers, text: reason, playMs }];
    }),
  );
  return [...drafts, ...stances];
}

function toControl(
  kind: PlayText['kind'],
  seq: number,
  field: string,
  tableId: TableId,
  text: string,
  playMs: number,
): PlayText {
  return { kind, seq, field, tableId, readers: [null], text, playMs };
}
