/** Information items: what a team may hold, under which marking, and who ought to hear of it. */

import { z } from 'zod';
import {
  contactIdSchema,
  injectIdSchema,
  itemIdSchema,
  objectiveIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { shareChannels, tlpLabels } from '../protocol/parts.js';
import { scenarioLimits as limits } from './limits.js';
import { localizedTextSchema } from './localize.js';
import { recipientSchema } from './world-schema.js';

/** Traffic Light Protocol 2.0 labels (FIRST, August 2022), from the widest circle to the narrowest. */
export const tlpSchema = z.enum(tlpLabels);
export type TlpLabel = z.infer<typeof tlpSchema>;

export const shareChannelSchema = z
  .enum(shareChannels)
  .describe(
    'cert: CERT to CERT, bilateral. first: FIRST. apcert: APCERT. police: police to police. diplomatic: the UN Global Points of Contact, embassies. isac: a sector’s ISAC. vendor: a supplier. press: in public.',
  );
export type ShareChannel = z.infer<typeof shareChannelSchema>;

const points = z.number().int().min(0).max(1_000);
const releasableTo = z
  .array(recipientSchema)
  .max(limits.recipients)
  .default([])
  .describe('Teams and parties it may be given to although its marking alone would not allow it.');

const needSchema = z
  .strictObject({
    teams: z
      .array(recipientSchema)
      .min(1)
      .max(limits.recipients)
      .describe('Who ought to hear of it; each of these teams counts by itself.'),
    withinMinutes: z
      .number()
      .min(0.5)
      .max(10_080)
      .describe('Minutes of play, from when the item was first held, until it comes too late.'),
    wholeForm: z
      .boolean()
      .default(false)
      .describe(
        'Whether it takes the whole form. Else the sanitised one is enough, and personal data is more than they need.',
      ),
    points: points.describe('What telling a team in time earns the table that told it.'),
    latePoints: points.default(0).describe('What telling it later still earns.'),
    objective: objectiveIdSchema.optional().describe('The objective it is evidence for.'),
  })
  .describe('Somebody who needs the item.');

export const informationItemSchema = z
  .strictObject({
    id: itemIdSchema,
    title: localizedTextSchema.describe('What it is, in a line.'),
    body: localizedTextSchema.describe('Markdown.'),
    originator: z
      .union([teamIdSchema, contactIdSchema])
      .describe(
        'Whose it is: the team or contact that set its marking and can permit wider sharing. For a contact, control answers.',
      ),
    holders: z
      .array(recipientSchema)
      .min(1)
      .max(limits.recipients)
      .describe(
        'Who holds it without having been told by another team. They may speak of it among themselves.',
      ),
    comesWith: injectIdSchema
      .optional()
      .describe('The inject that brings it to its holders. Left out: they hold it from StartEx.'),
    tlp: tlpSchema.describe('Its Traffic Light Protocol 2.0 marking.'),
    releasableTo,
    sanitised: z
      .strictObject({
        body: localizedTextSchema.describe('Markdown, without sources and personal data.'),
        tlp: tlpSchema.describe('The marking of this form.'),
        releasableTo,
      })
      .optional()
      .describe('A form of it that may go further.'),
    personalData: z
      .boolean()
      .default(false)
      .describe('Whether the whole form carries personal data, which few recipients need.'),
    needs: z.array(needSchema).max(50).default([]).describe('Who ought to hear of it, and when.'),
    breachPenalty: points
      .default(10)
      .describe('Points that breaking its marking costs, each time and for each recipient.'),
    overSharingPenalty: points
      .default(5)
      .describe(
        'Points that giving it to somebody costs who neither needs it, nor holds it, nor is named in "releasableTo", nor was permitted by the originator. With personal data only a need counts.',
      ),
  })
  .describe('Something worth knowing that one team holds and others may need.');

export type InformationItem = z.infer<typeof informationItemSchema>;
export type ItemForm = 'full' | 'sanitised';

/** How narrow a marking is: 0 for CLEAR, 4 for RED. */
export function narrowness(tlp: TlpLabel): number {
  return tlpLabels.indexOf(tlp);
}
