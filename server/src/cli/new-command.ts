import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { scenarioJsonSchema } from '@trilogue/engine/scenario/json-schema';
import { buildTemplate } from '@trilogue/engine/scenario-template/build-template';
import {
  refusalOf,
  type TemplateOptions,
  templateLimits,
} from '@trilogue/engine/scenario-template/template-options';
import { templateReadme } from '@trilogue/engine/scenario-template/template-readme';
import { type Command, InvalidArgumentError } from 'commander';
import { tell } from './console.js';
import { CliError } from './exit-codes.js';
import { write } from './files.js';
import { optionsFrom, type Wishes } from './new/new-options.js';

interface Options extends Wishes {
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** `trilogue new`: a small scenario to start from. */
export function registerNew(program: Command): void {
  program
    .command('new')
    .description('Write a small scenario to start from. Asks for what no flag says.')
    .argument('[dir]', 'the folder to write to; named after the id where it is left out')
    .option('--id <id>', 'the scenario’s id')
    .option('--title <title>', 'its title')
    .option('--languages <tags>', 'en, ja, fil or some of them; the first is the default')
    .option('--parties <list>', 'jp, ph, us or NAME:ZONE:CITY:LANGUAGE, parted by commas')
    .option(
      '--teams-per-party <number>',
      'teams of each party',
      within(1, templateLimits.teamsPerParty),
    )
    .option('--modules <number>', 'modules of play', within(1, templateLimits.modules))
    .option('--minutes <number>', 'minutes of play, all modules together', within(10, 10_080))
    .option('-y, --yes', 'ask nothing')
    .option('--force', 'write over what is there')
    .addHelpText(
      'after',
      `
Examples:
  $ trilogue new
  $ trilogue new scenarios/storm-tide --parties jp,ph --modules 3 --minutes 90 --yes
  $ trilogue new --parties "ph,Norland:Europe/Oslo:Oslo:en" --languages en --yes`,
    )
    .action(async (folder: string | undefined, { yes, force, ...given }: Options) => {
      const asks = !yes && process.stdin.isTTY && process.stdout.isTTY;
      // Questions take time to load, and most commands ask none.
      const wishes = asks ? await (await import('./new/ask.js')).ask(given, folder) : given;
      const written = await writeNew(wishes, folder, force === true, Date.now());
      tell(
        `Written to ${written}. Look at it with:\n  trilogue check ${join(written, 'scenario.json')}`,
      );
    });
}

/**
 * Writes scenario.json, README.md and, where none stands beside the folder, the schema.
 * @returns the folder
 * @throws CliError where the wishes can’t be met, or something is there and `force` is not
 */
export async function writeNew(
  wishes: Wishes,
  folder: string | undefined,
  force: boolean,
  nowMs: number,
): Promise<string> {
  const options = optionsFrom(wishes, folder, nowMs);
  const directory = folder ?? options.id;
  const schema = schemaOf(directory);
  const complete: TemplateOptions = { ...options, schema };
  const refusal = refusalOf(complete);
  if (refusal !== null) throw new CliError(refusal);
  const files = {
    'scenario.json': `${JSON.stringify(buildTemplate(complete), null, 2)}\n`,
    'README.md': templateReadme(complete, relative('', directory) || '.'),
    ...(schema === besides && { 'scenario.schema.json': schemaText() }),
  };
  const there = Object.keys(files).find((name) => existsSync(join(directory, name)));
  if (there !== undefined && !force) {
    throw new CliError(`${join(directory, there)} is there already; --force writes over it`);
  }
  for (const [name, content] of Object.entries(files)) await write(join(directory, name), content);
  return directory;
}

const above = '../scenario.schema.json';
const besides = './scenario.schema.json';

/** The schema that the scenarios around it use, or one of its own. */
function schemaOf(directory: string): string {
  return existsSync(join(directory, above)) ? above : besides;
}

function schemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

function within(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  };
}
