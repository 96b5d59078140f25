/** The Traffic Light Protocol 2.0 (FIRST, August 2022) in a table. Labels are never translated. */
import { tlpLabels } from '../protocol/parts.js';
import { type Block, table } from './blocks.js';
import type { Edition } from './edition.js';

export function tlpTable({ words }: Edition): Block {
  return table(
    [{ title: words.labels.tlp, percent: 26 }, { title: words.sitman.tlpMeaning }],
    [...tlpLabels].reverse().map((tlp) => [{ kind: 'tlp', tlp }, words.tlp[tlp]]),
  );
}
