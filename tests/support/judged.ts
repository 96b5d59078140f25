/** Several laws over the same random drills: each drill is played once, and every law looks at it. */
import fc from 'fast-check';
import { tried } from './runs.js';

/**
 * @returns what ends a test as its law's verdict says. All drills are played when the first one asks; a
 *   law that was broken is then tried alone with the same seed, for fast-check's own words about it.
 */
export function judged<Drill, Law extends string>(
  drills: fc.Arbitrary<Drill>,
  count: number,
  laws: Readonly<Record<Law, (drill: Drill) => void>>,
): (law: Law) => void {
  const seed = Math.floor(Math.random() * 0x7fff_ffff);
  const parameters = { ...tried(count), seed } as fc.Parameters<[Drill]>;
  let broken: Set<Law> | null = null;
  return (law) => {
    broken ??= brokenOf(drills, parameters, laws);
    if (broken.has(law)) fc.assert(fc.property(drills, laws[law]), parameters);
  };
}

function brokenOf<Drill, Law extends string>(
  drills: fc.Arbitrary<Drill>,
  parameters: fc.Parameters<[Drill]>,
  laws: Readonly<Record<Law, (drill: Drill) => void>>,
): Set<Law> {
  const broken = new Set<Law>();
  const all = fc.property(drills, (drill) => {
    for (const law of Object.keys(laws) as Law[]) {
      if (broken.has(law)) continue;
      try {
        laws[law](drill);
      } catch {
        broken.add(law);
      }
    }
  });
  fc.assert(all, parameters);
  return broken;
}
