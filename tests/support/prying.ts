/** What a player could try on things they were not given, to learn that they are there. */
import type { Command } from '@trilogue/engine/exercise/commands';
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ChoiceId } from '@trilogue/engine/protocol/ids';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import type { Audience } from '@trilogue/engine/views/audience';
import type { Ledger } from './canary-ledger.js';

export interface Prying {
  readonly id: string;
  readonly withheld: Command;
  /** The same about something that never was. */
  readonly madeUp: Command;
}

/** Every act on every inject, item, joint position and obligation that is not theirs. */
export function actsOnWithheld(scenario: Scenario, ledger: Ledger, audience: Audience): Prying[] {
  const isWithheld = ({ id }: { id: string }) => !ledger.mayHold(audience, id);
  const teams = [scenario.teams[0]?.id ?? '', scenario.teams.at(-1)?.id ?? ''];
  const pry = (list: readonly { id: string }[], acts: (id: string) => Command[]): Prying[] =>
    list.filter(isWithheld).flatMap(({ id }) => {
      const madeUp = acts('made-up');
      return acts(id).map((withheld, index) => ({
        id,
        withheld,
        madeUp: madeUp[index] ?? withheld,
      }));
    });
  return [
    ...scenario.injects
      .filter(({ id }) => !ledger.mayRead(audience, id))
      .flatMap((inject) => pry([inject], (id) => onInject(id, inject.choices?.[0]?.id))),
    ...pry(scenario.items, (id) => teams.flatMap((teamId) => onItem(id, teamId))),
    ...pry(scenario.positions, (id) => teams.flatMap((teamId) => onPosition(id, teamId))),
    ...scenario.obligations.flatMap((one) => pry([one], (id) => onObligation(id, one.fields))),
  ];
}

/** Answers to what others were asked, beside answers to what nobody ever asked. */
export function actsOnRequests(facts: Iterable<Fact>, tableId: string): Prying[] {
  return [...facts].flatMap((fact) => {
    const asked =
      fact.type === 'InformationRequested'
        ? fact.to.tableIds
        : fact.type === 'PermissionRequested'
          ? [fact.originatorId]
          : null;
    if (asked === null || asked.some((id) => id === tableId)) return [];
    const answer = (requestSeq: number): Command => ({
      type: 'AnswerRequest',
      requestSeq,
      isGranted: true,
      text: 'A guess',
    });
    return [{ id: String(fact.seq), withheld: answer(fact.seq), madeUp: answer(999_999) }];
  });
}

function onInject(id: string, choice: string | undefined): Command[] {
  const injectId = id as never;
  return [
    { type: 'OpenInject', injectId },
    { type: 'AcknowledgeInject', injectId },
    { type: 'SendResponse', injectId, text: 'A guess' },
    { type: 'MakeChoice', injectId, choiceId: (choice ?? 'none') as ChoiceId },
  ];
}

function onItem(id: string, team: string): Command[] {
  const itemId = id as never;
  const teams = [team as never];
  return (['full', 'sanitised'] as const).flatMap((form): Command[] => [
    {
      type: 'ShareInformation',
      to: { teams, contacts: [] },
      seatIds: [],
      channel: 'cert',
      marking: 'GREEN',
      items: [{ itemId, form }],
      facts: 'A guess',
      confidence: null,
      ask: '',
      inReplyTo: null,
      evenSo: false,
    },
    { type: 'RequestPermission', itemId, form, teams, reason: 'A guess' },
  ]);
}

function onPosition(id: string, team: string): Command[] {
  const positionId = id as never;
  const on = { kind: 'version', version: 0 } as const;
  return [
    {
      type: 'TakeStance',
      positionId,
      teamId: team as never,
      on,
      stance: 'concur',
      reason: '',
    },
    { type: 'DraftText', positionId, baseVersion: 0, text: 'A guess' },
    { type: 'CommentOnDraft', positionId, version: 0, text: 'A guess' },
  ];
}

function onObligation(id: string, fields: readonly { id: string }[]): Command[] {
  const filled = fields.map((field) => ({ fieldId: field.id as never, text: 'A guess' }));
  return [
    { type: 'FileReport', obligationId: id as never, fields: filled },
    { type: 'FileReport', obligationId: id as never, fields: [] },
  ];
}
