/** What was asked and answered: kept once, in the order in which it was asked, and answered alike. */
import { type Asked, type Finding, isFinal, type Law } from './history.js';

const kept: Law = ({ asked }, { byMark }) =>
  asked.flatMap((one): Finding[] => {
    const facts = byMark.get(one.mark) ?? [];
    const answers = finalAnswers(one);
    const accepted = answers.find(({ ok }) => ok);
    const refused = answers.find(({ ok }) => !ok);
    const [fact] = facts;
    if (facts.length > 1) {
      return [
        { code: 'command/twice', what: `${name(one)}: facts ${facts.map(({ seq }) => seq)}` },
      ];
    }
    if (accepted && fact === undefined) {
      return [{ code: 'ack/lost', what: `${name(one)} was accepted and is not in the log` }];
    }
    if (refused && fact !== undefined) {
      return [
        { code: 'refusal/applied', what: `${name(one)} was refused and is fact ${fact.seq}` },
      ];
    }
    if (accepted?.ok && fact !== undefined && accepted.cursor.seq < fact.seq) {
      const what = `${name(one)} was acknowledged at ${accepted.cursor.seq} and is fact ${fact.seq}`;
      return [{ code: 'ack/too-early', what }];
    }
    return [];
  });

const answeredAlike: Law = ({ asked }) =>
  asked.flatMap((one): Finding[] => {
    const all = new Set(finalAnswers(one).map((answer) => JSON.stringify(answer)));
    return all.size <= 1 ? [] : [{ code: 'answer/changed', what: `${name(one)}: ${[...all]}` }];
  });

const asWasAsked: Law = ({ asked }, { byMark }) => {
  const senders = new Map(asked.map(({ mark, seatId }) => [mark, seatId]));
  return [...byMark].flatMap(([mark, facts]): Finding[] => {
    const sender = senders.get(mark);
    const [fact] = facts;
    const by = fact?.by.kind === 'seat' ? fact.by.seatId : 'the host';
    return sender === by
      ? []
      : [{ code: 'command/unasked', what: `fact ${fact?.seq} by ${by}, sent by ${sender}` }];
  });
};

/** What was answered before something else was sent comes before it in the log. */
const inOrder: Law = ({ asked }, { byMark }) => {
  const placed = asked.flatMap((one) => {
    const seq = byMark.get(one.mark)?.[0]?.seq;
    return seq === undefined ? [] : [{ one, seq, sentAtMs: one.attempts[0]?.sentAtMs ?? 0 }];
  });
  placed.sort((a, b) => b.seq - a.seq);
  const findings: Finding[] = [];
  let earliest = { atMs: Number.POSITIVE_INFINITY, seq: 0 };
  for (const { one, seq, sentAtMs } of placed) {
    if (earliest.atMs < sentAtMs) {
      const what = `${name(one)} is fact ${seq}, sent after fact ${earliest.seq} was answered`;
      findings.push({ code: 'order/broken', what });
    }
    const atMs = answeredAtMs(one);
    if (atMs < earliest.atMs) earliest = { atMs, seq };
  }
  return findings;
};

export const callLaws: readonly Law[] = [kept, answeredAlike, asWasAsked, inOrder];

function finalAnswers({ attempts }: Asked) {
  return attempts.map(({ answer }) => answer).filter(isFinal);
}

function answeredAtMs({ attempts }: Asked): number {
  const first = attempts.find(({ answer }) => isFinal(answer));
  return first?.answeredAtMs ?? Number.POSITIVE_INFINITY;
}

function name({ seatId, commandId }: Asked): string {
  return `${commandId} of ${seatId}`;
}
