/** Injects of an OpenAEV export that wait for others. */
import { quote } from '../finding.js';
import { fieldOf, type JsonRecord, listOf, recordOf, textOf, textsIn } from '../json-shape.js';
import { roundMinutes } from '../play-times.js';
import type { OpenaevSource, SourceEntry } from './openaev-source.js';

interface Dependency {
  readonly parent: string;
  /** What must have become of the parent. */
  readonly event: 'released' | 'answered' | 'overdue';
}

/**
 * Lets injects follow those they depend on. `ids`: theirs in the draft, in the order of `entries`.
 * Findings: `openaev/dependency-left-out`, `openaev/dependency-approximated`.
 */
export function followDependencies(
  { draft }: OpenaevSource,
  entries: readonly SourceEntry[],
  ids: readonly string[],
): void {
  const { injects } = draft.parts;
  const places = new Map(
    entries.map(({ record }, index) => [textOf(record, 'inject_id') ?? '', index]),
  );
  const waitsFor = new Map<string, string>();
  entries.forEach(({ record, where }, index) => {
    const inject = injects[index];
    const dependencies = dependenciesOf(record);
    const [first, ...others] = dependencies;
    if (inject === undefined || first === undefined) return;
    const place = places.get(first.parent);
    const source = place === undefined ? undefined : injects[place];
    if (source === undefined || waitsInCircle(inject.id, source.id, waitsFor)) {
      draft.findings.warn(
        'openaev/dependency-left-out',
        where,
        `it depends on ${quote(first.parent)}`,
        'it comes at its time: that inject is not there, or waits for this one',
      );
      return;
    }
    if (others.length > 0) {
      draft.findings.warn(
        'openaev/dependency-approximated',
        where,
        `it depends on ${dependencies.length} injects`,
        'it follows the first of them',
      );
    }
    const hasExpectations = (source.expectations?.length ?? 0) > 0;
    const event = first.event !== 'released' && !hasExpectations ? 'released' : first.event;
    if (event !== first.event) {
      draft.findings.warn(
        'openaev/dependency-approximated',
        where,
        `it waits for ${quote(source.id)} to be “${first.event}”, but nothing is expected there`,
        'it follows its release',
      );
    }
    const [mine, theirs] = [inject.release, source.release].map((release) =>
      release.kind === 'at' ? release.minutes : 0,
    );
    const isSamePhase = inject.phase === source.phase;
    const delayMinutes = isSamePhase ? roundMinutes((mine ?? 0) - (theirs ?? 0)) : 0;
    if (inject.release.kind === 'deck') return;
    waitsFor.set(inject.id, source.id);
    injects[index] = {
      ...inject,
      id: ids[index] ?? inject.id,
      release: { kind: 'afterInject', inject: source.id, event, delayMinutes },
    };
  });
}

/** A list of relationships now; one id, or null, in older exports. */
function dependenciesOf(record: JsonRecord): Dependency[] {
  const own = textOf(record, 'inject_id');
  const written = fieldOf(record, 'inject_depends_on');
  if (!Array.isArray(written))
    return textsIn(written).map((parent) => ({ parent, event: 'released' }));
  return written.flatMap((value): Dependency[] => {
    const entry = recordOf(value);
    const relation = recordOf(fieldOf(entry, 'dependency_relationship'));
    const parent = textOf(relation, 'inject_parent_id');
    if (parent === null || textOf(relation, 'inject_children_id') !== own) return [];
    return [{ parent, event: eventOf(recordOf(fieldOf(entry, 'dependency_condition'))) }];
  });
}

/** "Execution" is the release; anything else is an expectation that was met or not. */
function eventOf(condition: JsonRecord | null): Dependency['event'] {
  const conditions = listOf(condition, 'conditions').map(recordOf);
  const asked = conditions.find(
    (entry) => !/^execution$/i.test(textOf(entry, 'key') ?? 'Execution'),
  );
  if (asked === undefined) return 'released';
  return String(fieldOf(asked ?? null, 'value')) === 'false' ? 'overdue' : 'answered';
}

function waitsInCircle(id: string, source: string, waitsFor: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = source; at !== undefined; at = waitsFor.get(at)) {
    if (at === id) return true;
  }
  return false;
}
