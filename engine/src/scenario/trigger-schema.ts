/** What makes an inject go out or a phase end: the trigger kinds a scenario can name. */
import { z } from 'zod';
import { choiceIdSchema, injectIdSchema, teamIdSchema } from '../protocol/ids.js';

const minutes = z.number().min(0).max(10_080);
const delayMinutes = minutes
  .default(0)
  .describe('Minutes of play time to wait after the trigger came true.');

export const atTriggerSchema = z
  .strictObject({
    kind: z.literal('at'),
    minutes: minutes.describe('Minutes of play time.'),
    from: z
      .enum(['phase', 'startEx'])
      .default('phase')
      .describe('Counted from the moment the phase was entered, or from StartEx.'),
  })
  .describe('At a time of play.');

export const afterInjectTriggerSchema = z
  .strictObject({
    kind: z.literal('afterInject'),
    inject: injectIdSchema,
    event: z
      .enum(['released', 'answered', 'overdue'])
      .default('released')
      .describe(
        'released: the inject went out. answered: the first table responded or chose. overdue: the first table missed one of its deadlines.',
      ),
    delayMinutes,
  })
  .describe('After something happened to another inject.');

export const whenChoiceTriggerSchema = z
  .strictObject({
    kind: z.literal('whenChoice'),
    inject: injectIdSchema,
    choice: choiceIdSchema,
    by: teamIdSchema
      .optional()
      .describe('Only when this team made the choice; otherwise any recipient’s counts.'),
    delayMinutes,
  })
  .describe('When a choice was made.');

export const manualTriggerSchema = z
  .strictObject({ kind: z.literal('manual') })
  .describe('Only by a controller’s hand.');

export const triggerSchema = z
  .discriminatedUnion('kind', [
    atTriggerSchema,
    afterInjectTriggerSchema,
    whenChoiceTriggerSchema,
    manualTriggerSchema,
  ])
  .meta({ id: 'Trigger', description: 'What makes something happen.' });

export type Trigger = z.infer<typeof triggerSchema>;
export type TriggerKind = Trigger['kind'];
export type TriggerOf<Kind extends TriggerKind> = Extract<Trigger, { kind: Kind }>;
