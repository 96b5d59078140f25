/** The words around a scenario's own, in each language that printed matter comes in. */
import { enPlayers } from './en-players.js';
import { enStaff } from './en-staff.js';
import { enStory } from './en-story.js';
import { filPlayers } from './fil-players.js';
import { filStaff } from './fil-staff.js';
import { filStory } from './fil-story.js';
import { jaPlayers } from './ja-players.js';
import { jaStaff } from './ja-staff.js';
import { jaStory } from './ja-story.js';
import type { Shape } from './shape.js';

export const handoutLanguages = ['en', 'ja', 'fil'] as const;
export type HandoutLanguage = (typeof handoutLanguages)[number];

const en = { ...enStory, ...enPlayers, ...enStaff };

/** Whatever English says, every other language has to say: a missing key does not compile. */
export type HandoutWords = Shape<typeof en>;

const dictionaries: { readonly [Language in HandoutLanguage]: HandoutWords } = {
  en,
  ja: { ...jaStory, ...jaPlayers, ...jaStaff },
  fil: { ...filStory, ...filPlayers, ...filStaff },
};

export function wordsIn(language: HandoutLanguage): HandoutWords {
  return dictionaries[language];
}
