/** Which languages a translator could still add: staff's lists know it without the texts of injects. */
import { type ExerciseState, injectOf, injectState } from '../exercise/state.js';
import { isInLanguage, withTranslations } from '../exercise/written-texts.js';
import type { InjectId } from '../protocol/ids.js';
import { isRedacted } from '../protocol/redaction.js';
import type { Inject } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { Scenario } from '../scenario/schema.js';
import { type Words, wordsOfFrame, wordsOfInject } from '../scenario/words.js';

/**
 * By language of the scenario, the texts of an inject that are not in it, such as "body" or
 * "choices/stay/label"; none for what is whole.
 */
export type InjectLacks = { readonly [language: string]: readonly string[] };

/** A text of the scenario's frame, which is no inject's, and the languages that it lacks. */
export interface FrameLack {
  readonly text: LocalizedText;
  readonly languages: readonly string[];
}

/** Nothing of a text that was removed, of a form that nobody reads, or of files that came in play. */
export function injectLacks(state: ExerciseState, injectId: InjectId): InjectLacks {
  const inject = injectOf(state, injectId);
  if (inject === undefined) return {};
  const { writtenBy, filesBy } = injectState(state, injectId);
  const unread = unreadOf(inject, state.variants.get(injectId));
  const texts = wordsOf(inject).flatMap(({ place, text }) => {
    const isUnread = unread.some((start) => place.startsWith(start));
    if (isUnread || (filesBy !== null && place.startsWith('attachments/'))) return [];
    const whole = withTranslations(state, text, writtenBy, place);
    return needsNone(whole) ? [] : [{ place, whole }];
  });
  return Object.fromEntries(
    state.playbook.scenario.languages.flatMap((language) => {
      const lacking = texts.flatMap(({ place, whole }) =>
        isInLanguage(state, whole, language) ? [] : [place],
      );
      return lacking.length === 0 ? [] : [[language, lacking]];
    }),
  );
}

/** By place, what the scenario says outside of its injects and is not there in every language. */
export function frameLacks(state: ExerciseState): ReadonlyMap<string, FrameLack> {
  const { scenario } = state.playbook;
  const known = ofFrame.get(scenario);
  if (known !== undefined) return known;
  const lacks = new Map<string, FrameLack>();
  for (const { place, text } of wordsOfFrame(scenario)) {
    if (needsNone(text)) continue;
    const languages = scenario.languages.filter((language) => !isInLanguage(state, text, language));
    if (languages.length > 0) lacks.set(place, { text, languages });
  }
  ofFrame.set(scenario, lacks);
  return lacks;
}

/** A scenario never changes: with another translation it is another one. */
const ofFrame = new WeakMap<Scenario, ReadonlyMap<string, FrameLack>>();
/** Nor does an inject, and a view asks for two thousand. */
const ofInjects = new WeakMap<Inject, readonly Words[]>();

function wordsOf(inject: Inject): readonly Words[] {
  const known = ofInjects.get(inject) ?? wordsOfInject(inject);
  ofInjects.set(inject, known);
  return known;
}

/** How places begin that nobody reads: forms that were not drawn, and what every form says otherwise. */
function unreadOf({ variants = [] }: Inject, drawn: string | undefined): string[] {
  const forms = drawn === undefined ? variants : variants.filter(({ id }) => id === drawn);
  if (forms.length === 0) return [];
  const others = variants.filter((variant) => !forms.includes(variant));
  return [
    ...others.map(({ id }) => `variants/${id}/`),
    ...(['title', 'body'] as const).filter((field) =>
      forms.every((form) => form[field] !== undefined),
    ),
  ];
}

/** What was removed, or is a sign or a number. */
function needsNone(text: LocalizedText): boolean {
  const words = typeof text === 'string' ? [text] : Object.values(text);
  return words.every((word) => !/\p{L}/u.test(word) || isRedacted(word));
}
