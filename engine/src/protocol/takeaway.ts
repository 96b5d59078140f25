/** What everyone takes home after EndEx: the shape of the take-away, as JSON over HTTP. */

import { z } from 'zod';
import { itemFormSchema, ratingSchema } from '../exercise/command-parts.js';
import type { ExpectationKind } from '../scenario/inject-schema.js';
import { localizedTextSchema } from '../scenario/localize.js';
import { stanceSchema } from '../scenario/position-schema.js';
import { shareChannelSchema, tlpSchema } from '../scenario/sharing-schema.js';
import { assetStatusSchema } from '../scenario/world-schema.js';
import { feedbackSummarySchema } from './feedback.js';
import {
  assetIdSchema,
  exerciseIdSchema,
  partyIdSchema,
  tableIdSchema,
  teamIdSchema,
} from './ids.js';
import type { takeawayTables } from './parts.js';

export const takeawayVersion = 1;

export const takeawayAudienceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('table'), tableId: tableIdSchema }),
    z.strictObject({ kind: z.literal('everybody') }),
    z.strictObject({ kind: z.literal('staff') }),
  ])
  .describe('table: what one table may see. everybody: what all may see. staff: everything.');
export type TakeawayAudience = z.infer<typeof takeawayAudienceSchema>;

const playMs = z.number().int().min(0).describe('Play time, ms since StartEx.');
const scenarioMs = z.number().int().nullable().describe('Scenario time, ms since 1970 UTC.');
const taskKind = z.enum([
  'acknowledge',
  'respond',
  'choose',
  'share',
  'message',
  'report',
  'agree',
] as const satisfies readonly ExpectationKind[]);
const durationMs = z.number().int().min(0).nullable();
const count = z.number().int().min(0);
const parties = z.array(partyIdSchema);
const name = localizedTextSchema.or(z.literal(''));

/** A text that somebody wrote in play, with its translations by language. */
export const writtenSchema = z.strictObject({
  text: z.string(),
  textIn: z.record(z.string(), z.string()),
});

export const momentKinds = [
  'phase',
  'inject',
  'answer',
  'choice',
  'share',
  'markingBroken',
  'positionOpened',
  'positionAgreed',
  'positionFailed',
  'reportFiled',
  'reportMissed',
  'taskMissed',
  'assetFailed',
  'assetChanged',
  'assetRecovered',
  'milestone',
  'ending',
] as const;

const momentSchema = z.strictObject({
  kind: z.enum(momentKinds),
  isKey: z.boolean().describe('Whether it stands among the key moments.'),
  playMs,
  scenarioMs,
  title: name.nullable().describe('Null where the audience may know that it was, not what it was.'),
  tableIds: z.array(tableIdSchema).describe('Whose doing it was, or whom it reached.'),
  partyIds: parties,
  toPartyIds: parties,
  detail: z.string().nullable().describe('A code: a status, a kind of task, a choice made late.'),
  tlp: tlpSchema.nullable(),
});

const causeSchema = z.strictObject({
  assetId: assetIdSchema,
  afterMs: durationMs.describe('From the change there to the change here.'),
  crossesBorder: z.boolean(),
  crossesSector: z.boolean(),
});

const assetChangeSchema = z.strictObject({
  assetId: assetIdSchema,
  playMs,
  scenarioMs,
  from: assetStatusSchema,
  to: assetStatusSchema,
  cause: causeSchema
    .nullable()
    .describe('The system it depends on; null where it was no other, or none this audience sees.'),
});

const worldSchema = z.strictObject({
  assets: z.array(
    z.strictObject({
      id: assetIdSchema,
      name,
      partyId: partyIdSchema,
      sector: name,
      atStart: assetStatusSchema,
      worst: assetStatusSchema,
      atEnd: assetStatusSchema,
      troubledMs: z
        .number()
        .int()
        .min(0)
        .describe('Play time during which it was not operational.'),
    }),
  ),
  changes: z.array(assetChangeSchema),
  indicators: z.array(
    z.strictObject({
      name,
      unit: name.nullable(),
      partyId: partyIdSchema.nullable(),
      atStart: z.number(),
      atEnd: z.number(),
    }),
  ),
});

