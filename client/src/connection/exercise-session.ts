/** One exercise's connection: the machine, the socket it steers, commands on their way, server's clock. */
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { Answer, DraftAnswer, Frame, PersonName } from '@trilogue/engine/protocol/socket';
import type { EvaluationReading } from '@trilogue/engine/views/evaluation-reading';
import type { PlayerInjectBody, PlayerView } from '@trilogue/engine/views/player-view';
import type { InjectBody } from '@trilogue/engine/views/project';
import type { RewindMoments, Undoing } from '@trilogue/engine/views/rewind-reading';
import { createActor, type SnapshotFrom } from 'xstate';
import { connectionMachine, isPassing, isShut } from './connection-machine';
import { forgetView, keepView, readKeptView, viewWriter } from './kept-view';
import { type CommandInput, createOutbox } from './outbox';
import { outboxMemory, placeOf } from './outbox-memory';
import { createServerClock, steadyNowMs } from './server-clock';
import { askForStream, type ExerciseSocket, openSocket, refusalCode } from './socket';

export interface SessionOptions {
  readonly exerciseId: string;
  readonly token?: string | undefined;
  /** Shows what was last seen in this tab until the server answers after a reload, or several. */
  readonly isViewKept?: boolean;
}

export interface SessionState {
  readonly snapshot: SnapshotFrom<typeof connectionMachine>;
  readonly pending: number;
  /** What was submitted and has no answer yet, also from before a reload. */
  readonly outgoing: readonly CommandInput[];
  /** Since when the server is not heard, by this device's clock; null while it is, or never was. */
  readonly lostAtMs: number | null;
  /** In the order they came. */
  readonly lateRefusals: readonly LateRefusal[];
}

/** A command sent before a reload was refused after it. */
export interface LateRefusal {
  readonly command: CommandInput;
  readonly code: string;
}

export interface ExerciseSession {
  start(): () => void;
  subscribe(listener: () => void): () => void;
  state(): SessionState;
  nowMs(): number;
  submit(command: CommandInput): Promise<Answer>;
  readInject(injectId: string): Promise<InjectBody | null>;
  viewAs(tableId: TableId): Promise<PlayerView>;
  readInjectAs(tableId: TableId, injectId: string): Promise<PlayerInjectBody | null>;
  readPeople(): Promise<readonly PersonName[]>;
  readEvaluation(): Promise<EvaluationReading>;
  readMoments(): Promise<RewindMoments>;
  previewRewind(toSeq: number): Promise<Undoing>;
  writeDraft(injectId: string, text: string, baseRevision: number): Promise<DraftAnswer>;
  retry(): void;
}

const answerTimeoutMs = 10_000;
const clockEveryMs = 20_000;
const unavailable = { ok: false, code: 'server/unavailable', message: 'no connection' } as const;

