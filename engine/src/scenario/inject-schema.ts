/** Injects: the events that reach teams, and what teams should do about them. */

import { z } from 'zod';
import {
  choiceIdSchema,
  contactIdSchema,
  criterionIdSchema,
  expectationIdSchema,
  injectIdSchema,
  itemIdSchema,
  objectiveIdSchema,
  obligationIdSchema,
  phaseIdSchema,
  positionIdSchema,
  teamIdSchema,
  variantIdSchema,
} from '../protocol/ids.js';
import { injectChannels } from '../protocol/parts.js';
import { attachmentsSchema } from './attachment-schema.js';
import { effectSchema } from './effect-schema.js';
import { scenarioLimits as limits } from './limits.js';
import { localizedTextSchema } from './localize.js';
import { tlpSchema } from './sharing-schema.js';
import { triggerSchema } from './trigger-schema.js';
import { recipientSchema } from './world-schema.js';

const points = z.number().int().min(0).max(1_000);
const effects = (when: string) => z.array(effectSchema).max(50).default([]).describe(when);

export const channelSchema = z.enum(injectChannels).describe('How it reaches players.');

const choiceSchema = z
  .strictObject({
    id: choiceIdSchema,
    label: localizedTextSchema.describe('What players read.'),
    points: points.default(0).describe('What the choice earns. Players never see it beforehand.'),
    rationale: localizedTextSchema
      .optional()
      .describe('For controllers and the report: why it earns what it earns.'),
    effects: effects('What making the choice brings about.'),
  })
  .describe('One answer a team can choose.');

const criterionSchema = z
  .strictObject({
    id: criterionIdSchema,
    text: localizedTextSchema.describe('What a good answer has, so that it can be ticked.'),
  })
  .describe('Something an evaluator looks for.');

const expectationFields = {
  id: expectationIdSchema,
  teams: z
    .array(teamIdSchema)
    .min(1)
    .optional()
    .describe('Which of the recipients should do it; all of them where it is left out.'),
  by: z
    .enum(['each', 'any'])
    .default('each')
    .describe('each: every one of their tables. any: once one table has done it, it is done.'),
  withinMinutes: z
    .number()
    .min(0.5)
    .max(1_440)
    .describe('Minutes of play time from the release to the deadline.'),
  points: points.describe('What doing it in time earns.'),
  latePoints: points.default(0).describe('What doing it after the deadline still earns.'),
  fullUntilMinutes: z
    .number()
    .min(0)
    .max(1_440)
    .optional()
    .describe(
      'A time curve: full points until so many minutes after the release, then falling evenly to "latePoints" at the deadline.',
    ),
  objective: objectiveIdSchema.optional().describe('The objective it is evidence for.'),
  announced: z.boolean().default(true).describe('Whether players see it and its deadline.'),
  revealAfterMinutes: z
    .number()
    .min(0)
    .max(1_440)
    .optional()
    .describe('For one that is not announced: minutes after the release at which players see it.'),
  action: localizedTextSchema
    .optional()
    .describe('The expected action. For controllers’ and evaluators’ eyes only.'),
  criteria: z
    .array(criterionSchema)
    .max(limits.criteria)
    .default([])
    .describe('What an evaluator looks for. Players never see it.'),
  onMet: effects('What doing it brings about, late or not.'),
  onMissed: effects('What missing its deadline brings about.'),
};

