/** What players do in a random drill, and control for them: answer, share, ask, decide, report. */

import type { PositionSubject } from '@trilogue/engine/exercise/command-parts';
import type { CommandType } from '@trilogue/engine/exercise/commands';
import { injectOf, injectState } from '@trilogue/engine/exercise/state';
import { controlTableId } from '@trilogue/engine/exercise/state-parts';
import type {
  ChoiceId,
  ContactId,
  FieldId,
  ItemId,
  ObligationId,
  PositionId,
  TableId,
  TeamId,
} from '@trilogue/engine/protocol/ids';
import { shareChannels, stances, tlpLabels } from '@trilogue/engine/protocol/parts';
import type { ItemForm } from '@trilogue/engine/scenario/sharing-schema';
import { asSeat, type Builders, type Chooser, director } from './drill-chooser.js';

type PlayType = Extract<
  CommandType,
  'OpenInject' | 'AcknowledgeInject' | 'SendResponse' | 'MakeChoice' | 'SendMessage'
>;

export const playBuilders: Builders<PlayType> = {
  OpenInject: (at) => {
    const { actor, injectId } = answering(at);
    return { actor, command: { type: 'OpenInject', injectId } };
  },
  AcknowledgeInject: (at) => {
    const { actor, as, injectId } = answering(at);
    return { actor, command: { type: 'AcknowledgeInject', injectId, ...as } };
  },
  SendResponse: (at) => {
    const { actor, as, injectId } = answering(at);
    return {
      actor,
      command: { type: 'SendResponse', injectId, text: at.words('Answer'), ...as },
    };
  },
  MakeChoice: (at) => {
    const { actor, as, injectId } = answering(at, (id) => {
      return injectOf(at.state, id)?.choices !== undefined;
    });
    const choices = injectOf(at.state, injectId)?.choices ?? [];
    const choiceId = at.from(choices, { id: 'none' as ChoiceId }).id;
    return { actor, command: { type: 'MakeChoice', injectId, choiceId, ...as } };
  },
  SendMessage: (at) => {
    const text = at.words('Message');
    const speaker = at.dice.upTo(9);
    if (speaker < 5) {
      const { actor, tableId } = at.actingAt([at.playedTable()]);
      return { actor, command: { type: 'SendMessage', thread: { kind: 'table', tableId }, text } };
    }
    if (speaker < 8) {
      const actor = asSeat(at.dice.oneOf(['director', 'evaluator1', 'translator1']));
      return { actor, command: { type: 'SendMessage', thread: { kind: 'staff' }, text } };
    }
    const as = at.dice.isIn(60) ? { as: at.dice.oneOf(at.scenario.contacts).id } : {};
    const thread = { kind: 'table', tableId: at.table() } as const;
    return { actor: director, command: { type: 'SendMessage', thread, text, ...as } };
  },
};

type ExchangeType = Extract<
  CommandType,
  | 'ShareInformation'
  | 'RequestInformation'
  | 'RequestPermission'
  | 'AnswerRequest'
  | 'TakeStance'
  | 'DraftText'
  | 'CommentOnDraft'
  | 'FileReport'
  | 'OpenPosition'
  | 'ExtendPosition'
  | 'OverridePosition'
  | 'StartObligation'
>;

