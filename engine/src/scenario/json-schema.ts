/** The published JSON Schema of the scenario language, made from the zod schema. */
import { z } from 'zod';
import { scenarioSchema } from './schema.js';

/** Draft 2020-12. Describes what an author writes: fields with a default may be left out. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenarioSchema, { io: 'input' }) as Record<string, unknown>;
}
