/** From an exercise in MISP's Common Exercise Format to a draft scenario. */
import { scenarioLimits } from '../../scenario/limits.js';
import { cleanText, cleanTitle } from '../clean-text.js';
import {
  banner,
  Draft,
  type DraftInject,
  type ExpectationFile,
  type ImportResult,
  type ImportSettings,
} from '../draft.js';
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
import { momentAfter, roundMinutes } from '../play-times.js';
import { Tally } from '../tally.js';
import { CexfFlow } from './cexf-flow.js';
import { payloadOf } from './cexf-payload.js';

/**
 * Reads what is parsed. Findings: `cexf/unknown-form`, `cexf/no-injects`, `cexf/too-many-injects`,
 * `cexf/duplicate-id`, `cexf/not-an-object`, `cexf/automatic-evaluation`, `cexf/too-many-criteria`,
 * `cexf/part-left-out`, `import/placeholder-team`, `import/default-marking`, and those of flow and
 * payloads.
 */
export function importCexf(raw: unknown, settings: ImportSettings): ImportResult {
  const draft = new Draft(settings);
  const record = recordOf(raw);
  const exercise = recordOf(fieldOf(record, 'exercise'));
  if (record === null || exercise === null || !Array.isArray(fieldOf(record, 'injects'))) {
    draft.findings.error(
      'cexf/unknown-form',
      '',
      'it needs an object "exercise" and a list "injects"',
    );
    return draft.finish({});
  }
  const entries = readInjects(record, draft);
  if (entries.length === 0)
    draft.findings.error('cexf/no-injects', 'injects', 'the exercise has no injects');
  if (entries.length > scenarioLimits.injects) {
    draft.findings.error(
      'cexf/too-many-injects',
      'injects',
      `${entries.length} injects; a scenario holds ${scenarioLimits.injects}`,
    );
  }
  if (!draft.findings.hasErrors) fillDraft(draft, record, exercise, entries);
  return draft.finish({
    injects: entries.length,
    flow: listOf(record, 'inject_flow').length,
    payloads: listOf(record, 'inject_payloads').length,
    criteria: entries.reduce(
      (sum, entry) => sum + listOf(entry.record, 'inject_evaluation').length,
      0,
    ),
  });
}

export interface CexfInject {
  readonly uuid: string;
  readonly record: JsonRecord;
  readonly where: string;
}

function readInjects(root: JsonRecord, { findings }: Draft): CexfInject[] {
  const seen = new Map<string, number>();
  return listOf(root, 'injects').flatMap((value, index): CexfInject[] => {
    const where = `injects[${index}]`;
    const record = recordOf(value);
    if (record === null) {
      findings.warn('cexf/not-an-object', where, 'it is no object', 'it was left out');
      return [];
    }
    const uuid = textOf(record, 'uuid') ?? `injects[${index}]`;
    const earlier = seen.get(uuid);
    if (earlier !== undefined) {
      findings.warn(
        'cexf/duplicate-id',
        where,
        `the same uuid as injects[${earlier}]`,
        'the first was kept',
      );
      return [];
    }
    seen.set(uuid, index);
    return [{ uuid, record, where }];
  });
}

function fillDraft(
  draft: Draft,
  root: JsonRecord,
  exercise: JsonRecord,
  entries: readonly CexfInject[],
): void {
  const { findings, parts, settings } = draft;
  const tally = new Tally();
  fillAbout(draft, root, exercise);
  draft.team('Analysts', draft.party('Participants', 'participants'), { id: 'analysts' });
  const from = draft.contact('SimCell', 'simcell');
  findings.note(
    'import/placeholder-team',
    '',
    'the source names no teams',
    'one stands for all; add yours',
  );
  const seconds = Number(textOf(exercise, 'total_duration') ?? Number.NaN);
  const length =
    seconds >= 60 && seconds <= 600_000 ? roundMinutes(seconds / 60) : settings.playMinutes;
  draft.lengthMinutes = length;
  parts.phases.push({ id: 'play', title: 'Play', startsAt: momentAfter(settings.startsAt, 0) });
  const ids = new Map(
    entries.map(({ uuid, record }) => [
      uuid,
      draft.injectIds.take(textOf(record, 'name') ?? '', 'event'),
    ]),
  );
  const flow = new CexfFlow(draft, root, entries, ids, length);
  entries.forEach((entry, index) => {
    const { record, where } = entry;
    const { title, rest } = cleanTitle(textOf(record, 'name') ?? '', where, findings);
    const payload = payloadOf(root, record, where, draft);
    const described = [rest, textOf(record, 'description'), flow.descriptionOf(entry.uuid)].flatMap(
      (part) => part ?? [],
    );
    const body = [`**${banner}**`, ...new Set(described), payload.text]
      .map((part) => cleanText(part, where, findings))
      .filter((part) => part.trim() !== '');
    tally.add(
      'import/default-marking',
      where,
      'the source has no markings',
      'injects go out under TLP:AMBER',
    );
    const inject: DraftInject = {
      id: ids.get(entry.uuid) ?? '',
      number: String(index + 1),
      title: title || 'Untitled',
      kind: 'expectedAction',
      phase: 'play',
      channel: payload.isMail ? 'email' : 'alert',
      from,
      to: ['all'],
      tlp: 'AMBER',
      body: body.length > 1 ? body.join('\n\n') : `${body.join('')}\n\n${title || 'Untitled'}`,
      release: flow.releaseOf(entry.uuid),
      expectations: [expectationOf(entry, flow.slotMinutes, draft)],
      source: where,
      notes: [...notesOf(record, where, draft), ...payload.notes, ...flow.notesOf(entry.uuid)],
    };
    parts.injects.push(inject);
  });
  findings.note(
    'cexf/automatic-evaluation',
    '',
    'the source is evaluated by a machine',
    'its rules became criteria that an evaluator ticks',
  );
  tally.tell(findings);
}

