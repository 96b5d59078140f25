import type { Cursor, Draft, Frame, Welcome } from '@trilogue/engine/protocol/socket';
import { playerAudience } from '@trilogue/engine/views/audience';
import type { View } from '@trilogue/engine/views/project';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { type ConnectionEffect, connectionMachine, isShut, withDraft } from './connection-machine';
import { foldFrame } from './fold';

// Stand-ins: the connection only hands a view on, whatever is in it.
const view = (value: number) => ({ value, items: {} }) as unknown as View;
const at = (seq: number, epoch = 0): Cursor => ({ epoch, seq });
const whole = (value: number, seq: number, epoch = 0): Frame => ({
  fromSeq: 0,
  cursor: at(seq, epoch),
  steps: [{ kind: 'reset', view: view(value) }],
});
const step = (value: number, fromSeq: number, seq: number): Frame => ({
  fromSeq,
  cursor: at(seq),
  steps: [{ kind: 'changes', changes: [{ part: 'value', value }] }],
});
const welcome = (frame: Frame): Welcome => ({
  ok: true,
  seatId: 'seat-one' as Welcome['seatId'],
  audience: playerAudience('jp' as Parameters<typeof playerAudience>[0]),
  nowMs: 0,
  isKept: true,
  frame,
  roster: [],
  drafts: [],
});

function started() {
  const actor = createActor(connectionMachine);
  const effects: ConnectionEffect[] = [];
  for (const type of ['subscribe', 'open', 'close'] as const) {
    actor.on(type, (effect) => effects.push(effect));
  }
  actor.start();
  return { actor, effects };
}

function live(seq = 5) {
  const parts = started();
  parts.actor.send({ type: 'SOCKET_UP' });
  parts.actor.send({ type: 'WELCOME', welcome: welcome(whole(1, seq)) });
  return parts;
}

describe('folding frames', () => {
  const folded = { view: view(1), cursor: at(5) };
  test('[CONN1] a frame that follows the cursor is folded and moves it', () => {
    expect(foldFrame(folded, step(2, 5, 8))).toEqual({
      kind: 'folded',
      folded: { view: view(2), cursor: at(8) },
    });
  });
  test('[CONN2] a frame that was seen changes nothing', () => {
    expect(foldFrame(folded, step(0, 2, 5)).kind).toBe('seen');
    expect(foldFrame(folded, whole(0, 3)).kind).toBe('seen');
  });
  test('[CONN3] a frame beyond the cursor is a gap, unless it brings the whole view', () => {
    expect(foldFrame(folded, step(2, 6, 8)).kind).toBe('gap');
    expect(foldFrame(folded, { ...whole(9, 12, 1), fromSeq: 11 })).toEqual({
      kind: 'folded',
      folded: { view: view(9), cursor: at(12, 1) },
    });
  });
  test('[CONN4] without a view only a whole one helps', () => {
    expect(foldFrame({ view: null, cursor: null }, step(2, 0, 1)).kind).toBe('gap');
    expect(foldFrame({ view: null, cursor: null }, whole(3, 7)).kind).toBe('folded');
  });
});