export function createExerciseSession(options: SessionOptions): ExerciseSession {
  const { exerciseId, token, isViewKept = false } = options;
  const place = placeOf(exerciseId, token);
  const kept = isViewKept ? readKeptView(sessionStorage, place) : null;
  const { clockAheadMs, heardAtMs = null, ...seen } = kept ?? {};
  const listeners = new Set<() => void>();
  const clock = createServerClock(steadyNowMs, clockAheadMs);
  let socket: ExerciseSocket | null = null;
  let actor = createActor(connectionMachine, { input: seen });
  let lateRefusals: readonly LateRefusal[] = [];
  let lostAtMs: number | null = heardAtMs;

  const outbox = createOutbox({
    send: (submission) =>
      socket === null
        ? Promise.reject(new Error('no socket'))
        : socket.timeout(answerTimeoutMs).emitWithAck('command', submission),
    memory: outboxMemory(localStorage, sessionStorage, place),
    onChange: publish,
    onRestoredAnswer(command, answer) {
      if (answer.ok) return;
      lateRefusals = [...lateRefusals, { command, code: answer.code }];
      publish();
    },
    later: (run, ms) => setTimeout(run, ms),
  });
  let state = read();

  function read(): SessionState {
    const { pending, outgoing } = outbox;
    return { snapshot: actor.getSnapshot(), pending, outgoing, lostAtMs, lateRefusals };
  }

  function publish() {
    state = read();
    for (const listener of listeners) listener();
  }

  async function askTime(link: ExerciseSocket) {
    const sentMs = steadyNowMs();
    const serverNowMs = await link
      .timeout(answerTimeoutMs)
      .emitWithAck('time')
      .catch(() => null);
    if (serverNowMs !== null) clock.add(sentMs, steadyNowMs(), serverNowMs);
  }

  function subscribeTo(link: ExerciseSocket, cursor: Frame['cursor'] | null) {
    const sentMs = steadyNowMs();
    askForStream(link, cursor, answerTimeoutMs, (welcome) => {
      if (link !== socket) return;
      if (welcome === null || (!welcome.ok && isPassing(welcome.code))) {
        setTimeout(() => link === socket && link.connected && reopen(link), 1_000);
        return;
      }
      if (!welcome.ok) {
        actor.send({ type: 'REFUSED', code: welcome.code });
        return;
      }
      clock.add(sentMs, steadyNowMs(), welcome.nowMs);
      actor.send({ type: 'WELCOME', welcome });
      for (const delay of [50, 250, 600]) setTimeout(() => void askTime(link), delay);
    });
  }

  function start() {
    actor = createActor(connectionMachine, { input: seen });
    const link = openSocket({ exerciseId, token });
    socket = link;
    const running = actor;
    running.on('subscribe', ({ cursor }) => subscribeTo(link, cursor));
    running.on('open', () => link.connect());
    running.on('close', () => link.disconnect());
    const writer = viewWriter({
      write() {
        const snapshot = running.getSnapshot();
        if (!isViewKept || isShut(snapshot)) return;
        const aheadMs = clock.nowMs() - steadyNowMs();
        const when = { clockAheadMs: aheadMs, heardAtMs: lostAtMs ?? Date.now() };
        keepView(sessionStorage, place, snapshot.context, when);
      },
      nowMs: () => performance.now(),
      later(run, ms) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    let wasLive = false;
    running.subscribe((snapshot) => {
      const isLive = snapshot.matches('live');
      if (isLive) lostAtMs = null;
      else if (wasLive) lostAtMs = Date.now();
      if (isLive && isViewKept) writer.touch();
      if (isLive && !wasLive) outbox.flush();
      if (!isLive) outbox.hold();
      if (isShut(snapshot)) {
        writer.stop();
        forgetView(sessionStorage, place);
        outbox.giveUp(unavailable);
      }
      wasLive = isLive;
      publish();
    });
    listenTo(link, running);
    running.start();
    link.connect();
    const clockTimer = setInterval(() => link.connected && void askTime(link), clockEveryMs);
    const onVisible = () => {
      // A phone may put a hidden page away without another word.
      if (document.visibilityState === 'hidden') writer.flush();
      if (document.visibilityState !== 'visible' || !link.connected) return;
      clock.forget();
      void askTime(link);
    };
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('pagehide', writer.flush);
    publish();
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('pagehide', writer.flush);
      writer.stop();
      clearInterval(clockTimer);
      outbox.hold();
      running.stop();
      link.disconnect();
      link.removeAllListeners();
      if (socket === link) socket = null;
    };
  }

  function listenTo(link: ExerciseSocket, running: typeof actor) {
    link.on('connect', () => {
      clock.forget();
      running.send({ type: 'SOCKET_UP' });
    });
    link.on('disconnect', (reason) => {
      running.send({ type: 'SOCKET_DOWN' });
      if (reason === 'io server disconnect') setTimeout(() => reconnectIfWanted(link), 1_000);
    });
    link.on('connect_error', (error) => {
      // While the socket stays active it tries again by itself; else the server said no.
      if (link.active) return;
      running.send({ type: 'REFUSED', code: refusalCode(error) });
      setTimeout(() => reconnectIfWanted(link), 2_000);
    });
    link.on('frame', (frame) => running.send({ type: 'FRAME', frame }));
    link.on('roster', (roster) => running.send({ type: 'ROSTER', roster }));
    link.on('draft', (draft) => running.send({ type: 'DRAFT', draft }));
    link.on('storage', ({ isKept }) => running.send({ type: 'STORAGE', isKept }));
    link.on('moved', () => running.send({ type: 'MOVED' }));
    link.on('goodbye', ({ code }) => running.send({ type: 'GOODBYE', code }));
  }

  function reconnectIfWanted(link: ExerciseSocket) {
    const snapshot = actor.getSnapshot();
    const isOver = snapshot.matches('gone') || snapshot.matches('refused');
    if (link === socket && !isOver && !link.connected) link.connect();
  }

  function reopen(link: ExerciseSocket) {
    link.disconnect();
    link.connect();
  }

  return {
    start,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    nowMs: clock.nowMs,
    submit: (command) => outbox.submit(command, actor.getSnapshot().context.cursor?.epoch),
    async readInject(injectId) {
      if (socket === null) throw new Error('no connection');
      const answer = await socket.timeout(answerTimeoutMs).emitWithAck('readInject', { injectId });
      return answer.ok ? answer.body : null;
    },
    async viewAs(tableId) {
      if (socket === null) throw new Error('no connection');
      const answer = await socket.timeout(answerTimeoutMs).emitWithAck('viewAs', { tableId });
      if (!answer.ok) throw new Error(answer.code);
      return answer.view;
    },
    async readInjectAs(tableId, injectId) {
      if (socket === null) throw new Error('no connection');
      const question = { tableId, injectId };
      const answer = await socket.timeout(answerTimeoutMs).emitWithAck('readInjectAs', question);
      return answer.ok ? answer.body : null;
    },
    async readPeople() {
      if (socket === null) throw new Error('no connection');
      const answer = await socket.timeout(answerTimeoutMs).emitWithAck('readPeople', {});
      if (!answer.ok) throw new Error(answer.code);
      return answer.people;
    },
    async readEvaluation() {
      if (socket === null) throw new Error('server/unavailable');
      const answer = await socket.timeout(answerTimeoutMs).emitWithAck('readEvaluation', {});
      if (!answer.ok) throw new Error(answer.code);
      return answer.reading;
    },
    async readMoments() {
      if (socket === null) throw new Error('server/unavailable');
      const answer = await socket.timeout(answerTimeoutMs).emitWithAck('readMoments', {});
      if (!answer.ok) throw new Error(answer.code);
      return answer;
    },
    async previewRewind(toSeq) {
      if (socket === null) throw new Error('server/unavailable');
      const answer = await socket.timeout(answerTimeoutMs).emitWithAck('previewRewind', { toSeq });
      if (!answer.ok) throw new Error(answer.code);
      return answer.undoing;
    },
    async writeDraft(injectId, text, baseRevision) {
      const link = socket;
      const { context, ...snapshot } = actor.getSnapshot();
      if (link === null || snapshot.value !== 'live' || context.seatId === null) return unavailable;
      const answer = await link
        .timeout(answerTimeoutMs)
        .emitWithAck('draft', { injectId, text, baseRevision })
        .catch(() => unavailable);
      if (answer.ok) {
        const draft = ownDraft(injectId, text, answer.revision);
        if (draft !== null) actor.send({ type: 'DRAFT', draft });
      } else if ('draft' in answer) actor.send({ type: 'DRAFT', draft: answer.draft });
      return answer;
    },
    retry: () => actor.send({ type: 'RETRY' }),
  };

  function ownDraft(injectId: string, text: string, revision: number) {
    const { seatId, view } = actor.getSnapshot().context;
    if (seatId === null || view === null || !('injects' in view)) return null;
    const id = view.injects[injectId]?.id;
    return id === undefined ? null : { injectId: id, text, revision, seatId, atMs: clock.nowMs() };
  }
}
