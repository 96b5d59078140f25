import { describe, expect, test } from 'vitest';
import { redactedText } from '../protocol/redaction.js';
import { type Drill, host, inject, minutes, running, seat, table } from '../testing/drill.js';
import { sampleScenario } from '../testing/sample-scenario.js';
import type { FacilitatorView } from '../views/facilitator-view.js';
import type { PlayerView } from '../views/player-view.js';
import { injectBody, viewOf } from '../views/project.js';
import { evolve, fold } from './evolve.js';
import type { Fact, FactOf, FactType } from './facts.js';
import { factSchema } from './facts.js';
import { redact } from './redaction.js';
import { emptyExercise } from './state.js';
import { textsOf, withTexts } from './written-fields.js';
import { writtenText } from './written-texts.js';

const secret = 'Reiko Tanaka, +81 90 0000 0000';
const reason = 'personal';

/** A drill in which the player of the first table has given an answer with a name in it. */
function answered(): { drill: Drill; answer: FactOf<'ResponseSent'> } {
  const drill = running(sampleScenario());
  drill.do(host, { type: 'ReleaseInject', injectId: inject('note') });
  drill.do(seat('player-jp'), { type: 'SendResponse', injectId: inject('note'), text: secret });
  return { drill, answer: last(drill, 'ResponseSent') };
}

