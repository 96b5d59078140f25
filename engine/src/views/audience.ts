/** Who a view is for. Everyone of one audience sees the same, so its view is made once and shared. */
import { z } from 'zod';
import type { ExerciseState } from '../exercise/state.js';
import { type SeatId, seatIdSchema, type TableId, tableIdSchema } from '../protocol/ids.js';

export const audienceSchema = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('player'),
    tableId: tableIdSchema,
    seatId: seatIdSchema
      .optional()
      .describe('For a seat that holds something its table does not, such as TLP:RED.'),
  }),
  z.strictObject({ role: z.literal('facilitator') }),
  z.strictObject({ role: z.literal('observer') }),
]);

export type Audience = z.infer<typeof audienceSchema>;
export type PlayerAudience = Extract<Audience, { role: 'player' }>;
export type FacilitatorAudience = Extract<Audience, { role: 'facilitator' }>;
export type ObserverAudience = Extract<Audience, { role: 'observer' }>;

/** Names an audience in a room or a cache: "player:jp", "player:jp:seat", "facilitator", "observer". */
export function audienceKey(audience: Audience): string {
  if (audience.role !== 'player') return audience.role;
  const { tableId, seatId } = audience;
  return seatId === undefined ? `player:${tableId}` : `player:${tableId}:${seatId}`;
}

export function playerAudience(tableId: TableId): PlayerAudience {
  return { role: 'player', tableId };
}

/** The audience a seat belongs to; null for one that never came, or left. All staff see the same. */
export function audienceOfSeat(state: ExerciseState, seatId: SeatId): Audience | null {
  const seat = state.seats.get(seatId);
  if (seat === undefined || seat.isGone) return null;
  if (seat.role === 'observer') return { role: 'observer' };
  if (seat.role !== 'player') return { role: 'facilitator' };
  if (seat.tableId === null) return null;
  const audience = playerAudience(seat.tableId);
  return state.privateSeats.has(seatId) ? { ...audience, seatId } : audience;
}
