/** Injects of an OpenAEV export, but for what makes them go out after others. */
import { techniqueIds } from '../attack-ids.js';
import { cleanTitle } from '../clean-text.js';
import { banner, type DraftInject } from '../draft.js';
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
import type { Tally } from '../tally.js';
import { expectationsOfInject } from './openaev-expectations.js';
import type { OpenaevPeople } from './openaev-people.js';
import type { OpenaevSource, SourceEntry } from './openaev-source.js';

interface Making {
  readonly source: OpenaevSource;
  readonly people: OpenaevPeople;
  readonly tally: Tally;
}

interface Place {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly minutes: number;
}

/** Findings: `openaev/inject-disabled`, `import/default-marking`, `import/no-banner`. */
export function makeInject(
  { record, where }: SourceEntry,
  place: Place,
  making: Making,
): DraftInject {
  const { source, people, tally } = making;
  const { findings } = source.draft;
  const content = recordOf(fieldOf(record, 'inject_content'));
  const contract = recordOf(fieldOf(record, 'inject_injector_contract'));
  const { title, rest } = cleanTitle(
    textOf(content, 'subject') ?? textOf(record, 'inject_title') ?? '',
    where,
    findings,
  );
  const isOff = fieldOf(record, 'inject_enabled') === false;
  if (isOff)
    findings.warn(
      'openaev/inject-disabled',
      where,
      `${quote(title)} is switched off in the source`,
      'it waits in the deck',
    );
  const body = [rest ?? '', bodyOf(content, where, source)]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  tally.add(
    'import/default-marking',
    where,
    'the source has no markings',
    'injects go out under TLP:AMBER',
  );
  if (!body.includes(banner)) {
    tally.add(
      'import/no-banner',
      where,
      `the text lacks “${banner}”`,
      'add it: every inject of an exercise carries it',
    );
  }
  const patterns = listOf(contract, 'injector_contract_attack_patterns').flatMap(
    (value) => textOf(recordOf(value), 'attack_pattern_external_id') ?? textsIn(value),
  );
  const expectations = expectationsOfInject(content, where, source);
  return {
    id: place.id,
    number: place.number,
    title: title || 'Untitled',
    kind: expectations.length > 0 ? 'expectedAction' : 'contextual',
    phase: place.phase,
    channel: channelFor(record, contract),
    from: people.sender,
    to: people.recipients(record, where),
    tlp: 'AMBER',
    body: body || title || 'Untitled',
    attack: [...techniqueIds(patterns.join(' ')).ids],
    release: isOff ? { kind: 'deck' } : { kind: 'at', minutes: place.minutes },
    expectations,
    source: where,
    notes: notesOf(record, content, contract, where, source),
  };
}

/** The text, and the articles that the inject publishes. */
function bodyOf(content: JsonRecord | null, where: string, source: OpenaevSource): string {
  const texts = [
    textOf(content, 'body') ?? textOf(content, 'message') ?? textOf(content, 'content') ?? '',
  ];
  const wanted = new Set(textsIn(fieldOf(content, 'articles')));
  for (const value of listOf(source.root, `${source.prefix}articles`)) {
    const article = recordOf(value);
    if (!wanted.has(textOf(article, 'article_id') ?? '')) continue;
    texts.push(
      `## ${textOf(article, 'article_name') ?? ''}`,
      textOf(article, 'article_content') ?? '',
    );
  }
  return texts
    .map((text) => source.text(text, `${where}.inject_content`))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

const inBody = new Set(['body', 'subject', 'message', 'content', 'expectations', 'articles']);
const elsewhere = new Set(
  'inject_id inject_title inject_content inject_enabled inject_injector_contract inject_teams inject_audiences inject_all_teams inject_all_audiences inject_depends_on inject_depends_duration inject_tags'.split(
    ' ',
  ),
);

/** What the inject says beside its text. */
function notesOf(
  record: JsonRecord,
  content: JsonRecord | null,
  contract: JsonRecord | null,
  where: string,
  source: OpenaevSource,
): string[] {
  const lines = (from: JsonRecord | null, skipped: ReadonlySet<string>) =>
    Object.entries(from ?? {}).flatMap(([key, value]) => {
      const text = skipped.has(key) ? null : describeValue(value);
      return text === null ? [] : [`${key.replace(/^inject_/, '')}: ${text}`];
    });
  const title = textOf(content, 'subject') === null ? null : textOf(record, 'inject_title');
  const tags = source.tagNames(textsIn(fieldOf(record, 'inject_tags')));
  const labels = describeValue(fieldOf(contract, 'injector_contract_labels'));
  return [
    ...(title === null ? [] : [`title: ${title}`]),
    ...(labels === null ? [] : [`injector: ${labels}`]),
    ...(tags === '' ? [] : [`tags: ${tags}`]),
    ...lines(record, elsewhere),
    ...lines(content, inBody),
  ].map((note) => source.text(note, where));
}

function channelFor(record: JsonRecord, contract: JsonRecord | null): DraftInject['channel'] {
  const words = `${textOf(record, 'inject_type') ?? ''} ${describeValue(fieldOf(contract, 'injector_contract_labels')) ?? ''}`;
  if (/channel|article|media|press/i.test(words)) return 'news';
  if (/sms|ovh|notify|alert/i.test(words)) return 'alert';
  if (/phone|call/i.test(words)) return 'call';
  if (/twitter|mastodon|social|post/i.test(words)) return 'social';
  return /manual|challenge|document/i.test(words) ? 'letter' : 'email';
}
