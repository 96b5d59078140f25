/** Which languages a translator could still add to an inject: staff's lists know it without its text. */
import { type ExerciseState, injectOf, injectState } from '../exercise/state.js';
import { isInLanguage, withTranslations } from '../exercise/written-texts.js';
import type { InjectId } from '../protocol/ids.js';
import { isRedacted } from '../protocol/redaction.js';
import type { LocalizedText } from '../scenario/localize.js';

const fields = ['title', 'body'] as const;

/** By language of the scenario, the texts of an inject that are not in it; none for what is whole. */
export type InjectLacks = { readonly [language: string]: readonly (typeof fields)[number][] };

/**
 * Nothing where its readers don't all read the same words, since one text in their place would take
 * the others away; and nothing of a text that was removed.
 */
export function injectLacks(state: ExerciseState, injectId: InjectId): InjectLacks {
  const inject = injectOf(state, injectId);
  if (inject === undefined || inject.variants !== undefined || inject.perRecipient.length > 0) {
    return {};
  }
  const { writtenBy } = injectState(state, injectId);
  const texts = fields.flatMap((field) => {
    const text = withTranslations(state, inject[field], writtenBy, field);
    return isGone(text) ? [] : [{ field, text }];
  });
  return Object.fromEntries(
    state.playbook.scenario.languages.flatMap((language) => {
      const lacking = texts.flatMap(({ field, text }) =>
        isInLanguage(state, text, language) ? [] : [field],
      );
      return lacking.length === 0 ? [] : [[language, lacking]];
    }),
  );
}

function isGone(text: LocalizedText): boolean {
  const words = typeof text === 'string' ? [text] : Object.values(text);
  return words.every((word) => word === '' || isRedacted(word));
}
