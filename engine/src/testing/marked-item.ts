/** The hashes under any marking, in the hands of their originator and of one partner, for tests. */
import type { TlpLabel } from '../scenario/sharing-schema.js';
import { type Drill, running } from './drill.js';
import { all, apart, player, type Sharing, share } from './exchange-acts.js';
import { type Change, exchangeScenario } from './exchange-scenario.js';

/** Of jp-cert, and given to us-cert under the same marking. */
export function withItem(tlp: TlpLabel, change: Change = () => {}): Drill {
  const marked = exchangeScenario((file) => {
    file.items[0].tlp = tlp;
    delete file.items[0].sanitised;
    change(file);
  });
  const drill = running(marked, { tables: apart, mode: 'assess' });
  const seats = tlp === 'RED' ? ['player-us-cert'] : [];
  drill.do(player('jp-cert'), share(['us-cert'], { items: 'hashes', marking: tlp, seats }));
  return drill;
}

/** What us-cert breaks when it passes the item on: "outside ph-cert". */
export function broken(drill: Drill, to: string, how: Sharing): string[] {
  const before = all(drill, 'MarkingBroken').length;
  const seats = how.marking === 'RED' && /-/.test(to) ? [`player-${to}`] : [];
  drill.do(player('us-cert'), share([to], { items: 'hashes', seats, ...how }));
  return all(drill, 'MarkingBroken')
    .slice(before)
    .map(({ breach, to: whom }) => (whom === null ? breach : `${breach} ${whom}`));
}
