/** What an OpenAEV inject expects, as expectations of a draft. */
import { scenarioLimits } from '../../scenario/limits.js';
import type { ExpectationFile } from '../draft.js';
import { quote } from '../finding.js';
import {
  describeValue,
  fieldOf,
  type JsonRecord,
  listOf,
  recordOf,
  textOf,
} from '../json-shape.js';
import type { OpenaevSource } from './openaev-source.js';

/** Minutes to answer in where the source does not say. */
const usualWithin = 15;
const taken = new Set([
  'expectation_type',
  'expectation_name',
  'expectation_description',
  'expectation_score',
  'expectation_expiration_time',
  'expectation_expectation_group',
]);

/** Findings: `openaev/technical-expectation`, `openaev/too-many-expectations`. */
export function expectationsOfInject(
  content: JsonRecord | null,
  where: string,
  source: OpenaevSource,
): ExpectationFile[] {
  const { findings } = source.draft;
  const list = listOf(content, 'expectations');
  if (list.length > scenarioLimits.expectations) {
    findings.warn(
      'openaev/too-many-expectations',
      where,
      `${list.length} expectations`,
      `the first ${scenarioLimits.expectations} were kept`,
    );
  }
  return list.slice(0, scenarioLimits.expectations).map((value, index): ExpectationFile => {
    const record = recordOf(value);
    const type = textOf(record, 'expectation_type') ?? 'MANUAL';
    if (/^(detection|prevention|vulnerability)$/i.test(type)) {
      findings.note(
        'openaev/technical-expectation',
        where,
        `${quote(type)} is told by machines in the source`,
        'here a team answers and an evaluator looks',
      );
    }
    const more = Object.entries(record ?? {}).flatMap(([key, inner]) => {
      const text = taken.has(key) ? null : describeValue(inner);
      return text === null ? [] : [`${key}: ${text}`];
    });
    const said = [
      textOf(record, 'expectation_name') ?? type,
      textOf(record, 'expectation_description') ?? '',
      ...more,
    ];
    const minutes = Number(textOf(record, 'expectation_expiration_time') ?? Number.NaN) / 60;
    const score = Math.round(Number(textOf(record, 'expectation_score') ?? 0));
    return {
      id: `respond-${index + 1}`,
      kind: 'respond',
      by: fieldOf(record, 'expectation_expectation_group') === true ? 'any' : 'each',
      withinMinutes: minutes >= 0.5 && minutes <= 1_440 ? minutes : usualWithin,
      points: score >= 0 && score <= 1_000 ? score : 0,
      action: source.text(said.filter((part) => part.trim() !== '').join('\n\n'), where),
    };
  });
}
