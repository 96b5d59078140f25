/** Whether the technique ids that injects are tagged with exist, in the version that the scenario names. */
import { earlierMoves, moves19 } from './attack-moves.js';
import { techniqueIds } from './attack-techniques.js';
import type { LintContext } from './lint-context.js';
import type { LintRule } from './rule.js';

/** The version of ATT&CK that the list is of. */
const listed = 19;

/** Every id with whether it was revoked. */
const techniques: ReadonlyMap<string, boolean> = new Map(
  techniqueIds
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [family = '', ids = ''] = line.split(':');
      return ids.split(' ').map((id): [string, boolean] => {
        const isRevoked = id.endsWith('!');
        return [family + (isRevoked ? id.slice(0, -1) : id), isRevoked];
      });
    }),
);

export type TechniqueStatus =
  | { readonly is: 'known' }
  | { readonly is: 'unknown' }
  | { readonly is: 'revoked'; readonly now: string | null }
  /** It came with a later version, in place of another. */
  | { readonly is: 'later'; readonly before: string };

/** What a technique id is in a version of ATT&CK. */
export function techniqueStatus(id: string, version: number): TechniqueStatus {
  if (version < listed) {
    const before = [...moves19].find(([, now]) => now === id)?.[0];
    if (before !== undefined) return { is: 'later', before };
    if (moves19.has(id)) return { is: 'known' };
  }
  const isRevoked = techniques.get(id);
  if (isRevoked === undefined) return { is: 'unknown' };
  if (!isRevoked) return { is: 'known' };
  const now = moves19.get(id) ?? earlierMoves.get(id) ?? null;
  // What replaced it may itself have moved since the version named.
  const then =
    version < listed && now !== null ? [...moves19].find(([, to]) => to === now)?.[0] : null;
  return { is: 'revoked', now: then ?? now };
}

export const attackRules: readonly LintRule[] = [
  {
    code: 'attack/revoked-technique',
    severity: 'warning',
    meaning: `A technique id was revoked in the version of ATT&CK that the scenario names (${listed} where it names none).`,
    mend: 'Use the id that took its place.',
    *find(context) {
      for (const { path, id, version } of tagsOf(context)) {
        const status = techniqueStatus(id, version);
        if (status.is !== 'revoked') continue;
        yield {
          path,
          message: `${id} was revoked`,
          ...(status.now !== null && { hint: `it is now ${status.now}` }),
        };
      }
    },
  },
  {
    code: 'attack/unknown-technique',
    severity: 'warning',
    meaning: `No technique of this id is in ATT&CK (Enterprise, Mobile and ICS, version ${listed}), or not yet in the version named.`,
    mend: 'Look the id up, or name the version of ATT&CK it is from in "attackVersion".',
    *find(context) {
      for (const { path, id, version } of tagsOf(context)) {
        const status = techniqueStatus(id, version);
        if (status.is === 'later') {
          yield {
            path,
            message: `${id} came with version ${listed}`,
            hint: `version ${version} has ${status.before}, or set "attackVersion" to "${listed}"`,
          };
        }
        // Of a version that came out later, nothing is known here.
        if (status.is === 'unknown' && version <= listed) {
          yield { path, message: `ATT&CK has no ${id}` };
        }
      }
    },
  },
  {
    code: 'attack/no-version',
    severity: 'note',
    meaning:
      'Injects are tagged with ATT&CK techniques, but the scenario does not say of which version. Ids move between versions.',
    mend: `Add "attackVersion": "${listed}", or whichever version the ids are from.`,
    *find({ scenario }) {
      const isTagged = scenario.injects.some(({ attack }) => attack.length > 0);
      if (isTagged && versionOf(scenario.attackVersion) === null) {
        yield { path: 'injects', message: 'the version of ATT&CK is not named' };
      }
    },
  },
];

function tagsOf({ scenario }: LintContext) {
  const version = versionOf(scenario.attackVersion) ?? listed;
  return scenario.injects.flatMap(({ attack }, index) =>
    attack.map((id, place) => ({ path: `injects[${index}].attack[${place}]`, id, version })),
  );
}

/** "19", "v19.1" → 19; null where it is no version. */
function versionOf(text: string | undefined): number | null {
  const found = /\d+/.exec(text ?? '');
  return found === null ? null : Number(found[0]);
}
