/**
 * Canaries: every text and every name that an author writes holds a token of its own, so that a
 * leak can be seen in what was sent, whatever shape it has.
 */
import { parseScenario } from '@trilogue/engine/scenario/load';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { Scenario, scenarioSchema } from '@trilogue/engine/scenario/schema';
import type { z } from 'zod';

/** What a token stands for. `of` names whose it is: an inject, a team, a phase and the like. */
export interface About {
  readonly kind: PlantedKind;
  readonly of: string;
  /** A choice or an expectation of the inject. */
  readonly part?: string;
}

export const plantedKinds = [
  'scenario id',
  'scenario text',
  'exercise title',
  'party',
  'team',
  'contact id',
  'contact',
  'objective id',
  'objective title',
  'objective detail',
  'phase',
  'asset',
  'indicator',
  'milestone',
  'ending',
  'inject id',
  'inject title',
  'inject body',
  'inject number',
  'attack id',
  'choice id',
  'choice label',
  'choice rationale',
  'expectation id',
  'expectation action',
  'award reason',
  'table',
  'seat',
  'typed',
] as const;
export type PlantedKind = (typeof plantedKinds)[number];

/** A token as it stands in a text; numbers of injects and ids of techniques have shapes of their own. */
const tokenShape = /kx[0-9a-z]{4}xk|8[0-9]{3}Q|T[0-9]{4}\.[0-9]{3}/g;

/** Every token in what was sent, once. */
export function tokensIn(sent: string): string[] {
  return [...new Set(sent.match(tokenShape) ?? [])];
}

export class Tokens {
  readonly about = new Map<string, About>();

  mint(about: About): string {
    const token = `kx${this.about.size.toString(36).padStart(4, '0')}xk`;
    this.about.set(token, about);
    return token;
  }

  /** For what has a shape of its own. */
  note(token: string, about: About): string {
    this.about.set(token, about);
    return token;
  }

  /** A text in two languages, each with a token of its own. */
  text(about: About): LocalizedText {
    return { en: `Text ${this.mint(about)}.`, ja: `文 ${this.mint(about)}` };
  }
}

export interface Canary {
  readonly scenario: Scenario;
  readonly tokens: Tokens;
  /** From the first scenario's ids to the tokens that took their place. */
  readonly ids: ReadonlyMap<string, string>;
  /** By "inject choice" and "inject expectation", in the first scenario's ids. */
  readonly parts: ReadonlyMap<string, string>;
}

type Input = z.input<typeof scenarioSchema>;
type PhaseInput = Input['phases'][number];
type InjectInput = Input['injects'][number];
type EffectInput = NonNullable<InjectInput['effects']>[number];
type Names = Pick<Canary, 'ids' | 'parts'>;

/** The same scenario in tokens, with the texts added that it left out. */
export function plant(scenario: Scenario): Canary {
  const tokens = new Tokens();
  const names = mintNames(scenario, tokens);
  // A parsed scenario is a scenario file, too, once its ids are plain strings.
  const renamed = rename(scenario, names) as unknown as Input;
  const loaded = parseScenario(withTexts(renamed, tokens));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return { scenario: loaded.scenario, tokens, ...names };
}

function mintNames(scenario: Scenario, tokens: Tokens): Names {
  const ids = new Map<string, string>();
  const parts = new Map<string, string>();
  const name = (kind: PlantedKind, list: readonly { id: string }[]) => {
    for (const { id } of list) {
      const token = tokens.mint({ kind, of: '' });
      tokens.note(token, { kind, of: token });
      ids.set(id, token);
    }
  };
  name('scenario id', [scenario]);
  name('party', scenario.parties);
  name('team', scenario.teams);
  name('contact id', scenario.contacts);
  name('objective id', scenario.objectives);
  name('phase', phasesOf(scenario.phases));
  name('asset', scenario.assets);
  name('indicator', scenario.indicators);
  name('milestone', scenario.milestones);
  name('ending', scenario.endings);
  name('inject id', scenario.injects);
  for (const { id, choices, expectations } of scenario.injects) {
    const of = ids.get(id) ?? '';
    const part = (kind: PlantedKind, partId: string) => {
      const token = tokens.mint({ kind, of });
      parts.set(`${id} ${partId}`, token);
      tokens.note(token, { kind, of, part: token });
    };
    for (const choice of choices ?? []) part('choice id', choice.id);
    for (const expectation of expectations) part('expectation id', expectation.id);
  }
  return { ids, parts };
}

function phasesOf(phases: Scenario['phases']): Scenario['phases'] {
  return phases.flatMap((phase) => [phase, ...phasesOf(phase.phases ?? [])]);
}

/**
 * Puts tokens in the place of ids, wherever they stand. Choices and expectations are only unique
 * within their inject, which stands beside them.
 */
export function rename(value: unknown, names: Names, injectId?: string): unknown {
  if (typeof value === 'string') return names.ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => rename(item, names, injectId));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const near = (value as { inject?: unknown }).inject ?? (value as { injectId?: unknown }).injectId;
  const inject = typeof near === 'string' ? near : (ownerOf(value) ?? injectId);
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const isPart = ['choice', 'choiceId', 'expectationId'].includes(key) || isInner(key, value);
      const part = typeof inner === 'string' && isPart && names.parts.get(`${inject} ${inner}`);
      return [key, part || rename(inner, names, inject)];
    }),
  );
}