const shareSchema = z.strictObject({
  playMs,
  scenarioMs,
  fromTableId: tableIdSchema,
  toTeamIds: z.array(teamIdSchema),
  toContacts: z.array(name),
  channel: shareChannelSchema,
  marking: tlpSchema,
  items: z.array(
    z.strictObject({
      title: name,
      form: itemFormSchema,
      heldForMs: durationMs.describe(
        'How long the sender had held it; null for what came to it later, or is not known here.',
      ),
    }),
  ),
  crossesBorder: z.boolean(),
  isReply: z.boolean(),
});

const flow = { count, firstPlayMs: playMs };

const sharingSchema = z.strictObject({
  shares: z.array(shareSchema),
  tables: z
    .array(z.strictObject({ from: tableIdSchema, to: tableIdSchema, ...flow }))
    .describe('Who told whom, table by table; for a table, what it told and was told itself.'),
  parties: z
    .array(
      z.strictObject({
        from: partyIdSchema,
        to: partyIdSchema,
        ...flow,
        medianHeldForMs: durationMs,
      }),
    )
    .describe('Across borders. TLP:RED is counted for staff alone.'),
  items: z.array(
    z.strictObject({
      title: name,
      tableId: tableIdSchema,
      heldSincePlayMs: playMs,
      firstSharedPlayMs: playMs.nullable().describe('Null: it was kept.'),
      firstAbroadPlayMs: playMs.nullable(),
      toTeamIds: z.array(teamIdSchema),
    }),
  ),
  broken: z
    .array(
      z.strictObject({
        tableId: tableIdSchema,
        title: name.nullable(),
        breach: z.string().nullable(),
        playMs: playMs.nullable(),
        to: name.nullable(),
      }),
    )
    .nullable()
    .describe('Markings broken; null until scores are shown.'),
  needless: z
    .array(
      z.strictObject({
        tableId: tableIdSchema,
        title: name.nullable(),
        playMs: playMs.nullable(),
        to: name.nullable(),
      }),
    )
    .nullable()
    .describe('Told to who did not need it; null until scores are shown.'),
  needs: z
    .array(
      z.strictObject({
        title: name,
        teamId: teamIdSchema,
        withinMs: z.number().int().min(0),
        heldSincePlayMs: playMs.nullable(),
        metPlayMs: playMs.nullable(),
        isLate: z.boolean(),
      }),
    )
    .nullable()
    .describe('Who needed what, and when they got it. Staff alone.'),
});

const positionSchema = z.strictObject({
  title: name.nullable(),
  rule: z.string().nullable(),
  status: z.enum(['open', 'agreed', 'failed']),
  cause: z.enum(['rule', 'deadline', 'person', 'ended']).nullable(),
  partyIds: parties,
  openedPlayMs: playMs.nullable(),
  settledPlayMs: playMs.nullable(),
  tookMs: durationMs.describe('From opening to agreement or failure.'),
  agreedOn: name.nullable().describe('The option agreed on.'),
  agreedText: writtenSchema.nullable().describe('The text agreed on.'),
  versions: count,
  stances: z.array(
    z.strictObject({
      teamId: teamIdSchema,
      stance: stanceSchema,
      reason: writtenSchema,
      isByControl: z.boolean(),
    }),
  ),
});

const settledStatus = z.enum(['open', 'met', 'late', 'missed', 'waived']);

const reportSchema = z.strictObject({
  title: name,
  to: name,
  tableId: tableIdSchema,
  status: settledStatus,
  startedScenarioMs: z.number().int(),
  dueScenarioMs: z.number().int(),
  filedScenarioMs: scenarioMs,
  filedPlayMs: playMs.nullable(),
  missedPlayMs: playMs.nullable().describe('When its clock ran out without it.'),
  overMs: durationMs.describe('Scenario time by which it was late.'),
});

const taskSchema = z.strictObject({
  kind: taskKind,
  inject: name.nullable(),
  about: name.nullable(),
  tableId: tableIdSchema,
  status: settledStatus,
  duePlayMs: playMs,
  settledPlayMs: playMs.nullable(),
});

