/** A take-away's tables for a spreadsheet: heads and rows of plain text, in the reader's language. */
import type { TakeawayTable } from '../protocol/takeaway.js';
import { causeless, crossedBy } from './document-cascade.js';
import type { Reader } from './reader.js';

export interface Sheet {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const sheets: { readonly [Name in TakeawayTable]: (reader: Reader) => Sheet } = {
  moments: (reader) => {
    const { columns } = reader.words;
    return {
      heads: [
        columns.play,
        columns.scenario,
        columns.isKey,
        columns.who,
        columns.what,
        columns.marking,
      ],
      rows: reader.takeaway.moments.map((moment) => [
        reader.play(moment.playMs),
        reader.story(moment.scenarioMs),
        moment.isKey ? '1' : '0',
        reader.who(moment),
        reader.moment(moment),
        moment.tlp === null ? '' : `TLP:${moment.tlp}`,
      ]),
    };
  },
  shares: (reader) => {
    const { columns, shareChannels, forms } = reader.words;
    return {
      heads: [
        columns.play,
        columns.scenario,
        columns.from,
        columns.to,
        columns.item,
        columns.form,
        columns.marking,
        columns.channel,
        columns.heldFor,
        columns.crossed,
      ],
      rows: reader.takeaway.sharing.shares.flatMap((share) => {
        const items = share.items.length === 0 ? [null] : share.items;
        return items.map((item) => [
          reader.play(share.playMs),
          reader.story(share.scenarioMs),
          reader.table(share.fromTableId),
          reader.common.join([
            ...share.toTeamIds.map((id) => reader.team(id)),
            ...share.toContacts.map((name) => reader.text(name)),
          ]),
          reader.text(item?.title ?? null),
          item === null ? '' : forms[item.form],
          `TLP:${share.marking}`,
          shareChannels[share.channel],
          reader.duration(item?.heldForMs ?? null),
          share.crossesBorder ? reader.words.crossed.border : '',
        ]);
      }),
    };
  },
  obligations: (reader) => {
    const { columns, status } = reader.words;
    return {
      heads: [
        columns.report,
        columns.table,
        columns.authority,
        columns.started,
        columns.due,
        columns.filed,
        columns.status,
        columns.over,
      ],
      rows: reader.takeaway.reports.map((one) => [
        reader.text(one.title),
        reader.table(one.tableId),
        reader.text(one.to),
        reader.story(one.startedScenarioMs),
        reader.story(one.dueScenarioMs),
        reader.story(one.filedScenarioMs),
        status[one.status],
        reader.duration(one.overMs),
      ]),
    };
  },
  tasks: (reader) => {
    const { columns, status, untitled } = reader.words;
    return {
      heads: [
        columns.due,
        columns.table,
        columns.task,
        columns.what,
        columns.status,
        columns.filed,
      ],
      rows: reader.takeaway.tasks.map((one) => [
        reader.play(one.duePlayMs),
        reader.table(one.tableId),
        reader.common.labels.task[one.kind],
        reader.text(one.about) || reader.text(one.inject) || untitled.inject,
        status[one.status],
        reader.play(one.settledPlayMs),
      ]),
    };
  },
  decisions: (reader) => {
    const { columns, untitled } = reader.words;
    return {
      heads: [
        columns.play,
        columns.scenario,
        columns.table,
        columns.inject,
        columns.choice,
        columns.took,
      ],
      rows: reader.takeaway.decisions.map((one) => [
        reader.play(one.playMs),
        reader.story(one.scenarioMs),
        reader.table(one.tableId),
        reader.text(one.inject) || untitled.inject,
        reader.text(one.choice) || untitled.other,
        reader.duration(one.afterMs),
      ]),
    };
  },
  positions: (reader) => {
    const { columns, outcome } = reader.words;
    return {
      heads: [
        columns.position,
        columns.nation,
        columns.opened,
        columns.outcome,
        columns.took,
        columns.choice,
        columns.stances,
      ],
      rows: reader.takeaway.positions.map((one) => [
        reader.text(one.title),
        reader.parties(one.partyIds),
        reader.play(one.openedPlayMs),
        outcome[one.status],
        reader.duration(one.tookMs),
        one.agreedText === null ? reader.text(one.agreedOn) : reader.written(one.agreedText),
        one.stances
          .map(({ teamId, stance, reason }) => {
            const why = reader.written(reason);
            return `${reader.team(teamId)}: ${reader.common.cards.stances[stance]}${why === '' ? '' : ` – ${why}`}`;
          })
          .join('\n'),
      ]),
    };
  },
  systems: (reader) => {
    const { columns } = reader.words;
    const { assets, changes } = reader.takeaway.world;
    const { assetStatus } = reader.common.labels;
    const nameOf = (id: string) => reader.text(assets.find((one) => one.id === id)?.name ?? null);
    return {
      heads: [
        columns.play,
        columns.scenario,
        columns.system,
        columns.nation,
        columns.sector,
        columns.before,
        columns.became,
        columns.cause,
        columns.after,
        columns.crossed,
      ],
      rows: changes.map((change) => {
        const asset = assets.find(({ id }) => id === change.assetId);
        return [
          reader.play(change.playMs),
          reader.story(change.scenarioMs),
          nameOf(change.assetId),
          asset === undefined ? '' : reader.party(asset.partyId),
          reader.text(asset?.sector ?? null),
          assetStatus[change.from],
          assetStatus[change.to],
          change.cause === null ? causeless(reader) : nameOf(change.cause.assetId),
          reader.duration(change.cause?.afterMs ?? null),
          crossedBy(reader, change),
        ];
      }),
    };
  },
  observations: (reader) => {
    const { columns, noteKinds, importance } = reader.words;
    return {
      heads: [
        columns.play,
        columns.table,
        columns.kind,
        columns.importance,
        columns.objective,
        columns.note,
      ],
      rows: reader.takeaway.observations.map((note) => [
        reader.play(note.playMs),
        reader.table(note.tableId),
        noteKinds[note.kind],
        importance[note.importance],
        reader.text(note.objective),
        reader.written(note),
      ]),
    };
  },
  scores: (reader) => {
    const { columns, scoreRules } = reader.words;
    const isRule = (rule: string): rule is keyof typeof scoreRules =>
      Object.hasOwn(scoreRules, rule);
    return {
      heads: [
        columns.table,
        columns.inject,
        columns.task,
        columns.what,
        columns.objective,
        columns.status,
        columns.reason,
        columns.points,
        columns.maximum,
      ],
      rows: (reader.takeaway.scores ?? []).flatMap(({ tableId, points, maximum, lines }) => [
        ...lines.map((line) => [
          reader.table(tableId),
          reader.text(line.inject),
          line.kind === null ? '' : reader.common.labels.task[line.kind],
          reader.text(line.about),
          reader.text(line.objective),
          isRule(line.rule) ? scoreRules[line.rule] : line.rule,
          reader.text(line.reason),
          String(line.points),
          String(line.maximum),
        ]),
        ...(lines.length === 0
          ? [[reader.table(tableId), '', '', '', '', '', '', String(points), String(maximum)]]
          : []),
      ]),
    };
  },
};

export function sheetOf(reader: Reader, name: TakeawayTable): Sheet {
  return sheets[name](reader);
}
