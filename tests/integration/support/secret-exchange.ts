/** Nations that tell each other things, decide together and report; staff who rate and translate. */
import type { PersonName } from '@trilogue/engine/protocol/socket';
import { expect } from 'vitest';
import type { CommandInput, Facilitator } from './person.js';
import type { PlayerSeat, Room } from './secret-room.js';

export interface Tables {
  readonly tokyo: PlayerSeat;
  /** Beside whoever whispers, and beside whoever is whispered to. */
  readonly kenji: PlayerSeat;
  readonly manila: PlayerSeat;
  readonly prying: PlayerSeat;
  readonly cebu: PlayerSeat;
}

/** What came last of a part, as staff see it. */
function lastOf(facilitator: Facilitator, part: 'shares' | 'requests' | 'observations'): number {
  const seqs = Object.keys(facilitator.view[part]).map(Number);
  return Math.max(...seqs);
}

export async function shareAndAsk(room: Room, tables: Tables): Promise<void> {
  const { facilitator } = room;
  const { tokyo, manila } = tables;
  const toManila = {
    to: { teams: [room.id('ph-customs')], contacts: [room.id('vendor')] },
    channel: 'cert',
  } as const;
  const telling = () => ({ facts: room.say(), ask: room.say(), evenSo: true });
  const share = 'ShareInformation';
  const log = { itemId: room.id('log'), form: 'full' } as const;
  await tokyo.must({ type: share, ...toManila, ...telling(), marking: 'AMBER', items: [log] });
  await whisper(room, tables);

  const question = { channel: 'police', marking: 'GREEN', text: room.say() } as const;
  const asked = { teams: [room.id('jp-port')], contacts: [] };
  await manila.must({ type: 'RequestInformation', to: asked, ...question });
  await facilitator.until(({ view }) => Object.keys(view.requests).length === 1, 'the question');
  const answer = { type: 'AnswerRequest', isGranted: false, text: room.say() } as const;
  await tokyo.must({ ...answer, requestSeq: lastOf(facilitator, 'requests') });
  await manila.must({
    type: 'RequestPermission',
    ...log,
    teams: [room.id('ph-cert')],
    reason: room.say(),
  });
  await facilitator.until(({ view }) => Object.keys(view.requests).length === 2, 'the request');
  const leave = { type: 'AnswerRequest', isGranted: true, text: room.say() } as const;
  await tokyo.must({ ...leave, requestSeq: lastOf(facilitator, 'requests') });
}

/** TLP:RED to one of two persons at a table. The other, and a colleague of the sender's, hear nothing. */
async function whisper(room: Room, { tokyo, kenji, manila, prying }: Tables): Promise<void> {
  const { facilitator } = room;
  await manila.person.until(({ view }) => Object.keys(view.shares).length === 1, 'the share');
  const [before, beside] = [prying.person.frames.length, kenji.person.frames.length];
  await tokyo.must({
    type: 'ShareInformation',
    to: { teams: [room.id('ph-customs')], contacts: [] },
    seatIds: [manila.grant.seatId],
    channel: 'diplomatic',
    marking: 'RED',
    items: [{ itemId: room.id('insider'), form: 'full' }],
    facts: room.say(),
    ask: room.say(),
    evenSo: true,
  });
  // Both have a view of their own from now on.
  for (const { person } of [tokyo, manila]) {
    await person.until(({ movedCount }) => movedCount === 1, 'a view of one’s own');
    await person.subscribe(person.cursor);
    expect(Object.keys(person.view.shares)).toHaveLength(2);
  }
  for (const tableId of ['tokyo', 'manila']) {
    const thread = { kind: 'table', tableId } as const;
    await facilitator.must({ type: 'SendMessage', thread, text: room.say() });
  }
  // The next that they hear of is what was said after it.
  await prying.person.until(({ frames }) => frames.length > before);
  await kenji.person.until(({ frames }) => frames.length > beside);
  expect([prying.person.frames.length, kenji.person.frames.length]).toEqual([
    before + 1,
    beside + 1,
  ]);
}