function fillAbout(draft: Draft, root: JsonRecord, exercise: JsonRecord): void {
  const { parts, findings, settings } = draft;
  if (settings.title === undefined)
    parts.title = cleanTitle(textOf(exercise, 'name') ?? '', 'exercise.name', findings).title;
  const texts = [textOf(exercise, 'description'), textOf(exercise, 'expanded')].flatMap(
    (text) => text ?? [],
  );
  const said = new Set(['name', 'description', 'expanded', 'total_duration']);
  const more = Object.entries(exercise).flatMap(([key, value]) => {
    const text = said.has(key) ? null : describeValue(value);
    return text === null ? [] : [`${key}: ${text}`];
  });
  parts.summary = cleanText([...new Set(texts), ...more].join('\n\n'), 'exercise', findings);
  for (const [key, value] of Object.entries(root)) {
    if (['exercise', 'inject_flow', 'inject_payloads', 'injects'].includes(key)) continue;
    const text = describeValue(value);
    if (text !== null)
      findings.warn('cexf/part-left-out', key, quote(text, 160), 'a draft has no place for it');
  }
}

/** What is scored becomes criteria; the highest scores together are the points. */
function expectationOf(
  { record, where }: CexfInject,
  withinMinutes: number,
  { findings }: Draft,
): ExpectationFile {
  const evaluations = listOf(record, 'inject_evaluation').map(recordOf);
  if (evaluations.length > scenarioLimits.criteria) {
    findings.warn(
      'cexf/too-many-criteria',
      `${where}.inject_evaluation`,
      `${evaluations.length} rules`,
      `the first ${scenarioLimits.criteria} are criteria; all stand in the expected action`,
    );
  }
  const lines = evaluations.map((evaluation, index) => {
    const range = textsIn(fieldOf(evaluation, 'score_range'));
    const rules = Object.entries(evaluation ?? {}).flatMap(([key, value]) => {
      const said = key === 'result' || key === 'score_range' ? null : describeValue(value);
      return said === null ? [] : [key === 'parameters' ? said : `${key} ${said}`];
    });
    const result = textOf(evaluation, 'result') ?? `Rule ${index + 1}`;
    const score = range.length === 2 ? ` (${range.join('–')} points)` : '';
    return { text: `${result}${score}`, rules: rules.join('; ') };
  });
  const points = evaluations.reduce((sum, evaluation) => {
    const highest = Number(textsIn(fieldOf(evaluation, 'score_range')).at(-1) ?? 0);
    return sum + (Number.isFinite(highest) ? Math.max(0, highest) : 0);
  }, 0);
  const action = lines
    .map(({ text, rules }) => (rules === '' ? `- ${text}` : `- ${text}: ${rules}`))
    .join('\n');
  return {
    id: 'respond',
    kind: 'respond',
    withinMinutes,
    points: Math.min(1_000, Math.round(points)),
    ...(action === '' ? {} : { action: cleanText(action, `${where}.inject_evaluation`, findings) }),
    criteria: lines.slice(0, scenarioLimits.criteria).map(({ text }, index) => ({
      id: `rule-${index + 1}`,
      text:
        cleanText(text, `${where}.inject_evaluation[${index}]`, findings) || `Rule ${index + 1}`,
    })),
  };
}

const elsewhere = new Set([
  'name',
  'uuid',
  'description',
  'inject_evaluation',
  'action_payload_resource_uuid',
]);

function notesOf(record: JsonRecord, where: string, { findings }: Draft): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const text = elsewhere.has(key) ? null : describeValue(value);
    return text === null ? [] : [cleanText(`${key}: ${text}`, `${where}.${key}`, findings)];
  });
}
