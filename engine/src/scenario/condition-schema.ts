/** Typed conditions: what must hold. There are no expressions to evaluate. */
import { z } from 'zod';
import {
  assetIdSchema,
  choiceIdSchema,
  indicatorIdSchema,
  injectIdSchema,
  itemIdSchema,
  milestoneIdSchema,
  obligationIdSchema,
  optionIdSchema,
  phaseIdSchema,
  positionIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { assetStatusSchema, recipientSchema } from './world-schema.js';

const bounds = {
  atLeast: z.number().optional().describe('The lowest value that holds.'),
  atMost: z.number().optional().describe('The highest value that holds.'),
};

const leafConditions = [
  z
    .strictObject({ kind: z.literal('milestone'), milestone: milestoneIdSchema })
    .describe('A milestone is reached.'),
  z
    .strictObject({
      kind: z.literal('choice'),
      inject: injectIdSchema,
      choice: choiceIdSchema,
      by: teamIdSchema.optional().describe('Only this team’s choice counts.'),
    })
    .describe('A choice was made.'),
  z
    .strictObject({
      kind: z.literal('inject'),
      inject: injectIdSchema,
      is: z.enum(['released', 'answered', 'overdue']).describe('What happened to it.'),
    })
    .describe('An inject went out, was answered by some table, or some deadline of it was missed.'),
  z
    .strictObject({
      kind: z.literal('asset'),
      asset: assetIdSchema,
      is: z.array(assetStatusSchema).min(1).describe('Any of these statuses.'),
    })
    .describe('An asset has one of these statuses.'),
  z
    .strictObject({ kind: z.literal('indicator'), indicator: indicatorIdSchema, ...bounds })
    .describe('A gauge stands within these bounds, both included.'),
  z
    .strictObject({
      kind: z.literal('score'),
      team: teamIdSchema.optional().describe('The table that plays this team; else all tables.'),
      ...bounds,
    })
    .describe('Points earned so far stand within these bounds.'),
  z
    .strictObject({
      kind: z.literal('count'),
      of: z
        .enum([
          'acknowledged',
          'responses',
          'choices',
          'missed',
          'shares',
          'breaches',
          'reports',
          'agreements',
        ])
        .describe('What is counted.'),
      inject: injectIdSchema
        .optional()
        .describe('Of this inject only; else of all. Means nothing from "shares" on.'),
      ...bounds,
    })
    .describe(
      'How often it was done so far: tables that acknowledged, responded or chose, deadlines missed, shares between teams, broken markings, reports filed, joint positions agreed.',
    ),
  z
    .strictObject({
      kind: z.literal('shared'),
      item: itemIdSchema,
      by: teamIdSchema.optional().describe('Only what this team’s table passed on counts.'),
      with: recipientSchema
        .optional()
        .describe('With a team, with any team of a party, or with every team.'),
    })
    .describe('An information item was shared, in either form.'),
  z
    .strictObject({
      kind: z.literal('position'),
      position: positionIdSchema,
      is: z.enum(['open', 'agreed', 'failed']).describe('How it stands.'),
      option: optionIdSchema.optional().describe('Agreed on this option.'),
    })
    .describe('A joint position is being decided, was agreed, or failed.'),
  z
    .strictObject({
      kind: z.literal('obligation'),
      obligation: obligationIdSchema,
      is: z
        .enum(['started', 'met', 'missed'])
        .describe('started: its clock began. met, missed: by any of its teams.'),
    })
    .describe('What became of an obligation.'),
  z
    .strictObject({ kind: z.literal('phase'), phase: phaseIdSchema })
    .describe('A phase is under way.'),
  z
    .strictObject({
      kind: z.literal('elapsed'),
      minutes: z.number().min(0).max(10_080).describe('Minutes of play time.'),
      since: z
        .union([z.literal('startEx'), phaseIdSchema])
        .default('startEx')
        .describe('StartEx, or the moment this phase was entered.'),
    })
    .describe('So many minutes of play have passed.'),
] as const;

export type LeafCondition = z.output<(typeof leafConditions)[number]>;
type LeafInput = z.input<(typeof leafConditions)[number]>;

export type Condition =
  | LeafCondition
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition };
type ConditionInput =
  | LeafInput
  | { kind: 'all'; of: ConditionInput[] }
  | { kind: 'any'; of: ConditionInput[] }
  | { kind: 'not'; of: ConditionInput };

/** Deepest nesting, counted from 1. */
export const maxConditionDepth = 8;

export const conditionSchema: z.ZodType<Condition, ConditionInput> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      ...leafConditions,
      z.strictObject({ kind: z.literal('all'), of: parts('All of these hold.') }),
      z.strictObject({ kind: z.literal('any'), of: parts('At least one of these holds.') }),
      z.strictObject({ kind: z.literal('not'), of: conditionSchema }),
    ]),
  )
  .refine((condition) => depthOf(condition) <= maxConditionDepth, {
    message: `conditions nest at most ${maxConditionDepth} deep`,
  });
z.globalRegistry.add(conditionSchema, {
  id: 'Condition',
  description: 'What must hold: all, any or not over typed conditions.',
});

const parts = (meaning: string) => z.array(conditionSchema).min(1).max(50).describe(meaning);

function depthOf(condition: Condition): number {
  if (condition.kind === 'not') return 1 + depthOf(condition.of);
  if (condition.kind === 'all' || condition.kind === 'any') {
    return 1 + Math.max(...condition.of.map(depthOf));
  }
  return 1;
}
