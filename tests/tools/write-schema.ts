/** Writes scenarios/scenario.schema.json. Run by `npm run schema`; a test checks that it is in step. */
import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '@trilogue/engine/scenario/json-schema';

const path = new URL('../../scenarios/scenario.schema.json', import.meta.url);
writeFileSync(path, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
