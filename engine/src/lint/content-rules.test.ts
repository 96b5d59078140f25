import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { contentRules } from './content-rules.js';

const saying =
  (words: string, language = 'en') =>
  (file: File) => {
    injectOf(file, 'what-do-you-know').body[language] += ` ${words}`;
  };

const cases: readonly LintCase[] = [
  [
    'content/picture-without-words',
    'a picture alone; a PDF needs none',
    (file) => {
      const title = { en: 'Logs', ja: 'ログ', fil: 'Mga log' };
      injectOf(file, 'what-do-you-know').attachments = [
        { file: 'log.pdf', title },
        { file: 'log.png', title },
      ];
    },
    'injects[1].attachments[1]: "log.png" has no "alt"',
  ],
  [
    'content/no-banner',
    'one language lacks it',
    (file) => {
      const { body } = injectOf(file, 'what-do-you-know');
      body.fil = body.fil.replaceAll('EXERCISE', '');
    },
    'injects[1].body: "what-do-you-know" has no exercise banner in fil',
  ],
  [
    'content/no-banner',
    'another form of the inject lacks it',
    (file) => {
      injectOf(file, 'what-do-you-know').perRecipient = [
        {
          to: ['jp-cert'],
          body: { en: 'What do you see?', ja: '何が見えますか。', fil: 'Ano ang nakikita ninyo?' },
        },
      ];
    },
    'injects[1].perRecipient[0].body: "what-do-you-know" has no exercise banner in en, ja, fil',
  ],
  [
    'content/zone-abbreviation',
    'Japan’s',
    saying('It began at 06:30 JST.'),
    'injects[1].body.en: "JST" is not the same everywhere',
  ],
  [
    'content/zone-abbreviation',
    'between digits and kanji',
    saying('開始は06:30JSTでした。', 'ja'),
    'injects[1].body.ja: "JST" is not the same everywhere',
  ],
  [
    'content/zone-abbreviation',
    'a letter pair after an hour',
    saying('Noon is 12:00 PT.'),
    'injects[1].body.en: "12:00 PT" is not the same everywhere',
  ],
  [
    'content/zone-abbreviation',
    'UTC without its offset',
    saying('At 03:10 UTC it stopped.'),
    'injects[1].body.en: "03:10 UTC" is not the same everywhere',
  ],
  [
    'content/tlp-white',
    'the old label',
    saying('This is TLP:WHITE.'),
    'injects[1].body.en: TLP:WHITE is now TLP:CLEAR',
  ],
  [
    'content/tlp-label',
    'in Japanese',
    saying('取扱区分はTLP:琥珀です。', 'ja'),
    'injects[1].body.ja: "TLP:琥珀です" is not a TLP label',
  ],
  [
    'content/tlp-label',
    'in small letters',
    saying('This is TLP:Amber.'),
    'injects[1].body.en: "TLP:Amber" is not a TLP label',
  ],
  [
    'content/tlp-label',
    'in Filipino',
    saying('Ito ay TLP:PULA.', 'fil'),
    'injects[1].body.fil: "TLP:PULA" is not a TLP label',
  ],
  [
    'content/usaid',
    'it acts no longer',
    saying('USAID will help.'),
    'injects[1].body.en: USAID acts no longer',
  ],
  [
    'content/languages-of-parties',
    'a party reads another language',
    (file) => {
      file.parties[0].language = 'ko';
    },
    'languages: "jp" would read ko',
  ],
];

describe('what a drill may say', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT11] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT11] every rule of content has a case that trips it', () => {
    expect(untried(contentRules, cases)).toEqual([]);
  });

  test.each([
    '2026-12-01 08:00 (UTC+8, Manila), or 00:00 UTC+0',
    'It runs in UTC−5; the ESTIMATE stands. BEST regards, PSTN desk.',
    'TLP:AMBER+STRICT, TLP: GREEN and TLP：RED. The TLP: red means stop.',
    'CST is our safety team.',
  ])('[LINT11] nothing wrong with: %s', (words) => {
    expect(findingsAfter(saying(words))).toEqual([]);
  });
});