export const expectationSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('acknowledge'), ...expectationFields }),
    z.strictObject({ kind: z.literal('respond'), ...expectationFields }),
    z.strictObject({ kind: z.literal('choose'), ...expectationFields }),
    z
      .strictObject({
        kind: z.literal('share'),
        item: itemIdSchema.describe('What should be shared, in either form.'),
        with: z
          .array(recipientSchema)
          .min(1)
          .max(limits.recipients)
          .describe('With each of these teams.'),
        ...expectationFields,
      })
      .describe('An information item should be shared.'),
    z
      .strictObject({
        kind: z.literal('message'),
        with: z
          .array(recipientSchema)
          .min(1)
          .max(limits.recipients)
          .describe('To each of these teams.'),
        ...expectationFields,
      })
      .describe('Something, whatever it is, should be said to other teams.'),
    z
      .strictObject({
        kind: z.literal('report'),
        obligation: obligationIdSchema.describe('The obligation whose report should be filed.'),
        ...expectationFields,
      })
      .describe('A report should be filed.'),
    z
      .strictObject({
        kind: z.literal('agree'),
        position: positionIdSchema.describe('The joint position that should be agreed.'),
        ...expectationFields,
      })
      .describe('A joint position should be agreed.'),
  ])
  .describe(
    'What a team should do about an inject, and by when: acknowledge that it was read, respond, choose, share, message, report, or agree jointly.',
  );

const textParts = {
  title: localizedTextSchema.optional().describe('Another subject line.'),
  body: localizedTextSchema.optional().describe('Another text, Markdown.'),
  from: contactIdSchema.optional().describe('Another contact who speaks.'),
};

const variantSchema = z
  .strictObject({
    id: variantIdSchema,
    weight: z.number().int().min(1).max(1_000).default(1).describe('How likely it is drawn.'),
    ...textParts,
  })
  .describe('One of several forms of an inject. What it leaves out stays as the inject has it.');

const perRecipientSchema = z
  .strictObject({
    to: z.array(recipientSchema).min(1).max(limits.recipients).describe('Who reads this form.'),
    ...textParts,
  })
  .describe('What some recipients read instead. The first entry that fits a table counts.');

export const injectSchema = z
  .strictObject({
    id: injectIdSchema,
    number: z
      .string()
      .regex(/^[0-9]{1,4}[A-Z]?$/)
      .describe('Its number in the MSEL, such as "7" or "7B".'),
    title: localizedTextSchema.describe('The subject line.'),
    kind: z
      .enum(['contextual', 'expectedAction', 'contingency', 'decision'])
      .describe(
        'HSEEP kinds, and decision: contextual builds the picture; expectedAction should make players act; contingency restores play when they do not; decision asks for a choice.',
      ),
    phase: phaseIdSchema.describe('The phase it belongs to; it comes while that is under way.'),
    channel: channelSchema,
    from: contactIdSchema.describe('The contact who speaks.'),
    to: z.array(recipientSchema).min(1).max(limits.recipients).describe('Who receives it.'),
    tlp: tlpSchema.describe('Its Traffic Light Protocol 2.0 marking.'),
    body: localizedTextSchema.describe('Markdown.'),
    attachments: attachmentsSchema.optional().describe('Pictures and PDFs that come with it.'),
    variants: z
      .array(variantSchema)
      .min(2)
      .max(limits.variants)
      .optional()
      .describe('One of these is drawn at StartEx, from the exercise’s seed.'),
    perRecipient: z
      .array(perRecipientSchema)
      .max(limits.perRecipient)
      .default([])
      .describe('Other words for some of the recipients.'),
    attack: z
      .array(z.string().regex(/^T[0-9]{4}(\.[0-9]{3})?$/))
      .default([])
      .describe('MITRE ATT&CK technique ids, such as "T1486". Players never see them.'),
    release: triggerSchema.describe('What makes it go out.'),
    effects: effects('What its release brings about.'),
    choices: z
      .array(choiceSchema)
      .min(2)
      .max(limits.choices)
      .optional()
      .describe('What a team can choose from; each table chooses once.'),
    expectations: z
      .array(expectationSchema)
      .max(limits.expectations)
      .default([])
      .describe('What teams should do about it.'),
  })
  .describe('One event that reaches teams.');

export type Inject = z.infer<typeof injectSchema>;
export type InjectKind = Inject['kind'];
export type Channel = Inject['channel'];
export type Choice = NonNullable<Inject['choices']>[number];
export type Expectation = z.infer<typeof expectationSchema>;
export type ExpectationKind = Expectation['kind'];
export type Criterion = z.infer<typeof criterionSchema>;
export type InjectVariant = z.infer<typeof variantSchema>;
