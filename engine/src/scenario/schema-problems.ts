/** What the schema has against a file, in an author's words. */
import type { z } from 'zod';
import { didYouMean, formatPath, type ScenarioProblem } from './errors.js';
import { expectationSchema } from './inject-schema.js';
import { obligationSchema } from './obligation-schema.js';
import { positionSchema } from './position-schema.js';
import { scenarioSchema } from './schema.js';
import { informationItemSchema } from './sharing-schema.js';

/** Names that were right once, or elsewhere. */
const formerNames: Readonly<Record<string, string>> = {
  WHITE: 'TLP 2.0 calls it "CLEAR"',
};

export function toProblems(issue: z.core.$ZodIssue, raw: unknown): ScenarioProblem[] {
  const path = formatPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'scenario/unknown-field',
      path: formatPath([...issue.path, key]),
      message: `"${key}" is not a field here`,
      hint: didYouMean(key, knownFields) ?? 'remove it, or look the name up in the schema',
    }));
  }
  const given = valueAt(raw, issue.path);
  if (given === undefined) {
    return [
      {
        code: 'scenario/missing-field',
        path,
        message: 'a value is needed',
        hint: 'add the field',
      },
    ];
  }
  return [{ code: 'scenario/invalid-value', path, ...worded(issue, given) }];
}

type Words = Pick<ScenarioProblem, 'message' | 'hint'>;

function worded(issue: z.core.$ZodIssue, given: unknown): Words {
  switch (issue.code) {
    case 'invalid_value':
      return notAmong(given, issue.values.map(String));
    case 'invalid_union': {
      if ('options' in issue && Array.isArray(issue.options)) {
        return notAmong(given, issue.options.map(String));
      }
      const inner = issue.errors.flat().map((deeper) => deeper.message);
      return { message: inner.length > 0 ? [...new Set(inner)].join(' or ') : issue.message };
    }
    case 'invalid_type':
      return {
        message: `${kinds[issue.expected] ?? issue.expected} is needed, and this is ${kindOf(given)}`,
      };
    case 'too_small':
      return bounded(issue.origin, 'at least', Number(issue.minimum), given) ?? issue;
    case 'too_big':
      return bounded(issue.origin, 'at most', Number(issue.maximum), given) ?? issue;
    default:
      return { message: issue.message };
  }
}

function notAmong(given: unknown, known: readonly string[]): Words {
  const name = typeof given === 'string' ? given : JSON.stringify(given);
  return {
    message: `"${name}" is not known here`,
    hint: formerNames[name] ?? didYouMean(name, known) ?? `one of ${known.join(', ')}`,
  };
}

function bounded(origin: string, bound: string, limit: number, given: unknown): Words | null {
  if (origin === 'array' && Array.isArray(given)) {
    return { message: `${bound} ${limit} in this list, and there are ${given.length}` };
  }
  if (origin === 'string' && typeof given === 'string') {
    return { message: `${bound} ${limit} characters, and there are ${given.length}` };
  }
  return typeof given === 'number' ? { message: `${bound} ${limit}, and this is ${given}` } : null;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return kinds[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  );
}

const knownFields = [
  ...Object.keys(scenarioSchema.shape),
  ...Object.keys(scenarioSchema.shape.parties.element.shape),
  ...Object.keys(scenarioSchema.shape.teams.element.shape),
  ...Object.keys(scenarioSchema.shape.injects.element.shape),
  ...expectationSchema.options.flatMap((kind) => Object.keys(kind.shape)),
  ...Object.keys(informationItemSchema.shape),
  ...Object.keys(positionSchema.shape),
  ...Object.keys(obligationSchema.shape),
];
