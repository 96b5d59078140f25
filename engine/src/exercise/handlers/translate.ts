/** Other languages for the scenario's own words: before StartEx, in play and after it. */
import type { LocalizedText } from '../../scenario/localize.js';
import { frameTextAt, injectAt, injectTextAt } from '../../scenario/words.js';
import type { CommandOf } from '../commands.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { injectOf, injectState } from '../state.js';
import { originalLanguage } from '../written-texts.js';
import { addTranslation, isOriginal } from './evaluation.js';

/**
 * A language beside those that a text of the scenario has. Words of an inject that were written anew
 * in play get it where they were written.
 * Rejections: `inject/unknown`, `inject/recalled`, `language/unknown`, `text/unknown`, `text/original`.
 */
export function translateScenario(
  run: Run,
  command: CommandOf<'TranslateScenario'>,
): Rejection | null {
  const { place, language, text } = command;
  const at = injectAt(place);
  if (at === null) return add(run, command, frameTextAt(run.state.playbook.scenario, place));
  const { injectId, field } = at;
  const inject = injectOf(run.state, injectId);
  if (inject === undefined) return reject('inject/unknown', `no inject "${injectId}"`);
  const { status, writtenBy, filesBy } = injectState(run.state, injectId);
  if (status === 'recalled') return reject('inject/recalled', 'it was recalled');
  if (writtenBy !== null && (field === 'title' || field === 'body')) {
    return addTranslation(run, { type: 'AddTranslation', of: writtenBy, field, language, text });
  }
  // Other files came in the place of the scenario's.
  const isGone = filesBy !== null && field.startsWith('attachments/');
  return add(run, command, isGone ? null : injectTextAt(inject, field));
}

function add(
  run: Run,
  { place, language, text }: CommandOf<'TranslateScenario'>,
  old: LocalizedText | null,
): Rejection | null {
  if (old === null) return reject('text/unknown', 'there is no such text');
  const { languages } = run.state.playbook.scenario;
  if (!languages.includes(language)) {
    return reject('language/unknown', 'the scenario has no such language', { language });
  }
  const known = typeof old === 'string' ? undefined : old[language];
  if (known === text) return null;
  if (language === originalLanguage(run.state, old)) return isOriginal(language);
  run.add({ type: 'ScenarioTranslated', place, language, text });
  return null;
}