export const exchangeBuilders: Builders<ExchangeType> = {
  ShareInformation: (at) => {
    const { dice } = at;
    const { actor, tableId, as, items, held } = passing(at);
    const marking = dice.isIn(70) ? held : dice.oneOf(tlpLabels);
    const reply = at.from(requestsTo(at, tableId), undefined);
    const to = addressees(at, tableId, reply?.tableId);
    const named = marking === 'RED' ? namedAt(at, to.teams) : [];
    return {
      actor,
      command: {
        type: 'ShareInformation',
        ...as,
        to,
        seatIds: dice.isIn(4) ? at.seatsAt([tableId]) : named,
        channel: dice.oneOf(shareChannels),
        marking,
        items,
        facts: at.words('Fact'),
        confidence: dice.oneOf([null, 'low', 'moderate', 'high']),
        ask: dice.isIn(40) ? at.words('Ask') : '',
        inReplyTo: reply !== undefined && dice.isIn(70) ? reply.seq : null,
        evenSo: dice.isIn(60),
      },
    };
  },
  RequestInformation: (at) => {
    const { actor, tableId, as } = at.actingAt([at.table()]);
    return {
      actor,
      command: {
        type: 'RequestInformation',
        ...as,
        to: addressees(at, tableId),
        channel: at.dice.oneOf(shareChannels),
        marking: at.dice.oneOf(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT']),
        text: at.words('Request'),
      },
    };
  },
  RequestPermission: (at) => {
    const { actor, tableId, as, items } = passing(at);
    const { itemId, form } = at.from(items, { itemId: anyItem(at), form: 'full' as ItemForm });
    return {
      actor,
      command: {
        type: 'RequestPermission',
        ...as,
        itemId,
        form,
        teams: at.dice.some(teamsBut(at, tableId), 1, 2),
        reason: at.words('Reason'),
      },
    };
  },
  AnswerRequest: (at) => {
    const open = [...at.state.requests.values()].filter(({ answer }) => answer === null);
    const request = at.from(open, at.from([...at.state.requests.values()], undefined));
    const asked =
      request?.kind === 'permission' ? [request.originatorId] : (request?.to.tableIds ?? []);
    const { actor, as } = at.actingAt(asked.filter((tableId) => tableId !== null));
    return {
      actor: asked.length === 0 || asked[0] === null ? director : actor,
      command: {
        type: 'AnswerRequest',
        ...as,
        requestSeq: request?.seq ?? 1,
        isGranted: at.dice.isIn(65),
        text: at.dice.isIn(60) ? at.words('Answer') : '',
      },
    };
  },
  TakeStance: (at) => {
    const positionId = position(at, 'open');
    const voices = at.state.positions.get(positionId)?.voices ?? [];
    const voice = at.from(voices, { teamId: anyTeam(at), tableId: at.table() });
    return {
      actor: at.actingAt([voice.tableId]).actor,
      command: {
        type: 'TakeStance',
        positionId,
        teamId: at.dice.isIn(95) ? voice.teamId : anyTeam(at),
        on: subject(at, positionId),
        // Most wish to agree, else nothing ever would be.
        stance: at.dice.isIn(60) ? 'concur' : at.dice.oneOf(stances),
        reason: at.dice.isIn(50) ? at.words('Reason') : '',
      },
    };
  },
  DraftText: (at) => {
    const positionId = position(at, 'open', true);
    const { tableIds = [], version = 0 } = at.state.positions.get(positionId) ?? {};
    const { actor, as } = at.actingAt(tableIds);
    const baseVersion = at.dice.isIn(90) ? version : at.dice.upTo(3);
    const text = at.words('Draft');
    return { actor, command: { type: 'DraftText', ...as, positionId, baseVersion, text } };
  },
  CommentOnDraft: (at) => {
    const positionId = position(at, 'open', true);
    const { tableIds = [], version = 0 } = at.state.positions.get(positionId) ?? {};
    const { actor, as } = at.actingAt(tableIds);
    const text = at.words('Comment');
    const about = at.dice.upTo(version + (at.dice.isIn(5) ? 1 : 0));
    return { actor, command: { type: 'CommentOnDraft', ...as, positionId, version: about, text } };
  },
  FileReport: (at) => {
    const all = [...at.state.obligations.values()];
    const owed = all.filter(({ report }) => report === null);
    const found = at.from(at.dice.isIn(92) ? owed : all, undefined);
    const { actor, as } = at.actingAt(found === undefined ? [] : [found.tableId]);
    const fields = ['field-0', 'field-1', ...(at.dice.isIn(4) ? ['none'] : [])];
    return {
      actor,
      command: {
        type: 'FileReport',
        ...as,
        obligationId: found?.obligationId ?? anyObligation(at),
        fields: (at.dice.isIn(80) ? fields : at.dice.some(fields, 0, 1)).map((fieldId) => ({
          fieldId: fieldId as FieldId,
          text: at.dice.isIn(95) ? at.words('Field') : '',
        })),
      },
    };
  },
  OpenPosition: (at) => ({
    actor: at.staff(),
    command: { type: 'OpenPosition', positionId: position(at, 'waiting') },
  }),
  ExtendPosition: (at) => ({
    actor: at.staff(),
    command: {
      type: 'ExtendPosition',
      positionId: position(at, 'open'),
      byMs: 1_000 + at.dice.upTo(200_000),
    },
  }),
  OverridePosition: (at) => {
    const positionId = position(at, at.dice.oneOf(['open', 'failed']));
    return {
      actor: at.staff(),
      command: {
        type: 'OverridePosition',
        positionId,
        agreedOn: at.dice.isIn(35) ? null : subject(at, positionId),
        reason: at.words('Reason'),
      },
    };
  },
  StartObligation: (at) => ({
    actor: at.staff(),
    command: { type: 'StartObligation', obligationId: anyObligation(at) },
  }),
};

/** Somebody with an inject that came to their table. */
function answering(
  at: Chooser,
  isFitting: (id: ReturnType<Chooser['inject']>) => boolean = () => true,
) {
  const released = at.injects('released').filter(isFitting);
  const injectId = at.dice.isIn(92)
    ? at.from(released, at.inject('released', 'recalled'))
    : at.inject('recalled', 'armed');
  const { tableIds } = injectState(at.state, injectId);
  return { injectId, ...at.actingAt(at.dice.isIn(93) ? tableIds : [at.table()]) };
}

/** Somebody with something to pass on: mostly items of theirs, now and then words only. */
function passing(at: Chooser) {
  const { dice, state } = at;
  const holding = dice.isIn(75) ? at.from([...state.holdings.values()], undefined) : undefined;
  const acting = at.actingAt([holding?.tableId ?? at.table()]);
  if (holding === undefined) {
    const items = dice.isIn(10) ? [{ itemId: anyItem(at), form: 'full' as ItemForm }] : [];
    return { ...acting, items, held: dice.oneOf(tlpLabels) };
  }
  // What was given to persons is passed on by one of them.
  const [person] = holding.seatIds ?? [];
  const actor = person !== undefined && dice.isIn(80) ? asSeat(person) : acting.actor;
  const sanitised = state.playbook.items.get(holding.itemId)?.sanitised;
  const form: ItemForm =
    sanitised !== undefined && dice.isIn(45) ? ('sanitised' as const) : holding.form;
  const items = [{ itemId: holding.itemId, form }];
  const more = [...state.holdings.values()].filter(
    ({ tableId, itemId }) => tableId === holding.tableId && itemId !== holding.itemId,
  );
  const second = dice.isIn(25) ? at.from(more, undefined) : undefined;
  if (second !== undefined) items.push({ itemId: second.itemId, form: second.form });
  const held = form === holding.form ? holding.marking : (sanitised?.tlp ?? holding.marking);
  return { ...acting, actor, as: actor === acting.actor ? acting.as : {}, items, held };
}

function teamsBut({ state }: Chooser, tableId: TableId): TeamId[] {
  return [...state.casting.tableOf].flatMap(([teamId, at]) => (at === tableId ? [] : [teamId]));
}

function addressees(at: Chooser, tableId: TableId, wanted?: TableId) {
  const reachable = at.scenario.contacts.filter((contact) => contact.reachable);
  const contacts = reachable.map(({ id }) => id);
  const asking = [...at.state.casting.tableOf].flatMap(([teamId, where]) =>
    where === wanted ? [teamId] : [],
  );
  const some = at.dice.some(at.dice.isIn(3) ? [anyTeam(at)] : teamsBut(at, tableId), 1, 3);
  const to = {
    teams: at.dice.isIn(88) ? [...new Set([...some, ...asking.slice(0, 1)])] : [],
    contacts: at.dice.isIn(25) ? at.dice.some(contacts, 1, 2) : ([] as ContactId[]),
  };
  return to.teams.length + to.contacts.length > 0 ? to : { ...to, contacts: contacts.slice(0, 1) };
}

/** Somebody at each table that gets it, but control's. */
function namedAt(at: Chooser, teams: readonly TeamId[]) {
  const tables = teams.flatMap((teamId) => at.state.casting.tableOf.get(teamId) ?? []);
  return [...new Set(tables)]
    .filter((tableId) => tableId !== controlTableId)
    .flatMap((tableId) => at.dice.some(at.seatsAt([tableId]), 1, 1));
}

function requestsTo({ state }: Chooser, tableId: TableId) {
  return [...state.requests.values()].filter(
    (request) =>
      request.kind === 'information' &&
      request.answer === null &&
      request.to.tableIds.includes(tableId),
  );
}

function position(at: Chooser, status: string, isText = false): PositionId {
  const fitting = at.scenario.positions
    .filter(({ text }) => !isText || text !== undefined)
    .filter(({ id }) => (at.state.positions.get(id)?.status ?? 'waiting') === status);
  const any = at.from(at.scenario.positions, { id: 'none' as PositionId }).id;
  return at.dice.isIn(95) ? at.from(fitting, { id: any }).id : any;
}

/** One option more often than the others, or the newest version. */
function subject(at: Chooser, positionId: PositionId): PositionSubject {
  const options = at.state.playbook.positions.get(positionId)?.options;
  if (options === undefined) {
    const { version = 0 } = at.state.positions.get(positionId) ?? {};
    return { kind: 'version', version: at.dice.isIn(92) ? version : at.dice.upTo(3) };
  }
  const [first] = options;
  const option = first !== undefined && at.dice.isIn(60) ? first : at.dice.oneOf(options);
  return { kind: 'option', optionId: option.id };
}

function anyTeam(at: Chooser): TeamId {
  return at.dice.oneOf(at.scenario.teams).id;
}

function anyItem(at: Chooser): ItemId {
  return at.from(at.scenario.items, { id: 'none' as ItemId }).id;
}

function anyObligation(at: Chooser): ObligationId {
  return at.from(at.scenario.obligations, { id: 'none' as ObligationId }).id;
}
