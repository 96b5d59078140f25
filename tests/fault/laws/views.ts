/** What people saw: nothing that was not kept, nothing missing, and the same for all of a table. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Finding, Law } from './history.js';

const nothingUnkept: Law = ({ shown }, { log }) =>
  shown.flatMap(({ seatId, seq, text }): Finding[] => {
    const fact = log[seq - 1];
    return fact?.type === 'MessageSent' && fact.text === text
      ? []
      : [{ code: 'view/phantom', what: `${seatId} was shown "${text}" as fact ${seq}` }];
  });

const allOfIt: Law = ({ screens }, { log }) =>
  screens.flatMap(({ seatId, tableId, texts }): Finding[] => {
    const said = log.filter((fact) => isSaidAt(fact, tableId));
    const missing = said.filter(({ seq }) => !texts.has(seq));
    if (missing.length === 0 && texts.size === said.length) return [];
    const what = `${seatId} sees ${texts.size} of ${said.length} messages, without fact ${missing[0]?.seq}`;
    return [{ code: 'view/behind', what }];
  });

const noJumps: Law = ({ jumps }) => jumps.map((what) => ({ code: 'view/jump', what }));

export const viewLaws: readonly Law[] = [nothingUnkept, allOfIt, noJumps];

function isSaidAt(fact: Fact, tableId: string): boolean {
  return (
    fact.type === 'MessageSent' && fact.thread.kind === 'table' && fact.thread.tableId === tableId
  );
}
