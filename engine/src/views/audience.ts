/** Who a view is for. Everyone of one audience sees the same, so its view is made once and shared. */
import { z } from 'zod';
import { type TableId, tableIdSchema } from '../protocol/ids.js';

export const audienceSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('player'), tableId: tableIdSchema }),
  z.strictObject({ role: z.literal('facilitator') }),
  z.strictObject({ role: z.literal('observer') }),
]);

export type Audience = z.infer<typeof audienceSchema>;
export type PlayerAudience = Extract<Audience, { role: 'player' }>;
export type FacilitatorAudience = Extract<Audience, { role: 'facilitator' }>;
export type ObserverAudience = Extract<Audience, { role: 'observer' }>;

/** Names an audience in a room or a cache: "player:jp", "facilitator", "observer". */
export function audienceKey(audience: Audience): string {
  return audience.role === 'player' ? `player:${audience.tableId}` : audience.role;
}

export function playerAudience(tableId: TableId): PlayerAudience {
  return { role: 'player', tableId };
}
