/** When the injects of a CEXF exercise come: after others, or one after the other. */
import type { Draft, InjectFile } from '../draft.js';
import { quote } from '../finding.js';
import {
  describeValue,
  fieldOf,
  type JsonRecord,
  listOf,
  recordOf,
  textOf,
  textsIn,
} from '../json-shape.js';
import { roundMinutes } from '../play-times.js';
import type { CexfInject } from './cexf-draft.js';

interface Step {
  readonly record: JsonRecord;
  readonly where: string;
}

/** Keys of a step that say when it comes or are said elsewhere. */
const taken = new Set(['inject_uuid', 'description', 'sequence', 'requirements']);

/**
 * Findings: `cexf/flow-unknown-inject`, `cexf/flow-twice`, `cexf/not-in-flow`, `cexf/circle`,
 * `cexf/requirement-unknown`, `cexf/no-times`.
 */
export class CexfFlow {
  /** Minutes that each inject has until its time is up. */
  readonly slotMinutes: number;
  readonly #draft: Draft;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #steps = new Map<string, Step>();
  /** What each inject waits for. */
  readonly #after = new Map<string, string>();
  /** Minutes of play of those that wait for nothing. */
  readonly #at = new Map<string, number>();

  constructor(
    draft: Draft,
    root: JsonRecord,
    entries: readonly CexfInject[],
    ids: ReadonlyMap<string, string>,
    length: number,
  ) {
    this.#draft = draft;
    this.#ids = ids;
    this.#readSteps(root);
    this.#readOrder(entries);
    const roots = entries.filter(({ uuid }) => !this.#after.has(uuid));
    const deepest = Math.max(1, ...entries.map(({ uuid }) => this.#depth(uuid)));
    // The injects of a chain share play among them; those that wait for nothing come one by one.
    this.slotMinutes = Math.min(
      1_440,
      Math.max(0.5, roundMinutes((length * 0.8) / Math.max(deepest, roots.length))),
    );
    const starts = roots.filter(({ uuid }) => this.#hasTrigger(uuid, 'startex'));
    const rest = roots.filter((entry) => !starts.includes(entry));
    for (const { uuid } of starts) this.#at.set(uuid, 0);
    rest.forEach(({ uuid }, index) => {
      this.#at.set(uuid, roundMinutes((index + (starts.length > 0 ? 1 : 0)) * this.slotMinutes));
    });
    if (rest.length > 1) {
      draft.findings.note(
        'cexf/no-times',
        'inject_flow',
        `${rest.length} injects wait for nothing`,
        `they come one by one, ${this.slotMinutes} minutes apart`,
      );
    }
  }

  /** After what it waits for was answered, or its time was up; else at its place in the list. */
  releaseOf(uuid: string): InjectFile['release'] {
    const source = this.#ids.get(this.#after.get(uuid) ?? '');
    if (source === undefined) return { kind: 'at', minutes: this.#at.get(uuid) ?? 0 };
    return {
      kind: 'when',
      condition: {
        kind: 'any',
        of: [
          { kind: 'inject', inject: source, is: 'answered' },
          { kind: 'inject', inject: source, is: 'overdue' },
        ],
      },
      mode: 'level',
      delayMinutes: 0,
    };
  }

  descriptionOf(uuid: string): string | null {
    return textOf(this.#steps.get(uuid)?.record ?? null, 'description');
  }

  /** What the flow says of an inject beside its order. */
  notesOf(uuid: string): string[] {
    const record = this.#steps.get(uuid)?.record ?? {};
    const notes = Object.entries(record).flatMap(([key, value]) => {
      const said = taken.has(key) ? null : describeValue(withoutNulls(value));
      return said === null ? [] : [`${key}: ${said}`];
    });
    const sequence = describeValue(withoutNulls(fieldOf(record, 'sequence')));
    const requirements = describeValue(withoutNulls(fieldOf(record, 'requirements')));
    return [
      ...notes,
      ...(sequence === null ? [] : [`sequence: ${sequence}`]),
      ...(requirements === null ? [] : [`requirements: ${requirements}`]),
    ];
  }

  #readSteps(root: JsonRecord): void {
    const { findings } = this.#draft;
    listOf(root, 'inject_flow').forEach((value, index) => {
      const where = `inject_flow[${index}]`;
      const record = recordOf(value);
      const uuid = textOf(record, 'inject_uuid') ?? '';
      if (record === null || !this.#ids.has(uuid)) {
        findings.warn(
          'cexf/flow-unknown-inject',
          where,
          `the inject ${quote(uuid)} is not in the file`,
          'the step was left out',
        );
      } else if (this.#steps.has(uuid)) {
        findings.warn(
          'cexf/flow-twice',
          where,
          `the inject ${quote(uuid)} comes twice`,
          'the first step was kept: an inject goes out once',
        );
      } else {
        this.#steps.set(uuid, { record, where });
      }
    });
  }

  #readOrder(entries: readonly CexfInject[]): void {
    const { findings } = this.#draft;
    for (const { uuid, where } of entries) {
      if (!this.#steps.has(uuid)) {
        findings.note('cexf/not-in-flow', where, 'the flow does not name it', 'it comes by itself');
      }
    }
    for (const [uuid, { record, where }] of this.#steps) {
      const required = textOf(recordOf(fieldOf(record, 'requirements')), 'inject_uuid');
      if (required !== null) this.#follow(uuid, required, where);
    }
    for (const [uuid, { record, where }] of this.#steps) {
      const next = textsIn(fieldOf(recordOf(fieldOf(record, 'sequence')), 'followed_by'));
      for (const follower of next) {
        if (this.#after.get(follower) !== uuid) this.#follow(follower, uuid, where);
      }
    }
  }

  #follow(uuid: string, source: string, where: string): void {
    const { findings } = this.#draft;
    if (!this.#ids.has(source) || !this.#ids.has(uuid)) {
      findings.warn(
        'cexf/requirement-unknown',
        where,
        `${quote(source)} or ${quote(uuid)} is not in the file`,
        'it does not wait for it',
      );
      return;
    }
    if (this.#after.has(uuid)) {
      findings.warn(
        'cexf/requirement-unknown',
        where,
        `${quote(uuid)} waits for another inject already`,
        'the first was kept',
      );
      return;
    }
    for (let at: string | undefined = source; at !== undefined; at = this.#after.get(at)) {
      if (at !== uuid) continue;
      findings.warn(
        'cexf/circle',
        where,
        'injects that wait for each other',
        'this one does not wait',
      );
      return;
    }
    this.#after.set(uuid, source);
  }

  /** Injects in the chain that ends with it. */
  #depth(uuid: string): number {
    let depth = 1;
    for (let at = this.#after.get(uuid); at !== undefined; at = this.#after.get(at)) depth++;
    return depth;
  }

  #hasTrigger(uuid: string, trigger: string): boolean {
    const sequence = recordOf(fieldOf(this.#steps.get(uuid)?.record ?? null, 'sequence'));
    return textsIn(fieldOf(sequence, 'trigger')).some((text) => text.toLowerCase() === trigger);
  }
}

/** Empty fields tell nobody anything. */
function withoutNulls(value: unknown): unknown {
  const record = recordOf(value);
  if (record === null) return value;
  const kept = Object.entries(record).filter(
    ([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0),
  );
  return kept.length === 0 ? null : Object.fromEntries(kept);
}
