/** A canary in every text that an author writes, and in those that an author may leave out. */
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { About, Input, Tokens } from './canary.js';
import type { PlantedKind } from './canary-kinds.js';

type PhaseInput = Input['phases'][number];
type InjectInput = Input['injects'][number];
type EffectInput = NonNullable<InjectInput['effects']>[number];
type Exchange = Required<Pick<Input, 'items' | 'positions' | 'obligations'>>;

interface Form {
  readonly title?: LocalizedText | undefined;
  readonly body?: LocalizedText | undefined;
}

/** What texts are minted with. */
interface Mint {
  readonly tokens: Tokens;
  readonly languages: readonly string[];
}

const text =
  ({ tokens, languages }: Mint, of: string) =>
  (kind: PlantedKind, part?: string): LocalizedText =>
    tokens.text(about(kind, of, part), languages);

/** In the same languages as the author's: whether one is lacking decides whether an inject waits. */
function alike({ tokens }: Mint, original: LocalizedText, kind: PlantedKind, of: string) {
  return typeof original === 'string'
    ? `Text ${tokens.mint({ kind, of })}.`
    : tokens.text({ kind, of }, Object.keys(original));
}

function about(kind: PlantedKind, of: string, part?: string): About {
  return { kind, of, ...(part === undefined ? {} : { part }) };
}

export function withTexts(file: Input, tokens: Tokens): Input {
  const mint = { tokens, languages: file.languages };
  const said = text(mint, file.id);
  const contacts = enoughContacts(file, tokens);
  const speakers = contacts.length > file.contacts.length ? contacts.map(({ id }) => id) : null;
  return {
    ...file,
    title: said('scenario text'),
    summary: said('scenario text'),
    parties: file.parties.map((party) => ({
      ...party,
      name: text(mint, party.id)('party'),
      city: text(mint, party.id)('party'),
    })),
    teams: file.teams.map((team) => ({
      ...team,
      name: text(mint, team.id)('team name'),
      sector: text(mint, team.id)('team sector'),
      mission: text(mint, team.id)('team mission'),
    })),
    contacts: contacts.map((contact) => ({
      ...contact,
      name: text(mint, contact.id)('contact name'),
      role: text(mint, contact.id)('contact role'),
    })),
    objectives: (file.objectives ?? []).map((objective) => ({
      ...objective,
      title: text(mint, objective.id)('objective title'),
      capability: text(mint, objective.id)('objective capability'),
      target: text(mint, objective.id)('objective detail'),
      criticalTasks: [text(mint, objective.id)('objective detail')],
    })),
    phases: file.phases.map((phase) => withPhaseTexts(phase, mint)),
    milestones: (file.milestones ?? []).map((milestone) => ({
      ...milestone,
      title: text(mint, milestone.id)('milestone'),
    })),
    assets: withAssetTexts(file, mint),
    indicators: (file.indicators ?? []).map((indicator) => ({
      ...indicator,
      name: text(mint, indicator.id)('indicator'),
      unit: text(mint, indicator.id)('indicator'),
    })),
    ...withExchangeTexts(file, mint),
    injects: file.injects.map((inject, index) => {
      const from = speakers?.[index % speakers.length] ?? inject.from;
      return withInjectTexts({ ...inject, from }, index, mint);
    }),
    endings: (file.endings ?? []).map((ending) => ({
      ...ending,
      title: text(mint, ending.id)('ending'),
      description: text(mint, ending.id)('ending'),
    })),
  };
}

/** Three at least, so that some table never hears of one of them. */
function enoughContacts({ id, contacts }: Input, tokens: Tokens): Input['contacts'] {
  const added = Array.from({ length: Math.max(0, 3 - contacts.length) }, () => {
    const token = tokens.mint({ kind: 'contact id', of: id });
    tokens.note(token, { kind: 'contact id', of: token });
    return { id: token, name: '', role: '' };
  });
  return [...contacts, ...added];
}

function withPhaseTexts(phase: PhaseInput, mint: Mint): PhaseInput {
  const said = text(mint, phase.id);
  return {
    ...phase,
    title: said('phase'),
    briefing: said('phase'),
    questions: [said('phase'), said('phase')],
    onEnter: withReasons(phase.onEnter, phase.id, mint),
    ...(phase.phases && { phases: phase.phases.map((inner) => withPhaseTexts(inner, mint)) }),
  };
}