export async function decideAndReport(room: Room, tables: Tables): Promise<void> {
  const { facilitator } = room;
  const { tokyo, manila, cebu } = tables;
  const [line, ports] = [room.id('line'), room.id('ports')];
  await facilitator.must({ type: 'OpenPosition', positionId: line });
  await facilitator.must({ type: 'OpenPosition', positionId: ports });
  await tokyo.must({ type: 'DraftText', positionId: line, baseVersion: 0, text: room.say() });
  await manila.must({ type: 'CommentOnDraft', positionId: line, version: 1, text: room.say() });
  const stance = { type: 'TakeStance', stance: 'object' } as const;
  await manila.must({
    ...stance,
    positionId: line,
    teamId: room.id('ph-customs'),
    on: { kind: 'version', version: 1 },
    reason: room.say(),
  });
  await cebu.must({
    ...stance,
    positionId: ports,
    teamId: room.id('ph-cert'),
    on: { kind: 'option', optionId: room.part('ports north') },
    reason: room.say(),
  });
  const agreedOn = { kind: 'version', version: 1 } as const;
  await facilitator.must({
    type: 'OverridePosition',
    positionId: line,
    agreedOn,
    reason: room.say(),
  });
  await facilitator.must({ type: 'StartObligation', obligationId: room.id('notice') });
  const fields = [{ fieldId: room.part('notice what'), text: room.say() }];
  await manila.must({ type: 'FileReport', obligationId: room.id('notice'), fields });
}

/** By an evaluator and a translator who came in by codes; and the facilitator's hand on it. */
export async function rateAndTranslate(room: Room): Promise<void> {
  const { facilitator } = room;
  const evaluator = await room.sitWithStaff('evaluator');
  const translator = await room.sitWithStaff('translator');
  const note = {
    type: 'NoteObservation',
    tableId: 'manila',
    kind: 'strength',
    importance: 'high',
  } as const;
  for (const release of [
    { kind: 'kept' },
    { kind: 'party', partyId: room.id('jp') },
    { kind: 'all' },
  ] as const) {
    await evaluator.must({ ...note, release, text: room.say() });
  }
  const of = { kind: 'objective', objectiveId: room.id('see') } as const;
  const rating = { of, tableId: 'manila', rating: 'S' } as const;
  await evaluator.must({ type: 'RateObjective', ...rating, reason: room.say() });
  await evaluator.must({ type: 'ConfirmRating', ...rating, reason: room.say() });
  const commands: CommandInput[] = [
    {
      type: 'MarkExpectation',
      injectId: room.id('jp-alarm'),
      expectationId: room.part('jp-alarm quietly'),
      tableId: 'tokyo',
      as: 'late',
      reason: room.say(),
    },
    { type: 'AdjustScore', tableId: 'tokyo', points: 2, reason: room.say() },
    { type: 'EditInject', injectId: room.id('ph-held'), body: room.say() },
    {
      type: 'ImproviseInject',
      title: room.say(),
      body: room.say(),
      channel: 'call',
      from: room.id('agency'),
      to: [room.id('ph-cert')],
      tlp: 'AMBER',
    },
    { type: 'SendMessage', thread: { kind: 'staff' }, text: room.say() },
  ];
  for (const command of commands) await facilitator.must(command);
  await translator.until(({ view }) => Object.keys(view.observations).length === 3, 'the notes');
  const shares = Object.keys(translator.view.shares).map(Number);
  const notes = Object.keys(translator.view.observations).map(Number);
  const version = Object.values(translator.view.draftVersions).at(-1);
  const translate = { type: 'AddTranslation', language: 'ja' } as const;
  for (const [seq, field] of [
    ...shares.map((seq) => [seq, 'facts'] as const),
    ...notes.map((seq) => [seq, 'text'] as const),
    [version?.seq ?? 0, 'text'] as const,
  ]) {
    await translator.must({ ...translate, of: seq, field, text: room.say() });
  }
}

/** What was said a moment ago is taken back; whoever heard it has heard it. */
export async function rewind(room: Room, manila: PlayerSeat): Promise<void> {
  const { facilitator } = room;
  const count = Object.keys(manila.person.view.messages).length;
  const thread = { kind: 'table', tableId: 'manila' } as const;
  const { cursor } = await facilitator.must({ type: 'SendMessage', thread, text: room.say() });
  await facilitator.must({ type: 'SendMessage', thread, text: room.say() });
  await manila.person.until(({ view }) => Object.keys(view.messages).length === count + 2);
  await facilitator.must({ type: 'Rewind', toSeq: cursor.seq, reason: room.say() });
  await manila.person.until(
    ({ view }) => Object.keys(view.messages).length === count + 1,
    'one message less',
  );
  await facilitator.must({ type: 'ResumeClock' });
}

/** Names of players at other tables are told to whoever asks: TLP:RED is meant for persons. */
export async function askForPeople(room: Room, asking: PlayerSeat, players: readonly PlayerSeat[]) {
  const answer = await asking.person.people();
  if (!answer.ok) throw new Error(answer.code);
  const names: string[] = answer.people.map((person: PersonName) => person.name);
  expect(names.sort()).toEqual(players.map(({ name }) => name).sort());
  asking.guest.said.push(...room.secrets(names.join('\n')));
}
