/**
 * What a condition names but a list of events does not hold: made as empty stubs, so that the
 * trigger stays as it was.
 */
import { type Draft, unspecified } from '../draft.js';
import type { ConditionFile } from './msel-triggers.js';

type Leaf = Exclude<ConditionFile, { kind: 'all' | 'any' | 'not' }>;

/** What exists outside the stubs, and a team that stubs can belong to. */
export interface Known {
  readonly injects: ReadonlyMap<string, { readonly choices: ReadonlySet<string> }>;
  readonly phases: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  /** Teams, parties and "all". */
  readonly addressable: ReadonlySet<string>;
  readonly party: string;
  readonly contact: string;
}

/**
 * Adds what the condition names and the draft lacks; false where it names an event, choice, phase
 * or team that no stub can stand for. Finding: `msel/stub-made`.
 */
export function addStubs(
  condition: ConditionFile,
  draft: Draft,
  known: Known,
  where: string,
): boolean {
  const leaves = leavesOf(condition);
  if (!leaves.every((leaf) => isPossible(leaf, known))) return false;
  for (const leaf of leaves) addStub(leaf, draft, known, where);
  return true;
}

function leavesOf(condition: ConditionFile): Leaf[] {
  if (condition.kind === 'not') return leavesOf(condition.of);
  return condition.kind === 'all' || condition.kind === 'any'
    ? condition.of.flatMap(leavesOf)
    : [condition];
}

function isPossible(leaf: Leaf, { injects, phases, teams, addressable }: Known): boolean {
  switch (leaf.kind) {
    case 'choice': {
      const inject = injects.get(leaf.inject);
      return (
        inject?.choices.has(leaf.choice) === true && (leaf.by === undefined || teams.has(leaf.by))
      );
    }
    case 'inject':
      return injects.has(leaf.inject);
    case 'count':
      return leaf.inject === undefined || injects.has(leaf.inject);
    case 'phase':
      return phases.has(leaf.phase);
    case 'elapsed':
      return leaf.since === undefined || leaf.since === 'startEx' || phases.has(leaf.since);
    case 'score':
      return leaf.team === undefined || teams.has(leaf.team);
    case 'shared':
      return (
        (leaf.by === undefined || teams.has(leaf.by)) &&
        (leaf.with === undefined || addressable.has(leaf.with))
      );
    default:
      return true;
  }
}

function addStub(leaf: Leaf, draft: Draft, { party, contact, teams }: Known, where: string): void {
  const { parts, findings } = draft;
  const [team = ''] = teams;
  const tell = (kind: string, id: string) => {
    findings.warn(
      'msel/stub-made',
      where,
      `its trigger asks for the ${kind} “${id}”`,
      'an empty one was made; fill it in',
    );
  };
  const has = (list: readonly { readonly id: string }[], id: string) =>
    list.some((entry) => entry.id === id);
  switch (leaf.kind) {
    case 'milestone':
      if (has(parts.milestones, leaf.milestone)) return;
      parts.milestones.push({ id: leaf.milestone, title: leaf.milestone });
      tell('milestone', leaf.milestone);
      return;
    case 'asset':
      if (has(parts.assets, leaf.asset)) return;
      parts.assets.push({ id: leaf.asset, name: leaf.asset, party, sector: unspecified });
      tell('asset', leaf.asset);
      return;
    case 'indicator':
      if (has(parts.indicators, leaf.indicator)) return;
      parts.indicators.push({ id: leaf.indicator, name: leaf.indicator, start: 50 });
      tell('indicator', leaf.indicator);
      return;
    case 'shared':
      if (has(parts.items, leaf.item)) return;
      parts.items.push({
        id: leaf.item,
        title: leaf.item,
        body: 'To be written.',
        originator: contact,
        holders: [team],
        tlp: 'AMBER',
      });
      tell('information item', leaf.item);
      return;
    case 'position': {
      const { position, option = 'option-1' } = leaf;
      const known = parts.positions.find(({ id }) => id === position);
      if (known !== undefined) {
        if (leaf.option === undefined || known.options === undefined || has(known.options, option))
          return;
        known.options.push({ id: option, label: option });
        return;
      }
      parts.positions.push({
        id: position,
        title: position,
        question: 'To be written.',
        voices: [team],
        options: [
          { id: option, label: option },
          { id: 'other', label: 'Something else' },
        ],
        rule: { kind: 'consensus' },
        withinMinutes: 30,
      });
      tell('joint position', position);
      return;
    }
    case 'obligation':
      if (has(parts.obligations, leaf.obligation)) return;
      parts.obligations.push({
        id: leaf.obligation,
        title: leaf.obligation,
        teams: [team],
        to: contact,
        withinHours: 24,
        fields: [{ id: 'summary', label: 'Summary' }],
        points: 0,
      });
      tell('obligation', leaf.obligation);
      return;
    default:
      return;
  }
}
