/** What makes an inject go out or a phase end: the trigger kinds a scenario can name. */
import { z } from 'zod';
import { choiceIdSchema, injectIdSchema, phaseIdSchema, teamIdSchema } from '../protocol/ids.js';
import { conditionSchema } from './condition-schema.js';

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

export const whenTriggerSchema = z
  .strictObject({
    kind: z.literal('when'),
    condition: conditionSchema,
    mode: z
      .enum(['edge', 'level'])
      .default('edge')
      .describe(
        'edge: the condition must become true while the phase is under way. level: it may also have been true before.',
      ),
    delayMinutes,
  })
  .describe(
    'When a condition holds. If it stops holding before the delay is over, the trigger is disarmed, and armed anew when it becomes true again.',
  );

export const onPhaseTriggerSchema = z
  .strictObject({
    kind: z.literal('onPhase'),
    phase: phaseIdSchema
      .optional()
      .describe('The phase whose beginning counts; its own where it is left out.'),
    delayMinutes,
  })
  .describe('On entering a phase.');

export const withoutTriggerSchema = z
  .strictObject({
    kind: z.literal('without'),
    inject: injectIdSchema,
    action: z
      .enum(['acknowledge', 'respond', 'choose'])
      .describe('What would have to be done in that time.'),
    by: teamIdSchema.optional().describe('The table of this team; any recipient where left out.'),
    minutes: minutes.describe('Minutes of play after the inject went out.'),
  })
  .describe('Time passed without an action. Once the action is done it never comes true.');

export const manualTriggerSchema = z
  .strictObject({ kind: z.literal('manual') })
  .describe('Only by a controller’s hand.');

export const deckTriggerSchema = z
  .strictObject({ kind: z.literal('deck') })
  .describe(
    'In the deck of unscheduled injects: by a controller’s hand or an effect, in whatever phase.',
  );

export const triggerSchema = z
  .discriminatedUnion('kind', [
    atTriggerSchema,
    afterInjectTriggerSchema,
    whenChoiceTriggerSchema,
    whenTriggerSchema,
    onPhaseTriggerSchema,
    withoutTriggerSchema,
    manualTriggerSchema,
    deckTriggerSchema,
  ])
  .meta({ id: 'Trigger', description: 'What makes something happen.' });

export type Trigger = z.infer<typeof triggerSchema>;
export type TriggerKind = Trigger['kind'];
export type TriggerOf<Kind extends TriggerKind> = Extract<Trigger, { kind: Kind }>;
