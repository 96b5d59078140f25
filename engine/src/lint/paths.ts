/** Where the things of a scenario stand in its file. */
import type { Phase, Scenario } from '../scenario/schema.js';

const lists = ['teams', 'injects', 'items', 'positions', 'obligations', 'endings'] as const;

/** Paths by kind and id: `inject gates-stop` → `injects[0]`. */
export type Paths = ReadonlyMap<string, string>;

export function pathsOf(scenario: Scenario): Paths {
  const paths = new Map<string, string>();
  for (const list of lists) {
    const kind = list.slice(0, -1);
    scenario[list].forEach(({ id }, index) => {
      paths.set(`${kind} ${id}`, `${list}[${index}]`);
    });
  }
  const visit = (phases: readonly Phase[], path: string) => {
    phases.forEach((phase, index) => {
      paths.set(`phase ${phase.id}`, `${path}[${index}]`);
      visit(phase.phases ?? [], `${path}[${index}].phases`);
    });
  };
  visit(scenario.phases, 'phases');
  return paths;
}