function last<Type extends FactType>(drill: Drill, type: Type): FactOf<Type> {
  const found = drill.log.findLast((fact): fact is FactOf<Type> => fact.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
}

function remove(drill: Drill, factSeq: number, fields: string[] | null = null) {
  return drill.do(host, { type: 'RedactContent', factSeq, fields, reason });
}

/** As a store keeps it: with tombstones in the place of what was removed. */
function stored(log: readonly Fact[]): Fact[] {
  const gone = new Map(
    log.flatMap((fact) =>
      fact.type === 'ContentRedacted'
        ? fact.texts.map(({ factSeq, fields }) => [factSeq, fields] as const)
        : [],
    ),
  );
  return log.map((fact) => redact(fact, gone.get(fact.seq) ?? []));
}

const told = (drill: Drill) =>
  JSON.stringify([
    drill.state,
    viewOf(drill.state, { role: 'facilitator' }),
    viewOf(drill.state, { role: 'observer' }),
    viewOf(drill.state, { role: 'player', tableId: table('jp') }),
    viewOf(drill.state, { role: 'player', tableId: table('ph') }),
  ]);

describe('tombstones', () => {
  test('[LAW10] a tombstone keeps the shape and tells nothing of what stood there', () => {
    const { answer } = answered();
    const tombstone = redact(answer, ['text']);
    expect(tombstone).toEqual({ ...answer, text: redactedText, redacted: ['text'] });
    expect(factSchema.parse(tombstone)).toEqual(tombstone);
    expect(redact({ ...answer, text: 'x' }, ['text'])).toEqual(tombstone);
    // Once is enough, and what is not written by people stays.
    expect(redact(tombstone, ['text'])).toBe(tombstone);
    expect(redact(answer, ['injectId', 'by', '__proto__'])).toBe(answer);
  });

  test('[LAW10] a text keeps its languages, an empty one stays empty, one that is not there too', () => {
    const edited: FactOf<'InjectEdited'> = {
      ...answered().answer,
      type: 'InjectEdited',
      injectId: inject('note'),
      title: { en: secret, ja: secret },
      body: null,
      tlp: null,
      awaits: [],
    } as never;
    expect(redact(edited, ['title', 'body'])).toMatchObject({
      title: { en: redactedText, ja: redactedText },
      body: null,
      redacted: ['body', 'title'],
    });
    const paused = { ...edited, type: 'ClockPaused', reason: '' } as never as Fact;
    expect(redact(paused, ['reason'])).toMatchObject({ reason: '' });
  });

  test('[LAW10] texts in lists are named by what they belong to', () => {
    const drill = running(sampleScenario());
    const cast = last(drill, 'TeamsCast');
    expect(Object.keys(textsOf(cast))).toEqual(['jp', 'ph']);
    const names = (redact(cast, ['ph']) as typeof cast).casting.tables.map(({ name }) => name);
    expect(names).toEqual(['Table jp', redactedText]);
    expect(withTexts(cast, {})).toEqual(cast);
  });
});

describe('removing a text', () => {
  test('[LAW10] what an inject’s attachments are called goes as well', () => {
    const fact = {
      type: 'InjectEdited',
      title: null,
      body: null,
      attachments: [{ file: 'map.png', title: 'Where Ana stands', alt: { en: 'A map of Ana' } }],
    } as unknown as Fact;
    const fields = ['attachment map.png title', 'attachment map.png alt'];
    expect(Object.keys(textsOf(fact))).toEqual(['title', 'body', ...fields]);
    expect(JSON.stringify(redact(fact, fields))).not.toContain('Ana');
    expect(redact(fact, fields)).toMatchObject({
      attachments: [{ file: 'map.png', title: redactedText, alt: { en: redactedText } }],
    });
  });

  test('[LAW10] it is gone from the state, the views and the log that stands', () => {
    const { drill, answer } = answered();
    expect(told(drill)).toContain(secret);
    const [fact] = remove(drill, answer.seq);
    expect(fact).toMatchObject({
      type: 'ContentRedacted',
      texts: [{ factSeq: answer.seq, fields: ['text'] }],
      reason,
    });
    expect(told(drill)).not.toContain(secret);
    expect(told(drill)).toContain(redactedText);
    expect(fold(emptyExercise(drill.state.playbook), stored(drill.log))).toEqual(drill.state);
    // That the table answered, and when, stands as it did.
    const delivered = drill.state.deliveries.get('note jp' as never);
    expect(delivered?.response).toMatchObject({ seq: answer.seq, atMs: answer.atMs });
  });

  test('[LAW10] its translations go with it, and nobody can bring it back as one', () => {
    const { drill, answer } = answered();
    const translate = {
      type: 'AddTranslation',
      of: answer.seq,
      field: 'text',
      language: 'ja',
      text: secret,
    } as const;
    drill.do(seat('facilitator'), translate);
    remove(drill, answer.seq);
    expect(told(drill)).not.toContain(secret);
    expect(writtenText(drill.state, answer.seq, 'text')).toBeNull();
    const again = drill.submit(seat('facilitator'), translate);
    expect(again.rejection?.code).toBe('text/unknown');
  });

  test('[LAW10] of a REAL WORLD call the reason goes wherever it was passed on', () => {
    const drill = running(sampleScenario());
    drill.do(seat('player-jp'), { type: 'RaiseRealWorld', reason: secret });
    remove(drill, last(drill, 'RealWorldRaised').seq);
    expect(last(drill, 'ContentRedacted').texts).toHaveLength(2);
    expect(told(drill)).not.toContain(secret);
  });

  test('[LAW10] an edit that took up the words loses them too, and keeps the others', () => {
    const drill = running(sampleScenario());
    const edit = {
      type: 'EditInject',
      injectId: inject('silence'),
      untilTranslated: false,
    } as const;
    drill.do(seat('facilitator'), { ...edit, body: secret });
    const first = last(drill, 'InjectEdited');
    drill.do(seat('facilitator'), { ...edit, title: 'Another title' });
    remove(drill, first.seq, ['body']);
    expect(told(drill)).not.toContain(secret);
    expect(told(drill)).toContain('Another title');
  });

  test('[LAW10] whoever has read it, or a translation of it, is told to fetch it anew', () => {
    const drill = running(sampleScenario());
    drill.do(seat('facilitator'), {
      type: 'EditInject',
      injectId: inject('silence'),
      body: secret,
      untilTranslated: false,
    });
    const edited = last(drill, 'InjectEdited').seq;
    drill.do(seat('facilitator'), {
      type: 'AddTranslation',
      of: edited,
      field: 'body',
      language: 'ja',
      text: '田中玲子',
    });
    drill.do(host, { type: 'ReleaseInject', injectId: inject('silence') });
    const revisions = () => {
      const staff = viewOf(drill.state, { role: 'facilitator' }) as FacilitatorView;
      const jp = viewOf(drill.state, { role: 'player', tableId: table('jp') }) as PlayerView;
      return [staff.injects.silence?.textRevision, jp.injects.silence?.textRevision];
    };
    expect(revisions()).toEqual([1, 1]);
    remove(drill, last(drill, 'TextTranslated').seq);
    expect(revisions()).toEqual([2, 2]);
    remove(drill, edited, ['body']);
    expect(revisions()).toEqual([3, 3]);
  });

  test('[LAW10] what a file is called goes also where only the files were edited, and is fetched anew', () => {
    const drill = running(sampleScenario());
    drill.do(host, {
      type: 'EditInject',
      injectId: inject('silence'),
      attachments: [{ file: 'map.png', title: secret }],
      untilTranslated: false,
    });
    const { seq } = last(drill, 'InjectEdited');
    drill.do(host, { type: 'ReleaseInject', injectId: inject('silence') });
    const jp = { role: 'player', tableId: table('jp') } as const;
    const reads = () => {
      const view = viewOf(drill.state, jp) as PlayerView;
      const body = injectBody(drill.state, jp, inject('silence'));
      return [view.injects.silence?.textRevision, body?.attachments[0]?.title];
    };
    expect(reads()).toEqual([0, secret]);
    remove(drill, seq, ['attachment map.png title']);
    expect(reads()).toEqual([1, redactedText]);
  });

  test('[LAW10] it stays removed over a rewind, before and after, and what was taken back goes too', () => {
    const { drill, answer } = answered();
    const start = last(drill, 'ExerciseStarted').seq;
    drill.wait(minutes(1));
    drill.do(host, { type: 'Rewind', toSeq: start, reason: secret });
    // Nobody sees it any more, but it stands in the log.
    remove(drill, answer.seq);
    remove(drill, last(drill, 'Rewound').seq);
    expect(JSON.stringify(stored(drill.log))).not.toContain(secret);
    expect(told(drill)).not.toContain(secret);
    expect(fold(emptyExercise(drill.state.playbook), stored(drill.log))).toEqual(drill.state);

    const second = answered();
    remove(second.drill, second.answer.seq);
    second.drill.wait(minutes(1));
    second.drill.do(host, { type: 'Rewind', toSeq: second.answer.seq, reason: '' });
    expect(told(second.drill)).not.toContain(secret);
  });

  test('[LAW10] what nobody wrote, and what is gone already, is refused', () => {
    const { drill, answer } = answered();
    const code = (factSeq: number, fields: string[] | null) =>
      drill.submit(host, { type: 'RedactContent', factSeq, fields, reason }).rejection?.code;
    expect(code(9_999, null)).toBe('text/unknown');
    expect(code(last(drill, 'InjectReleased').seq, null)).toBe('text/unknown');
    expect(code(answer.seq, ['injectId'])).toBe('text/unknown');
    remove(drill, answer.seq);
    expect(code(answer.seq, null)).toBe('text/already-removed');
  });

  test('[LAW10] forty removals cost no more than forty of one each', () => {
    const drill = running(sampleScenario());
    const thread = { kind: 'staff' } as const;
    for (let times = 0; times < 40; times++) {
      drill.do(seat('facilitator'), { type: 'SendMessage', thread, text: `${secret} ${times}` });
      remove(drill, last(drill, 'MessageSent').seq);
    }
    expect(told(drill)).not.toContain(secret);
    // A log that was read back has its tombstones: nothing is folded anew.
    const [final] = stored(drill.log).slice(-1);
    if (final === undefined) throw new Error('no log');
    const before = fold(emptyExercise(drill.state.playbook), stored(drill.log).slice(0, -1));
    expect(evolve(before, final).messages).toBe(before.messages);
  });
});

describe('forgetting a person', () => {
  const erase = { type: 'ErasePerson', seatId: 'player-jp' as never } as const;

  test('[LAW10] all that they wrote goes, what others wrote stays, and the seat is left', () => {
    const { drill } = answered();
    const thread = { kind: 'table', tableId: table('jp') } as const;
    drill.do(seat('player-jp'), { type: 'SendMessage', thread, text: secret });
    drill.do(seat('facilitator'), { type: 'SendMessage', thread, text: 'Thank you.' });
    drill.do(seat('facilitator'), {
      type: 'AddTranslation',
      of: last(drill, 'ResponseSent').seq,
      field: 'text',
      language: 'ja',
      text: `${secret}様`,
    });
    const facts = drill.do(host, erase);
    expect(facts.map(({ type }) => type)).toEqual(['SeatLeft', 'PersonErased', 'ContentRedacted']);
    expect(told(drill)).not.toContain(secret);
    expect(told(drill)).toContain('Thank you.');
    expect(drill.state.seats.get(erase.seatId)?.isGone).toBe(true);
    expect(fold(emptyExercise(drill.state.playbook), stored(drill.log))).toEqual(drill.state);
  });

  test('[LAW10] what a rewind took back goes too', () => {
    const { drill } = answered();
    drill.wait(minutes(1));
    drill.do(host, { type: 'Rewind', toSeq: last(drill, 'ExerciseStarted').seq, reason: '' });
    drill.do(host, erase);
    expect(JSON.stringify(stored(drill.log))).not.toContain(secret);
  });

  test('[LAW10] somebody’s edit goes with them, the words that it took up from others stay', () => {
    const drill = running(sampleScenario());
    drill.do(host, {
      type: 'JoinExercise',
      seatId: 'second' as never,
      role: 'facilitator',
      tableId: null,
    });
    const edit = {
      type: 'EditInject',
      injectId: inject('silence'),
      untilTranslated: false,
    } as const;
    drill.do(seat('facilitator'), { ...edit, body: 'Written by the first.' });
    drill.do(seat('second'), { ...edit, title: secret });
    drill.do(host, { type: 'ErasePerson', seatId: 'second' as never });
    expect(told(drill)).not.toContain(secret);
    expect(told(drill)).toContain('Written by the first.');
  });

  test('[LAW10] the room keeps the names of its tables, and nobody is forgotten twice', () => {
    const drill = running(sampleScenario());
    drill.do(host, { ...erase, seatId: 'facilitator' as never });
    expect(drill.state.casting.tables.map(({ name }) => name)).toEqual(['Table jp', 'Table ph']);
    const again = drill.submit(host, { ...erase, seatId: 'facilitator' as never });
    expect(again.rejection?.code).toBe('seat/already-erased');
    const unknown = drill.submit(host, { ...erase, seatId: 'nobody' as never });
    expect(unknown.rejection?.code).toBe('seat/unknown');
    const back = drill.submit(host, {
      type: 'JoinExercise',
      seatId: 'facilitator' as never,
      role: 'facilitator',
      tableId: null,
    });
    expect(back.rejection?.code).toBe('seat/already-erased');
  });
});
