/**
 * A small scenario to start from: it passes `trilogue check` without a warning and can be run at once.
 * A slow service, a note to share, a line to agree on; in as many modules as are asked for.
 */
import { plainWords } from '../lint/languages.js';
import { formatVersion } from '../scenario/schema.js';
import { templateInjects } from './template-injects.js';
import type { TemplateOptions, TemplateParty, Words } from './template-options.js';
import { planOf, type TemplatePlan } from './template-plan.js';
import { teamKinds, texts } from './template-words.js';

export function buildTemplate(options: TemplateOptions): object {
  const plan = planOf(options);
  const { say } = plan;
  return {
    $schema: options.schema,
    formatVersion,
    id: options.id,
    title: say(titleOf(options.title)),
    summary: say(texts.summary),
    estimatedMinutes: Math.ceil(plan.minutesPerModule * options.modules),
    defaultLanguage: options.languages[0] ?? 'en',
    languages: [...options.languages],
    parties: options.parties.map(({ id, name, timeZone, city, language }) => ({
      id,
      name: say(named(name)),
      timeZone,
      city: say(named(city)),
      language,
    })),
    teams: options.parties.flatMap((party) => teamsOf(party, plan)),
    contacts: [
      { id: 'duty-desk', name: say(texts.deskName), role: say(texts.deskRole) },
      {
        id: 'supplier',
        name: say(texts.supplierName),
        role: say(texts.supplierRole),
        reachable: true,
      },
      {
        id: 'reporter',
        name: say(texts.reporterName),
        role: say(texts.reporterRole),
        reachable: true,
        isPublic: true,
      },
    ],
    objectives: [
      {
        id: 'tell-each-other',
        title: say(texts.shareTitle),
        capability: say(texts.shareCapability),
        csf: ['RS'],
      },
      {
        id: 'decide-together',
        title: say(texts.decideTitle),
        capability: say(texts.decideCapability),
        csf: ['RS', 'GV'],
      },
    ],
    milestones: [{ id: 'partners-told', title: say(texts.told) }],
    assets: [
      {
        id: 'shared-service',
        name: say(texts.service),
        party: options.parties[0]?.id ?? '',
        sector: say(texts.sector),
      },
    ],
    indicators: [{ id: 'public-trust', name: say(texts.trust), start: 70 }],
    items: [itemOf(plan)],
    positions: [positionOf(plan)],
    phases: phasesOf(plan),
    injects: templateInjects(plan),
    endings: [
      {
        id: 'in-step',
        title: say(texts.endTogether),
        when: {
          kind: 'all',
          of: [
            { kind: 'milestone', milestone: 'partners-told' },
            { kind: 'position', position: 'one-line', is: 'agreed', option: 'together' },
          ],
        },
      },
      {
        id: 'each-alone',
        title: say(texts.endApart),
        when: {
          kind: 'any',
          of: [
            { kind: 'position', position: 'one-line', is: 'failed' },
            { kind: 'position', position: 'one-line', is: 'agreed', option: 'apart' },
          ],
        },
      },
    ],
  };
}

function teamsOf(party: TemplateParty, { options, say }: TemplatePlan) {
  const name = named(party.name);
  return teamKinds.slice(0, options.teamsPerParty).map((kind) => ({
    id: `${party.id}-${kind.id}`,
    party: party.id,
    name: say({
      en: `${kind.name.en} (${name.en})`,
      ja: `${kind.name.ja}（${party.name.ja}）`,
      fil: `${kind.name.fil} (${name.fil})`,
    }),
    sector: say(kind.sector),
    mission: say(kind.mission),
  }));
}

function itemOf({ say, holder, partners, part }: TemplatePlan) {
  return {
    id: 'supplier-note',
    title: say(texts.noteTitle),
    body: say(texts.noteBody),
    originator: 'supplier',
    holders: [holder],
    comesWith: 'supplier-calls',
    tlp: 'AMBER+STRICT',
    sanitised: { body: say(texts.noteClean), tlp: 'GREEN' },
    personalData: true,
    needs: [
      {
        teams: partners,
        withinMinutes: part(0.35),
        points: 10,
        latePoints: 3,
        objective: 'tell-each-other',
      },
    ],
  };
}

function positionOf({ say, leads, part }: TemplatePlan) {
  return {
    id: 'one-line',
    title: say(texts.lineTitle),
    question: say(texts.lineQuestion),
    voices: leads,
    comesWith: 'one-line-asked',
    options: [
      { id: 'together', label: say(texts.together), points: 10 },
      { id: 'apart', label: say(texts.apart) },
    ],
    rule: { kind: 'majority' },
    withinMinutes: part(0.35),
    points: 5,
    objective: 'decide-together',
    onAgreed: [{ kind: 'changeIndicator', indicator: 'public-trust', by: 10 }],
    onFailed: [{ kind: 'changeIndicator', indicator: 'public-trust', by: -10 }],
  };
}

/** A day each, ten minutes of the story in one of play; the director ends the last. */
function phasesOf({ options, say, minutesPerModule }: TemplatePlan) {
  const firstMs = Date.parse(options.startsAt);
  return Array.from({ length: options.modules }, (_, index) => ({
    id: `module-${index + 1}`,
    title: say(numbered(index + 1)),
    briefing: say(texts.briefing),
    startsAt: new Date(firstMs + index * 86_400_000).toISOString(),
    rate: 10,
    questions: [say(texts.question)],
    exits:
      index + 1 < options.modules
        ? [{ to: `module-${index + 2}`, when: { kind: 'at', minutes: minutesPerModule } }]
        : [],
  }));
}

function numbered(number: number): Words {
  const { en, ja, fil } = texts.module;
  return { en: `${en} ${number}`, ja: `${ja}${number}`, fil: `${fil} ${number}` };
}

/** A title in the designer’s words, for each language to be said anew. */
function titleOf(title: string): Words {
  return { en: title, ja: `演習「${title}」`, fil: `Drill: ${title}` };
}

/** A name that was given in Latin letters reads in Japanese as a name, not as a text left untranslated. */
function named(name: Words): Words {
  return plainWords(name.ja).length < 2 ? name : { ...name, ja: `${name.ja}（名称）` };
}
