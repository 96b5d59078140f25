/** The scenario's own words in more languages. */
import type { LocalizedText } from '../../scenario/localize.js';
import { playbookWith } from '../../scenario/playbook.js';
import {
  frameTextAt,
  injectAt,
  injectTextAt,
  withInjectText,
  withLanguage,
  withoutLanguage,
} from '../../scenario/words.js';
import type { FactOf } from '../facts.js';
import { type ExerciseState, injectOf, injectState } from '../state.js';
import type { Evolvers } from './evolver.js';
import { withInject } from './injects.js';

export const wordsEvolvers = {
  ScenarioTranslated: translate,
} satisfies Partial<Evolvers>;

/**
 * An inject's words stand with the injects that are not as the scenario has them, so that it costs the
 * same among two thousand; all other words are the playbook's.
 */
function translate(state: ExerciseState, fact: FactOf<'ScenarioTranslated'>): ExerciseState {
  const { place, language, text } = fact;
  const { playbook } = state;
  const { defaultLanguage } = playbook.scenario;
  // What was removed is not shown as removed: the scenario's own words stand beside it.
  const said = (old: LocalizedText, loaded: LocalizedText | null) =>
    fact.redacted === undefined
      ? withLanguage(old, defaultLanguage, language, text)
      : withoutLanguage(old, loaded, defaultLanguage, language);
  const at = injectAt(place);
  if (at === null) {
    const old = frameTextAt(playbook.scenario, place);
    if (old === null) return state;
    const words = said(old, frameTextAt(state.loaded.scenario, place));
    return { ...state, playbook: playbookWith(playbook, place, words) };
  }
  const inject = injectOf(state, at.injectId);
  const old = inject === undefined ? null : injectTextAt(inject, at.field);
  if (inject === undefined || old === null) return state;
  const { translated } = injectState(state, at.injectId);
  const asLoaded = state.loaded.injects.get(at.injectId);
  const loaded = asLoaded === undefined ? null : injectTextAt(asLoaded, at.field);
  const steps = fact.redacted === undefined ? 1 : 2;
  return {
    ...withInject(state, at.injectId, { translated: translated + steps }),
    written: state.written.set(at.injectId, withInjectText(inject, at.field, said(old, loaded))),
  };
}
