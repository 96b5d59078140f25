/** Of all that never comes about, what is to blame, and what only follows from it. */
import type { Reach } from './reach.js';
import { waysInto } from './reach.js';
import { fromSites, type Reason, whyNever, whyTriggerNever } from './reasons.js';

const never = Number.POSITIVE_INFINITY;

export interface Dead {
  /** `inject …`, `phase …`, `position …` or `obligation …`. */
  readonly key: string;
  readonly reasons: readonly Reason[];
}

export interface Blame {
  /** To blame by themselves, each with what waits for them in vain, directly or not. */
  readonly roots: ReadonlyMap<string, Dead & { readonly followers: readonly string[] }>;
  /** Things that wait for each other. */
  readonly circles: readonly (readonly Dead[])[];
}

export function findBlame(reach: Reach, pathOf: (key: string) => string): Blame {
  const dead = new Map(deadOf(reach, pathOf).map((thing) => [thing.key, thing]));
  const isRoot = ({ reasons }: Dead) =>
    reasons.length === 0 || reasons.some(({ blame }) => blame === null || !dead.has(blame));
  const followers = new Map<string, string[]>();
  const circles: Dead[][] = [];
  const inCircle = new Set<string>();
  for (const thing of dead.values()) {
    if (isRoot(thing)) {
      followers.set(thing.key, followers.get(thing.key) ?? []);
      continue;
    }
    const behind = reachedFrom(thing, dead);
    const roots = behind.filter((one) => isRoot(one));
    for (const { key } of roots) followers.set(key, [...(followers.get(key) ?? []), thing.key]);
    if (roots.length > 0 || [thing, ...behind].some(({ key }) => inCircle.has(key))) continue;
    const circle = [...new Set([thing, ...behind])].filter((one) =>
      reachedFrom(one, dead).includes(one),
    );
    for (const { key } of circle) inCircle.add(key);
    circles.push(circle);
  }
  const roots = new Map(
    [...followers].flatMap(([key, following]) => {
      const thing = dead.get(key);
      return thing === undefined ? [] : [[key, { ...thing, followers: following }] as const];
    }),
  );
  return { roots, circles };
}

function deadOf(reach: Reach, pathOf: (key: string) => string): Dead[] {
  const { scenario, phases } = reach.playbook;
  const found: Dead[] = [];
  for (const phaseId of phases.keys()) {
    if (reach.phase(phaseId) < never) continue;
    found.push({ key: `phase ${phaseId}`, reasons: whyPhaseNever(phaseId, pathOf, reach) });
  }
  for (const { id, release, phase } of scenario.injects) {
    if (reach.inject(id) < never) continue;
    const reasons = whyTriggerNever(release, phase, `${pathOf(`inject ${id}`)}.release`, reach);
    found.push({ key: `inject ${id}`, reasons });
  }
  for (const { id, comesWith } of scenario.positions) {
    if (reach.position(id) < never) continue;
    const path = pathOf(`position ${id}`);
    const reason: Reason =
      comesWith === undefined
        ? fromSites(openers(reach, id), path, 'it', 'opens')
        : {
            path: `${path}.comesWith`,
            text: `"${comesWith}" never comes`,
            blame: `inject ${comesWith}`,
          };
    found.push({ key: `position ${id}`, reasons: [reason] });
  }
  for (const { id, startsWhen } of scenario.obligations) {
    if (reach.obligation(id) < never) continue;
    const path = pathOf(`obligation ${id}`);
    const sites = reach.sites.filter(
      ({ effect }) => effect.kind === 'startObligation' && effect.obligation === id,
    );
    const reasons =
      startsWhen === undefined
        ? [fromSites(sites, path, 'it', 'starts')]
        : whyNever(startsWhen, `${path}.startsWhen`, reach);
    found.push({ key: `obligation ${id}`, reasons });
  }
  return found;
}

function openers(reach: Reach, id: string) {
  return reach.sites.filter(
    ({ effect }) => effect.kind === 'openPosition' && effect.position === id,
  );
}

function whyPhaseNever(phaseId: string, pathOf: (key: string) => string, reach: Reach): Reason[] {
  const path = pathOf(`phase ${phaseId}`);
  const { parentId } = reach.playbook.phases.get(phaseId as never) ?? { parentId: null };
  if (parentId !== null && reach.phase(parentId) === never) {
    return [{ path, text: `phase "${parentId}" is never entered`, blame: `phase ${parentId}` }];
  }
  const ways = waysInto(reach.playbook, phaseId).flatMap((way): Reason[] => {
    if (reach.phase(way.phaseId) === never) {
      const text = `phase "${way.phaseId}" is never entered`;
      return [{ path, text, blame: `phase ${way.phaseId}` }];
    }
    const when = reach.playbook.phases.get(way.phaseId)?.phase.exits[way.exit]?.when;
    const reasons = when === undefined ? [] : whyTriggerNever(when, way.phaseId, path, reach);
    const text = `the exit of "${way.phaseId}" that leads to it never opens`;
    return reasons.map(({ blame }) => ({ path, text, blame }));
  });
  const effects = reach.sites.filter(
    ({ effect }) => effect.kind === 'enterPhase' && effect.phase === phaseId,
  );
  if (effects.length > 0) ways.push(fromSites(effects, path, 'it', 'enters'));
  return ways.length > 0 ? ways : [{ path, text: 'no exit or effect leads to it', blame: null }];
}

/** Everything dead that a dead thing waits for, directly or not; itself among them if it waits for itself. */
function reachedFrom(thing: Dead, dead: ReadonlyMap<string, Dead>): Dead[] {
  const seen = new Map<string, Dead>();
  const open = [...thing.reasons];
  for (let reason = open.pop(); reason !== undefined; reason = open.pop()) {
    const next = reason.blame === null ? undefined : dead.get(reason.blame);
    if (next === undefined || seen.has(next.key)) continue;
    seen.set(next.key, next);
    open.push(...next.reasons);
  }
  return [...seen.values()];
}
