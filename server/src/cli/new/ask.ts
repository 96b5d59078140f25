/** Asks at the keyboard for what no flag gave. */
import { input, number } from '@inquirer/prompts';
import { templateLimits } from '@trilogue/engine/scenario-template/template-options';
import { CliError, exitCodes } from '../exit-codes.js';
import {
  idFrom,
  languagesFrom,
  optionsFrom,
  partiesFrom,
  usualWishes,
  type Wishes,
} from './new-options.js';

/** @throws CliError when it is broken off */
export async function ask(given: Wishes, folder: string | undefined): Promise<Wishes> {
  const usual = optionsFrom(given, folder, 0);
  try {
    const id =
      given.id ?? (await input({ message: 'Id', default: usual.id, validate: by(idFrom) }));
    const titled = optionsFrom({ ...given, id }, folder, 0);
    const title = given.title ?? (await input({ message: 'Title', default: titled.title }));
    const languages =
      given.languages ??
      (await input({
        message: 'Languages, the default first',
        default: usualWishes.languages,
        validate: by(languagesFrom),
      }));
    const parties =
      given.parties ??
      (await input({
        message: 'Parties (known, or NAME:ZONE:CITY:LANGUAGE)',
        default: usualWishes.parties,
        validate: by(partiesFrom),
      }));
    const teamsPerParty =
      given.teamsPerParty ??
      (await count('Teams a party', 1, templateLimits.teamsPerParty, usualWishes.teamsPerParty));
    const modules =
      given.modules ?? (await count('Modules', 1, templateLimits.modules, usualWishes.modules));
    const least = modules * templateLimits.minutesPerModule;
    const minutes =
      given.minutes ??
      (await count('Minutes of play', least, 10_080, Math.max(least, usualWishes.minutes)));
    return { id, title, languages, parties, teamsPerParty, modules, minutes };
  } catch (error) {
    // Ctrl+C is an answer too.
    if (error instanceof Error && error.name === 'ExitPromptError') {
      throw new CliError('broken off; nothing was written', exitCodes.usage);
    }
    throw error;
  }
}

function count(message: string, min: number, max: number, usual: number): Promise<number> {
  return number({ message, min, max, default: usual, required: true });
}

/** What a reader refuses is told, and asked again. */
function by(read: (text: string) => unknown): (text: string) => true | string {
  return (text) => {
    try {
      read(text);
      return true;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}