/** One system is seen by one nation only, one by one team only, whatever the scenario said. */
function withAssetTexts(file: Input, mint: Mint): NonNullable<Input['assets']> {
  return (file.assets ?? []).map((asset, index) => {
    const said = text(mint, asset.id);
    const [first, last] = [file.teams[0]?.id ?? '', file.teams.at(-1)?.id ?? ''];
    return {
      ...asset,
      name: said('asset'),
      sector: said('asset'),
      owner: index % 2 === 0 ? first : last,
      place: { name: said('asset'), latitude: index, longitude: index },
      ...(index === 1 && { visibleTo: [last] }),
      ...(index === 2 && { visibleTo: [file.teams[0]?.party ?? ''] }),
    };
  });
}

function withExchangeTexts(file: Input, mint: Mint): Exchange {
  return {
    items: (file.items ?? []).map((item) => ({
      ...item,
      title: text(mint, item.id)('item title'),
      body: text(mint, item.id)('item body'),
      ...(item.sanitised && {
        sanitised: { ...item.sanitised, body: text(mint, item.id)('item sanitised body') },
      }),
    })),
    positions: (file.positions ?? []).map((position) => ({
      ...position,
      title: text(mint, position.id)('position title'),
      question: text(mint, position.id)('position question'),
      ...(position.text && { text: text(mint, position.id)('position text') }),
      ...(position.options && {
        options: position.options.map((option) => ({
          ...option,
          label: text(mint, position.id)('option label', option.id),
          rationale: text(mint, position.id)('option rationale', option.id),
          effects: withReasons(option.effects, position.id, mint),
        })),
      }),
      onAgreed: withReasons(position.onAgreed, position.id, mint),
      onFailed: withReasons(position.onFailed, position.id, mint),
    })),
    obligations: (file.obligations ?? []).map((obligation) => ({
      ...obligation,
      title: text(mint, obligation.id)('obligation title'),
      rule: text(mint, obligation.id)('obligation rule'),
      fields: obligation.fields.map((field) => ({
        ...field,
        label: text(mint, obligation.id)('field label', field.id),
      })),
      onMet: withReasons(obligation.onMet, obligation.id, mint),
      onMissed: withReasons(obligation.onMissed, obligation.id, mint),
    })),
  };
}

function withInjectTexts(inject: InjectInput, index: number, mint: Mint): InjectInput {
  const { tokens } = mint;
  const of = inject.id;
  const said = text(mint, of);
  const attack = `T7${String(index).padStart(3, '0')}.001`;
  const forms = (form: Form, own: 'variant' | 'own') => ({
    ...(form.title && { title: alike(mint, form.title, `${own} title`, of) }),
    ...(form.body && { body: alike(mint, form.body, `${own} body`, of) }),
  });
  return {
    ...inject,
    number: tokens.note(`8${String(index).padStart(3, '0')}Q`, { kind: 'inject number', of }),
    attack: [tokens.note(attack, { kind: 'attack id', of })],
    title: alike(mint, inject.title, 'inject title', of),
    body: alike(mint, inject.body, 'inject body', of),
    effects: withReasons(inject.effects, of, mint),
    ...(inject.variants && {
      variants: inject.variants.map((variant) => ({ ...variant, ...forms(variant, 'variant') })),
    }),
    ...(inject.perRecipient && {
      perRecipient: inject.perRecipient.map((form) => ({ ...form, ...forms(form, 'own') })),
    }),
    ...(inject.choices && {
      choices: inject.choices.map((choice) => ({
        ...choice,
        label: said('choice label', choice.id),
        rationale: said('choice rationale', choice.id),
        effects: withReasons(choice.effects, of, mint),
      })),
    }),
    expectations: (inject.expectations ?? []).map((expectation) => ({
      ...expectation,
      action: said('expectation action', expectation.id),
      criteria: (expectation.criteria ?? []).map((criterion) => ({
        ...criterion,
        text: said('criterion text', criterion.id),
      })),
      onMet: withReasons(expectation.onMet, of, mint),
      onMissed: withReasons(expectation.onMissed, of, mint),
    })),
  };
}

function withReasons(
  effects: readonly EffectInput[] | undefined,
  of: string,
  mint: Mint,
): EffectInput[] {
  return (effects ?? []).map((effect) =>
    effect.kind === 'awardPoints' ? { ...effect, reason: text(mint, of)('award reason') } : effect,
  );
}