describe('the connection', () => {
  test('[CONN5] it subscribes once the socket is up and is live once welcomed', () => {
    const { actor, effects } = started();
    expect(actor.getSnapshot().matches('connecting')).toBe(true);
    actor.send({ type: 'SOCKET_UP' });
    expect(effects).toEqual([{ type: 'subscribe', cursor: null }]);
    actor.send({ type: 'WELCOME', welcome: welcome(whole(1, 5)) });
    expect(actor.getSnapshot().matches('live')).toBe(true);
    expect(actor.getSnapshot().context.view).toEqual(view(1));
  });
  test('[CONN6] after a lost line it keeps its view and subscribes from its cursor', () => {
    const { actor, effects } = live();
    actor.send({ type: 'FRAME', frame: step(2, 5, 6) });
    actor.send({ type: 'SOCKET_DOWN' });
    expect(actor.getSnapshot().matches('reconnecting')).toBe(true);
    expect(actor.getSnapshot().context.view).toEqual(view(2));
    actor.send({ type: 'SOCKET_UP' });
    expect(effects.at(-1)).toEqual({ type: 'subscribe', cursor: at(6) });
    actor.send({ type: 'WELCOME', welcome: welcome({ fromSeq: 6, cursor: at(6), steps: [] }) });
    expect(actor.getSnapshot().matches('live')).toBe(true);
    expect(actor.getSnapshot().context.view).toEqual(view(2));
  });
  test('[CONN7] a gap asks for the whole view, with what is shown kept meanwhile', () => {
    const { actor, effects } = live();
    actor.send({ type: 'FRAME', frame: step(2, 7, 8) });
    expect(effects.at(-1)).toEqual({ type: 'subscribe', cursor: null });
    expect(actor.getSnapshot().context.view).toEqual(view(1));
  });
  test('[CONN8] a moved seat subscribes anew without its cursor', () => {
    const { actor, effects } = live();
    actor.send({ type: 'MOVED' });
    expect(effects.at(-1)).toEqual({ type: 'subscribe', cursor: null });
  });
  test('[CONN9] a refusal ends the attempts and says why; a retry opens anew', () => {
    const { actor, effects } = started();
    actor.send({ type: 'REFUSED', code: 'seat/unknown' });
    expect(actor.getSnapshot().matches('refused')).toBe(true);
    expect(actor.getSnapshot().context.refusal).toEqual({ code: 'seat/unknown' });
    expect(effects).toEqual([{ type: 'close' }]);
    actor.send({ type: 'RETRY' });
    expect(actor.getSnapshot().matches('connecting')).toBe(true);
    expect(actor.getSnapshot().context.refusal).toBeNull();
  });
  test('[CONN10] a closing server is waited for; a seat that is gone is gone', () => {
    const { actor } = live();
    actor.send({ type: 'GOODBYE', code: 'server/closing' });
    expect(actor.getSnapshot().matches('reconnecting')).toBe(true);
    actor.send({ type: 'GOODBYE', code: 'seat/gone' });
    expect(actor.getSnapshot().matches('gone')).toBe(true);
  });
  test('[CONN15] a seat that is gone shuts the door on what waits, a page of another version does not', () => {
    const { actor } = started();
    actor.send({ type: 'REFUSED', code: 'protocol/version' });
    expect(actor.getSnapshot().matches('refused')).toBe(true);
    expect(isShut(actor.getSnapshot())).toBe(false);
    actor.send({ type: 'RETRY' });
    expect(isShut(actor.getSnapshot())).toBe(false);
    actor.send({ type: 'REFUSED', code: 'seat/unknown' });
    expect(isShut(actor.getSnapshot())).toBe(true);
    const other = live().actor;
    other.send({ type: 'GOODBYE', code: 'seat/handed-over' });
    expect(isShut(other.getSnapshot())).toBe(true);
  });
  test('[CONN13] what was shown before a reload stands until the whole view comes', () => {
    const { seatId, audience } = welcome(whole(1, 5));
    const actor = createActor(connectionMachine, { input: { seatId, audience, view: view(7) } });
    const effects: ConnectionEffect[] = [];
    actor.on('subscribe', (effect) => effects.push(effect));
    actor.start();
    expect(actor.getSnapshot().context).toMatchObject({ view: view(7), seatId });
    expect(actor.getSnapshot().matches('connecting')).toBe(true);
    actor.send({ type: 'SOCKET_UP' });
    expect(effects).toEqual([{ type: 'subscribe', cursor: null }]);
    actor.send({ type: 'WELCOME', welcome: welcome(whole(8, 3)) });
    expect(actor.getSnapshot().context.view).toEqual(view(8));
  });
  test('[CONN11] an older revision of a draft never replaces a newer one', () => {
    const draft = (revision: number): Draft => ({
      injectId: 'i1' as Draft['injectId'],
      seatId: 's' as Draft['seatId'],
      text: `${revision}`,
      revision,
      atMs: 0,
    });
    const drafts = withDraft({}, draft(3));
    expect(withDraft(drafts, draft(2))).toBe(drafts);
    expect(withDraft(drafts, draft(4)).i1?.text).toBe('4');
  });
});