/** An inject, by what only injects have. */
function ownerOf(value: object): string | undefined {
  return 'channel' in value && 'id' in value ? String(value.id) : undefined;
}

/** The id of a choice or of an expectation, by what only they have. */
function isInner(key: string, value: object): boolean {
  return key === 'id' && ('label' in value || 'withinMinutes' in value);
}

function withTexts(file: Input, tokens: Tokens): Input {
  const { id } = file;
  const text = (kind: PlantedKind, of: string) => tokens.text({ kind, of });
  const contacts = ['', 'Second', 'Third'].map((_, index) => ({
    id: index === 0 ? (file.contacts[0]?.id ?? '') : tokens.mint({ kind: 'contact id', of: id }),
    name: '',
    role: '',
  }));
  return {
    ...file,
    languages: ['en', 'ja'],
    title: text('scenario text', id),
    summary: text('scenario text', id),
    parties: file.parties.map((party) => ({
      ...party,
      name: text('party', party.id),
      city: text('party', party.id),
    })),
    teams: file.teams.map((team) => ({
      ...team,
      name: text('team', team.id),
      sector: text('team', team.id),
      mission: text('team', team.id),
    })),
    contacts: contacts.map((contact) => ({
      ...contact,
      name: text('contact', contact.id),
      role: text('contact', contact.id),
    })),
    objectives: (file.objectives ?? []).map((objective) => ({
      ...objective,
      title: text('objective title', objective.id),
      capability: text('objective detail', objective.id),
      target: text('objective detail', objective.id),
      criticalTasks: [text('objective detail', objective.id)],
    })),
    phases: file.phases.map((phase) => withPhaseTexts(phase, tokens)),
    milestones: (file.milestones ?? []).map((milestone) => ({
      ...milestone,
      title: text('milestone', milestone.id),
    })),
    assets: withAssetTexts(file, tokens),
    indicators: (file.indicators ?? []).map((indicator) => ({
      ...indicator,
      name: text('indicator', indicator.id),
      unit: text('indicator', indicator.id),
    })),
    injects: file.injects.map((inject, index) =>
      withInjectTexts({ ...inject, from: contacts[index % 3]?.id ?? inject.from }, index, tokens),
    ),
    endings: (file.endings ?? []).map((ending) => ({
      ...ending,
      title: text('ending', ending.id),
      description: text('ending', ending.id),
    })),
  };
}

function withPhaseTexts(phase: PhaseInput, tokens: Tokens): PhaseInput {
  const text = () => tokens.text({ kind: 'phase', of: phase.id });
  return {
    ...phase,
    title: text(),
    briefing: text(),
    questions: [text(), text()],
    ...(phase.phases && { phases: phase.phases.map((inner) => withPhaseTexts(inner, tokens)) }),
  };
}

/** One system is seen by one nation only, one by one team only, whatever the scenario said. */
function withAssetTexts(file: Input, tokens: Tokens): NonNullable<Input['assets']> {
  return (file.assets ?? []).map((asset, index) => {
    const text = () => tokens.text({ kind: 'asset', of: asset.id });
    const [first, last] = [file.teams[0]?.id ?? '', file.teams.at(-1)?.id ?? ''];
    return {
      ...asset,
      name: text(),
      sector: text(),
      owner: index % 2 === 0 ? first : last,
      place: { name: text(), latitude: index, longitude: index },
      ...(index === 1 && { visibleTo: [last] }),
      ...(index === 2 && { visibleTo: [file.teams[0]?.party ?? ''] }),
    };
  });
}

function withInjectTexts(inject: InjectInput, index: number, tokens: Tokens): InjectInput {
  const of = inject.id;
  const text = (kind: PlantedKind, part?: string) =>
    tokens.text({ kind, of, ...(part === undefined ? {} : { part }) });
  const attack = `T7${String(index).padStart(3, '0')}.001`;
  return {
    ...inject,
    number: tokens.note(`8${String(index).padStart(3, '0')}Q`, { kind: 'inject number', of }),
    attack: [tokens.note(attack, { kind: 'attack id', of })],
    title: text('inject title'),
    body: text('inject body'),
    effects: withReasons(inject.effects, of, tokens),
    ...(inject.choices && {
      choices: inject.choices.map((choice) => ({
        ...choice,
        label: text('choice label', choice.id),
        rationale: text('choice rationale', choice.id),
        effects: withReasons(choice.effects, of, tokens),
      })),
    }),
    expectations: (inject.expectations ?? []).map((expectation) => ({
      ...expectation,
      action: text('expectation action', expectation.id),
      onMet: withReasons(expectation.onMet, of, tokens),
      onMissed: withReasons(expectation.onMissed, of, tokens),
    })),
  };
}

function withReasons(
  effects: readonly EffectInput[] | undefined,
  of: string,
  tokens: Tokens,
): EffectInput[] {
  return (effects ?? []).map((effect) =>
    effect.kind === 'awardPoints'
      ? { ...effect, reason: tokens.text({ kind: 'award reason', of }) }
      : effect,
  );
}
