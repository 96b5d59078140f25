import { scenarioJsonSchema } from '@trilogue/engine/scenario/json-schema';
import type { Command } from 'commander';
import { print } from './console.js';
import { write } from './files.js';

/** `trilogue schema`: the JSON Schema of the scenario language, for editors. */
export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description(
      'Print the JSON Schema of the scenario language, for editors that complete from it.',
    )
    .option('-o, --out <file>', 'write it to a file instead')
    .addHelpText(
      'after',
      `
Examples:
  $ trilogue schema > scenario.schema.json
  $ trilogue schema --out my-scenario/scenario.schema.json`,
    )
    .action(async ({ out }: { out?: string }) => {
      const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
      if (out === undefined) print(text);
      else await write(out, text);
    });
}
