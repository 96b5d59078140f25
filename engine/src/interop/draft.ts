/** A scenario in the making: what every importer fills, and how it becomes one that can run. */
import type { z } from 'zod';
import { formatProblem } from '../scenario/errors.js';
import type { injectSchema } from '../scenario/inject-schema.js';
import { scenarioLimits } from '../scenario/limits.js';
import { parseScenario } from '../scenario/load.js';
import { maxTextLength, textsOf } from '../scenario/localize.js';
import { formatVersion, type scenarioSchema } from '../scenario/schema.js';
import { outsideAddresses } from './addresses.js';
import { cut, isBlank } from './clean-text.js';
import { type Finding, Findings, quote } from './finding.js';
import { NameIds } from './name-ids.js';

/** A scenario as a file holds it: what has a default may be left out. */
export type ScenarioFile = z.input<typeof scenarioSchema>;
export type InjectFile = z.input<typeof injectSchema>;
export type ExpectationFile = NonNullable<InjectFile['expectations']>[number];

export interface ImportSettings {
  /** The scenario's id, made from it: a file's name will do. */
  readonly id: string;
  /** Its title; the source's own where it is left out. */
  readonly title?: string | undefined;
  /** The language the source's prose is in. */
  readonly language: string;
  /** Scenario date and hour at StartEx where the source has none, ISO with its offset. */
  readonly startsAt: string;
  /** Minutes of play over which a source without times of its own, or with days of them, is spread. */
  readonly playMinutes: number;
}

export interface ImportResult {
  /** Loads without problems; null where some finding is an error. */
  readonly scenario: ScenarioFile | null;
  readonly findings: readonly Finding[];
  /** What was found in the source, by kind: { actions: 12, assets: 3 }. */
  readonly counts: Readonly<Record<string, number>>;
}

/** An inject with what the source says beside it, which only controllers are to read. */
export interface DraftInject extends InjectFile {
  readonly notes: readonly string[];
  /** Where it stands in the source: "row 7". */
  readonly source: string;
}

/** The banner that every inject of an exercise carries. */
export const banner = 'EXERCISE EXERCISE EXERCISE';

type Parts = Pick<
  ScenarioFile,
  'parties' | 'teams' | 'contacts' | 'phases' | 'title' | 'summary'
> & {
  objectives: NonNullable<ScenarioFile['objectives']>;
  milestones: NonNullable<ScenarioFile['milestones']>;
  assets: NonNullable<ScenarioFile['assets']>;
  indicators: NonNullable<ScenarioFile['indicators']>;
  items: NonNullable<ScenarioFile['items']>;
  positions: NonNullable<ScenarioFile['positions']>;
  obligations: NonNullable<ScenarioFile['obligations']>;
  endings: NonNullable<ScenarioFile['endings']>;
  injects: DraftInject[];
};

/** Fields that a scenario wants words in. */
const proseFields = new Set(
  'title name sector mission role body label text action target capability'.split(' '),
);

/** What people read where the source says nothing; a designer fills it in. */
export const unspecified = 'Unspecified';

export class Draft {
  readonly settings: ImportSettings;
  readonly findings = new Findings();
  /** Parties, teams and contacts share one name space. */
  readonly names = new NameIds(['all']);
  readonly injectIds = new NameIds();
  readonly assetIds = new NameIds();
  readonly milestoneIds = new NameIds();
  readonly objectiveIds = new NameIds();
  readonly endingIds = new NameIds(['end-of-play']);
  readonly parts: Parts;
  /** Minutes of play at which the exercise ends. */
  lengthMinutes = 60;

  constructor(settings: ImportSettings) {
    this.settings = settings;
    this.parts = {
      title: settings.title ?? '',
      summary: '',
      parties: [],
      teams: [],
      contacts: [],
      objectives: [],
      milestones: [],
      assets: [],
      indicators: [],
      items: [],
      positions: [],
      obligations: [],
      endings: [],
      phases: [],
      injects: [],
    };
  }

  /** Adds a party and gives its id. `id` is taken as it is where it is free. */
  party(name: string, id?: string): string {
    const taken = id !== undefined && this.names.claim(id) ? id : this.names.take(name, 'party');
    const { language } = this.settings;
    this.parts.parties.push({ id: taken, name, timeZone: 'UTC', city: 'UTC', language });
    return taken;
  }

  team(name: string, party: string, more: { id?: string; mission?: string } = {}): string {
    const { id, mission = 'To be written.' } = more;
    const taken = id !== undefined && this.names.claim(id) ? id : this.names.take(name, 'team');
    this.parts.teams.push({ id: taken, party, name, sector: unspecified, mission });
    return taken;
  }

  contact(name: string, id?: string): string {
    const taken = id !== undefined && this.names.claim(id) ? id : this.names.take(name, 'contact');
    this.parts.contacts.push({ id: taken, name, role: unspecified });
    return taken;
  }