const decisionSchema = z.strictObject({
  inject: name.nullable(),
  choice: name.nullable(),
  tableId: tableIdSchema,
  playMs,
  scenarioMs,
  afterMs: durationMs.describe('From the inject’s release.'),
});

const observationSchema = z.strictObject({
  kind: z.enum(['strength', 'improvement', 'observation']),
  importance: z.enum(['low', 'normal', 'high']),
  tableId: tableIdSchema.nullable(),
  objective: name.nullable(),
  playMs,
  scenarioMs,
  ...writtenSchema.shape,
  isReleased: z.boolean(),
});

const ratingLineSchema = z.strictObject({
  objective: name.nullable(),
  capability: z.string().nullable(),
  tableId: tableIdSchema.nullable(),
  rating: ratingSchema,
});

const scoreSchema = z.strictObject({
  tableId: tableIdSchema,
  points: z.number().int(),
  maximum: z.number().int(),
  lines: z.array(
    z.strictObject({
      inject: name.nullable(),
      kind: taskKind.nullable(),
      objective: name.nullable(),
      about: name.nullable(),
      rule: z.string(),
      reason: name.nullable(),
      points: z.number().int(),
      maximum: z.number().int(),
    }),
  ),
});

const summarySchema = z.strictObject({
  playMs,
  injects: count,
  shares: count,
  sharesAbroad: count,
  medianHeldForMs: durationMs.describe('From holding something to telling it.'),
  positionsAgreed: count,
  positionsFailed: count,
  medianAgreementMs: durationMs,
  reports: count,
  reportsLate: count,
  reportsMissed: count,
  tasks: count,
  tasksMissed: count,
  assetsTroubled: count,
  assetsRecovered: count,
  bordersCrossed: count.describe('Failures that went from a system in one nation to another’s.'),
  sectorsCrossed: count,
});

export const takeawaySchema = z.strictObject({
  takeawayVersion: z.literal(takeawayVersion),
  audience: takeawayAudienceSchema,
  exercise: z.strictObject({
    exerciseId: exerciseIdSchema.nullable(),
    title: z.string(),
    scenarioTitle: name,
    languages: z.array(z.string()),
    defaultLanguage: z.string(),
    isProvisional: z.boolean().describe('Play has not ended.'),
    startedAtMs: z.number().int().nullable().describe('Wall time, ms since 1970 UTC.'),
    endedAtMs: z.number().int().nullable(),
    endedBecause: z.string().nullable().describe('Staff alone.'),
    tlp: tlpSchema.describe('The highest marking of what stands here; at least TLP:GREEN.'),
  }),
  parties: z.array(z.strictObject({ id: partyIdSchema, name, city: name, timeZone: z.string() })),
  teams: z.array(
    z.strictObject({
      id: teamIdSchema,
      partyId: partyIdSchema,
      tableId: tableIdSchema,
      name,
      sector: name,
    }),
  ),
  tables: z.array(
    z.strictObject({
      tableId: tableIdSchema,
      name: name.nullable().describe('Null where this audience knows the teams instead.'),
      teamIds: z.array(teamIdSchema),
      partyIds: parties,
    }),
  ),
  summary: summarySchema,
  moments: z.array(momentSchema),
  world: worldSchema,
  sharing: sharingSchema,
  positions: z.array(positionSchema),
  decisions: z.array(decisionSchema),
  reports: z.array(reportSchema),
  tasks: z.array(taskSchema),
  observations: z.array(observationSchema),
  ratings: z.array(ratingLineSchema).nullable().describe('Null until they are shown.'),
  scores: z.array(scoreSchema).nullable().describe('Null until they are shown.'),
  feedback: feedbackSummarySchema.nullable().describe('Staff alone.'),
});

export type Takeaway = z.infer<typeof takeawaySchema>;
export type Moment = Takeaway['moments'][number];
export type Written = z.infer<typeof writtenSchema>;

export type TakeawayTable = (typeof takeawayTables)[number];
