/** The scenario language: the zod schema is the source of the types and of the published JSON Schema. */
import { z } from 'zod';
import {
  contactIdSchema,
  endingIdSchema,
  objectiveIdSchema,
  partyIdSchema,
  phaseIdSchema,
  scenarioIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { conditionSchema } from './condition-schema.js';
import { effectSchema } from './effect-schema.js';
import { injectSchema } from './inject-schema.js';
import { scenarioLimits as limits } from './limits.js';
import { languageTagSchema, localizedTextSchema } from './localize.js';
import { obligationSchema } from './obligation-schema.js';
import { positionSchema } from './position-schema.js';
import { informationItemSchema } from './sharing-schema.js';
import { triggerSchema } from './trigger-schema.js';
import { assetSchema, indicatorSchema, milestoneSchema } from './world-schema.js';

/** The version of the language this engine reads. */
export const formatVersion = 1;

const effects = (when: string) => z.array(effectSchema).max(50).default([]).describe(when);

const partySchema = z
  .strictObject({
    id: partyIdSchema,
    name: localizedTextSchema.describe('The nation or organisation, as its flag on a screen.'),
    timeZone: z
      .string()
      .regex(
        /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/,
        'an IANA time zone such as "Asia/Manila"',
      )
      .describe('IANA time zone of its clock.'),
    city: localizedTextSchema.describe('The city its clock is named after.'),
    language: languageTagSchema.describe('The language its players usually read.'),
  })
  .describe('A nation or organisation that takes part with one or more teams.');

const teamSchema = z
  .strictObject({
    id: teamIdSchema,
    party: partyIdSchema.describe('The party it belongs to.'),
    name: localizedTextSchema.describe('The team’s name.'),
    sector: localizedTextSchema.describe('Critical-infrastructure sector or kind of authority.'),
    mission: localizedTextSchema.describe('What the team is there to do, in a sentence or two.'),
  })
  .describe('A team of the scenario. At the exercise, real tables play one or more teams.');

const contactSchema = z
  .strictObject({
    id: contactIdSchema,
    name: localizedTextSchema.describe('A fictional person or office.'),
    role: localizedTextSchema.describe('What they are.'),
    party: partyIdSchema.optional().describe('The party they belong to, where there is one.'),
    reachable: z
      .boolean()
      .default(false)
      .describe('Whether every team can write to them. Control reads it and answers.'),
    isPublic: z
      .boolean()
      .default(false)
      .describe('Whether what they are told is public, as with the press.'),
  })
  .describe('A simulated persona that speaks in injects.');

const objectiveSchema = z
  .strictObject({
    id: objectiveIdSchema,
    title: localizedTextSchema.describe('The objective in a line.'),
    capability: localizedTextSchema.describe('The core capability that is rated (HSEEP).'),
    target: localizedTextSchema
      .optional()
      .describe('The organisational capability target (HSEEP).'),
    criticalTasks: z
      .array(localizedTextSchema)
      .default([])
      .describe('What has to be done for it (HSEEP).'),
    csf: z
      .array(z.enum(['GV', 'ID', 'PR', 'DE', 'RS', 'RC']))
      .default([])
      .describe('NIST CSF 2.0 functions.'),
  })
  .describe('What the exercise is to find out.');

const phaseFields = {
  id: phaseIdSchema,
  title: localizedTextSchema.describe('The module’s name.'),
  briefing: localizedTextSchema.optional().describe('Markdown, shown when the phase begins.'),
  startsAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe(
      'Scenario date and hour at which the phase begins, with its offset: "2026-12-01T06:30:00+09:00". A later phase may jump ahead. Without it scenario time simply goes on.',
    ),
  rate: z
    .number()
    .min(0)
    .max(1_440)
    .optional()
    .describe(
      'Minutes of scenario time that pass in one minute of play time. Left out, the rate stays as it was; at first it is 1.',
    ),
  questions: z.array(localizedTextSchema).default([]).describe('Questions for the discussion.'),
  exits: z
    .array(
      z.strictObject({
        to: phaseIdSchema.describe('The phase to enter.'),
        when: triggerSchema.describe('“at” counts from the moment this phase was entered.'),
      }),
    )
    .default([])
    .describe('Ways out of the phase. The first to come true is taken.'),
  onEnter: effects('What entering the phase brings about.'),
  mode: z
    .enum(['sequence', 'parallel'])
    .default('sequence')
    .describe('How inner phases run: one after the other from the first, or all at once.'),
};

const flatPhaseSchema = z.strictObject(phaseFields);
/** A module of the exercise. Recursive, so its type is spelled out. */
export type Phase = z.output<typeof flatPhaseSchema> & { phases?: Phase[] | undefined };
type PhaseInput = z.input<typeof flatPhaseSchema> & { phases?: PhaseInput[] | undefined };

const phaseSchema: z.ZodType<Phase, PhaseInput> = z.strictObject({
  ...phaseFields,
  phases: z.lazy(() =>
    z.array(phaseSchema).min(1).max(limits.phases).optional().describe('Phases inside this one.'),
  ),
});
z.globalRegistry.add(phaseSchema, {
  id: 'Phase',
  description: 'A module of the exercise; phases may contain phases.',
});

const endingSchema = z
  .strictObject({
    id: endingIdSchema,
    title: localizedTextSchema.describe('The outcome in a line.'),
    description: localizedTextSchema.optional().describe('What it means.'),
    when: conditionSchema.describe('The first time this becomes true, the ending is reached.'),
    ends: z.boolean().default(false).describe('Whether reaching it ends the exercise.'),
  })
  .describe('A named outcome.');

export const scenarioSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where the JSON Schema stands, for editors.'),
    formatVersion: z.literal(formatVersion),
    id: scenarioIdSchema,
    title: localizedTextSchema.describe('The scenario’s name.'),
    summary: localizedTextSchema.describe(
      'What it is about, for staff: it may tell how it goes on.',
    ),
    estimatedMinutes: z.number().int().min(1).max(10_080).describe('Usual length in play time.'),
    defaultLanguage: languageTagSchema.describe('Shown to whoever’s own language is missing.'),
    languages: z.array(languageTagSchema).min(1).describe('Languages all prose is written in.'),
    attackVersion: z
      .string()
      .optional()
      .describe('The version of MITRE ATT&CK whose ids are used, such as "19".'),
    parties: z.array(partySchema).min(1).max(limits.parties).describe('Who takes part.'),
    teams: z.array(teamSchema).min(1).max(limits.teams).describe('The teams of all parties.'),
    contacts: z.array(contactSchema).min(1).max(limits.contacts).describe('Who speaks.'),
    objectives: z
      .array(objectiveSchema)
      .max(limits.objectives)
      .default([])
      .describe('What is rated.'),
    milestones: z
      .array(milestoneSchema)
      .max(limits.milestones)
      .default([])
      .describe('What can be reached.'),
    assets: z.array(assetSchema).max(limits.assets).default([]).describe('Systems at stake.'),
    indicators: z.array(indicatorSchema).max(limits.indicators).default([]).describe('Gauges.'),
    items: z
      .array(informationItemSchema)
      .max(limits.items)
      .default([])
      .describe('Information that teams hold and may share.'),
    positions: z
      .array(positionSchema)
      .max(limits.positions)
      .default([])
      .describe('What parties decide together.'),
    obligations: z
      .array(obligationSchema)
      .max(limits.obligations)
      .default([])
      .describe('Reporting clocks.'),
    phases: z
      .array(phaseSchema)
      .min(1)
      .max(limits.phases)
      .describe('The first is entered at StartEx.'),
    injects: z
      .array(injectSchema)
      .min(1)
      .max(limits.injects)
      .describe('The master scenario events list (MSEL).'),
    endings: z.array(endingSchema).max(limits.endings).default([]).describe('Outcomes.'),
  })
  .meta({ title: 'Trilogue scenario', description: 'A scenario for a Trilogue exercise.' });

export type Scenario = z.infer<typeof scenarioSchema>;
export type Party = Scenario['parties'][number];
export type Team = Scenario['teams'][number];
export type Contact = Scenario['contacts'][number];
export type Objective = Scenario['objectives'][number];
export type PhaseExit = Phase['exits'][number];
export type Ending = Scenario['endings'][number];
