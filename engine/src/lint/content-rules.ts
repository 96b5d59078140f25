/** Rules for what a drill may say: its banner, hours, labels and names. */
import { tlpLabels } from '../protocol/parts.js';
import type { Inject } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { LintRule } from './rule.js';
import { listed } from './words.js';

/** What stands in every inject, so that nobody takes it for the real thing. */
export const exerciseBanner = 'EXERCISE EXERCISE EXERCISE';

const zone = new RegExp(
  [
    // Between letters of its own it is part of a word; next to digits or kanji it is not.
    /(?<![A-Za-z])(?:JST|PHT|PHST|PST|PDT|EST|EDT|AKST|AKDT|ChST|GMT)(?![A-Za-z])/,
    // These stand for other things as well.
    /\d ?(?:CST|CDT|MST|MDT|HST|BST|CET|CEST|SGT|HKT|KST|AEST)(?![A-Za-z])/,
    /\d{1,2}:\d{2} ?(?:ET|PT|CT|MT|UTC(?! ?[+\-−±]\d))(?![A-Za-z])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

const translatedLabels =
  '赤 琥珀 アンバー レッド グリーン クリア 緑 橙 黄 透明 pula dilaw berde luntian malinaw'.split(
    ' ',
  );

export const contentRules: readonly LintRule[] = [
  {
    code: 'content/no-banner',
    severity: 'warning',
    meaning: `An inject lacks the line "${exerciseBanner}". Leaked or read by a bystander, it would be taken for real.`,
    mend: `Begin every text of every inject, in every language, with ${exerciseBanner}.`,
    *find({ scenario }) {
      for (const [index, inject] of scenario.injects.entries()) {
        for (const { path, text } of bodiesOf(inject, `injects[${index}]`)) {
          const lacking = withoutBanner(text);
          if (lacking === null) continue;
          const where = lacking.length === 0 ? '' : ` in ${lacking.join(', ')}`;
          yield { path, message: `"${inject.id}" has no exercise banner${where}` };
        }
      }
    },
  },
  {
    code: 'content/picture-without-words',
    severity: 'warning',
    meaning:
      'A picture has no words beside it. Whoever can’t see it, or has it on paper, misses it.',
    mend: 'Say in "alt" what the picture shows, numbers and markings too.',
    *find({ scenario }) {
      for (const [index, inject] of scenario.injects.entries()) {
        for (const [place, { file, alt }] of (inject.attachments ?? []).entries()) {
          if (alt !== undefined || file.endsWith('.pdf')) continue;
          const path = `injects[${index}].attachments[${place}]`;
          yield { path, message: `"${file}" has no "alt"` };
        }
      }
    },
  },
  {
    code: 'content/zone-abbreviation',
    severity: 'warning',
    meaning:
      'Abbreviations of time zones mean different zones to different nations: "PST" is Manila’s and Los Angeles’.',
    mend: 'Write the offset and the city: 2026-12-01 08:00 (UTC+8, Manila).',
    *find({ words }) {
      for (const { path, words: text } of words) {
        const found = zone.exec(text.normalize('NFKC'));
        if (found !== null) yield { path, message: `"${found[0]}" is not the same everywhere` };
      }
    },
  },
  {
    code: 'content/tlp-white',
    severity: 'warning',
    meaning: 'TLP 2.0 has no WHITE; it is CLEAR since August 2022.',
    mend: 'Write TLP:CLEAR.',
    *find({ words }) {
      for (const { path, words: text } of words) {
        if (/\bTLP ?: ?WHITE\b/iu.test(text.normalize('NFKC'))) {
          yield { path, message: 'TLP:WHITE is now TLP:CLEAR' };
        }
      }
    },
  },
  {
    code: 'content/tlp-label',
    severity: 'warning',
    meaning:
      'A TLP label is translated or written otherwise. Labels are never translated, or partners would not recognise them.',
    mend: `Write one of ${tlpLabels.map((name) => `TLP:${name}`).join(', ')} in every language.`,
    *find({ words }) {
      for (const { path, words: text } of words) {
        const found = [...text.normalize('NFKC').matchAll(/\bTLP ?:( ?)(\p{L}+)/gu)].find(
          ([, space = '', word = '']) => isOtherwise(word, space === ''),
        );
        if (found !== undefined) yield { path, message: `"${found[0]}" is not a TLP label` };
      }
    },
  },
  {
    code: 'content/usaid',
    severity: 'warning',
    meaning: 'USAID’s programmes moved to the Department of State on 1 July 2025.',
    mend: 'Name the Department of State in present-day play.',
    *find({ words }) {
      for (const { path, words: text } of words) {
        if (/\bUSAID\b/u.test(text)) yield { path, message: 'USAID acts no longer' };
      }
    },
  },
  {
    code: 'content/languages-of-parties',
    severity: 'note',
    meaning: 'A party usually reads a language in which the scenario is not written.',
    mend: 'Add the language to "languages" and translate, or leave it if they read the default language too.',
    *find({ scenario }) {
      const others = scenario.parties.filter(
        ({ language }) => !scenario.languages.includes(language),
      );
      if (others.length === 0) return;
      yield {
        path: 'languages',
        message: `${listed(others.map(({ id }) => id))} would read ${[...new Set(others.map(({ language }) => language))].join(', ')}`,
      };
    },
  },
];

/** A label in another language or, right after the colon, in another case. */
function isOtherwise(word: string, isRightAfter: boolean): boolean {
  const isLabel = (tlpLabels as readonly string[]).includes(word.toUpperCase());
  if (isLabel) return isRightAfter && word !== word.toUpperCase();
  return translatedLabels.some((translated) => word.toLowerCase().startsWith(translated));
}

/** Every form in which an inject is read. */
function bodiesOf(
  { body, variants = [], perRecipient }: Inject,
  path: string,
): { readonly path: string; readonly text: LocalizedText }[] {
  const forms = [
    { path: `${path}.body`, text: body },
    ...variants.map((form, index) => ({
      path: `${path}.variants[${index}].body`,
      text: form.body,
    })),
    ...perRecipient.map((form, index) => ({
      path: `${path}.perRecipient[${index}].body`,
      text: form.body,
    })),
  ];
  return forms.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}

/** The languages that lack the banner, none named for a plain text; null where it is everywhere. */
function withoutBanner(text: LocalizedText): string[] | null {
  if (typeof text === 'string') return text.includes(exerciseBanner) ? null : [];
  const lacking = Object.entries(text)
    .filter(([, words]) => !words.includes(exerciseBanner))
    .map(([language]) => language);
  return lacking.length === 0 ? null : lacking;
}