  /** The result: a scenario that loads, unless something stood in its way. */
  finish(counts: Readonly<Record<string, number>>): ImportResult {
    const { findings } = this;
    const scenario = findings.hasErrors ? null : this.#withinLimits(this.#build());
    if (scenario !== null) {
      const text = JSON.stringify(scenario, null, 2);
      if (text.length > scenarioLimits.fileLength) {
        findings.error(
          'import/draft-too-large',
          '',
          `the draft has ${text.length} characters; a scenario holds ${scenarioLimits.fileLength}`,
        );
      } else {
        // Read back from text, so that what is checked is what a file will hold.
        const loaded = parseScenario(JSON.parse(text));
        if (!loaded.ok) {
          for (const problem of loaded.problems.slice(0, 20)) {
            findings.error('import/draft-refused', problem.path, formatProblem(problem));
          }
        }
      }
      this.#checkAddresses(scenario);
    }
    return {
      scenario: findings.hasErrors ? null : scenario,
      findings: findings.list(),
      counts,
    };
  }

  #build(): ScenarioFile {
    const { settings, parts } = this;
    /** Notes that no expectation can carry. */
    const loose: DraftInject[] = [];
    const injects = parts.injects.map((inject) => {
      const whole = withNotes(inject);
      if (whole !== null) return whole;
      loose.push(inject);
      const { notes: _notes, source: _source, ...bare } = inject;
      return bare;
    });
    return {
      formatVersion,
      id: new NameIds().take(settings.id, 'imported'),
      ...parts,
      title: textOr(parts.title, settings.id),
      summary: this.#summary(loose),
      estimatedMinutes: Math.min(10_080, Math.max(1, Math.ceil(this.lengthMinutes))),
      defaultLanguage: settings.language,
      languages: [settings.language],
      injects,
      endings: [
        ...parts.endings,
        {
          id: 'end-of-play',
          title: 'End of play',
          when: { kind: 'elapsed', minutes: Math.min(10_080, this.lengthMinutes) },
          ends: true,
        },
      ],
    };
  }

  /**
   * Texts that were put together from several may be too long; of some, cleaning left nothing.
   * Findings: `import/text-cut`, `import/blank-text`.
   */
  #withinLimits<Value>(value: Value, path = ''): Value {
    if (typeof value === 'string' && value.length > maxTextLength) {
      this.findings.warn(
        'import/text-cut',
        this.#placeOf(path),
        `a text of ${value.length} characters`,
        `the first ${maxTextLength} were kept`,
      );
      // The cut text is as much a string as the whole was.
      return cut(value, maxTextLength) as Value & string;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => {
      const place = Array.isArray(value) ? `${path}[${key}]` : `${path}${path && '.'}${key}`;
      if (!proseFields.has(key) || typeof inner !== 'string' || !isBlank(inner)) {
        return [key, this.#withinLimits(inner, place)] as const;
      }
      this.findings.note('import/blank-text', this.#placeOf(place), 'no text', 'to be written');
      return [key, unspecified] as const;
    });
    // The same shape, entry by entry.
    return (
      Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
    ) as Value;
  }

  /** What staff read, with the notes of injects that expect nothing; what does not fit is told. */
  #summary(loose: readonly DraftInject[]): string {
    const { summary } = this.parts;
    let text =
      typeof summary === 'string' && !isBlank(summary) ? summary : 'Imported; to be written.';
    let heading = `\n\n${notesHeading}`;
    for (const { number, title, notes, source } of loose) {
      const line = `${heading}\n- #${number} ${String(title)}: ${notes.join(' · ').replace(/\n+/g, ' ')}`;
      if (text.length + line.length <= maxTextLength) {
        text += line;
        heading = '';
      } else {
        this.findings.note(
          'import/notes-left-out',
          source,
          quote(notes.join(' · '), 400),
          'the summary has no room for these notes; they stand only here',
        );
      }
    }
    return text;
  }

  /** A path of the draft, with where it came from where that is known. */
  #placeOf(path: string): string {
    const index = /^injects\[(\d+)\]/.exec(path)?.[1];
    const source = index === undefined ? undefined : this.parts.injects[Number(index)]?.source;
    return source === undefined ? `${path} of the draft` : `${source}, ${path} of the draft`;
  }

  /** Warns of real addresses; the text stays as it was written. */
  #checkAddresses(scenario: ScenarioFile): void {
    for (const { path, text } of textsOf(scenario)) {
      const words = typeof text === 'string' ? text : Object.values(text).join('\n');
      const outside = outsideAddresses(words);
      if (outside.length === 0) continue;
      const shown = outside.slice(0, 5).join(', ');
      const more = outside.length > 5 ? ` and ${outside.length - 5} more` : '';
      this.findings.warn(
        'import/outside-address',
        this.#placeOf(path),
        `${shown}${more}: not set apart for documentation`,
        'the text was left as it is; use 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 and names under .example',
      );
    }
  }
}

function textOr(text: ScenarioFile['title'], otherwise: string): ScenarioFile['title'] {
  return typeof text === 'string' && isBlank(text) ? otherwise : text;
}

/** Heads what the source says beside an inject, in texts that only staff read. */
export const notesHeading = '— From the source —';

/** With its notes in its first expectation's action, which players never see; null where it expects nothing. */
function withNotes({ notes, source: _, ...inject }: DraftInject): InjectFile | null {
  const [first, ...others] = inject.expectations ?? [];
  if (notes.length === 0) return inject;
  if (first === undefined) return null;
  const text = `${notesHeading}\n${notes.map((note) => `- ${note.replace(/\n/g, '\n  ')}`).join('\n')}`;
  const action = typeof first.action === 'string' ? `${first.action}\n\n${text}` : text;
  if (action.length > maxTextLength) return null;
  return { ...inject, expectations: [{ ...first, action }, ...others] };
}
