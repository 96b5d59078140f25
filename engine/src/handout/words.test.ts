import { describe, expect, test } from 'vitest';
import { tlpLabels } from '../protocol/parts.js';
import { toPlaybook } from '../scenario/playbook.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { sampleScenario } from '../testing/sample-scenario.js';
import { worldScenario } from '../testing/world-scenario.js';
import { cardRegisterOf } from './card-register.js';
import { conditionWords } from './condition-words.js';
import { controllerGuideOf } from './controller-guide.js';
import { decksOf } from './deal-cards.js';
import { type Edition, editionOf } from './edition.js';
import { effectWords } from './effect-words.js';
import { evaluatorGuideOf } from './evaluator-guide.js';
import { moduleSheetsOf } from './module-sheets.js';
import { mselOf } from './msel.js';
import { shorten } from './plain-text.js';
import { feedbackFormOf, signInSheetsOf } from './sheets.js';
import { situationManualOf } from './situation-manual.js';
import { type HandoutLanguage, handoutLanguages, wordsIn } from './words/words.js';

const playbooks = [sampleScenario(), exchangeScenario(), worldScenario()].map(toPlaybook);

describe('words of printed matter', () => {
  test.each(handoutLanguages)('[PRINT4] %s says everything, in words of its own', (language) => {
    const own = leavesOf(wordsIn(language));
    const english = new Map(leavesOf(wordsIn('en')));
    expect(own.filter(([, words]) => words.trim() === '')).toEqual([]);
    if (language === 'en') return;
    const same = own.filter(([path, words]) => english.get(path) === words);
    if (language === 'ja') expect(same.map(([path]) => path)).toEqual(untranslated);
    // Filipino officials mix English in, but not whole sentences.
    expect(same.filter(([, words]) => words.length > 30)).toEqual([]);
  });

  test.each(handoutLanguages)('[PRINT4] %s: no document has a hole', (language) => {
    for (const playbook of playbooks) {
      const text = JSON.stringify(everything(editionOf(playbook, language)));
      expect(text.length).toBeGreaterThan(5_000);
      expect(text).not.toMatch(/undefined|\[object|NaN|=>|function/);
    }
  });

  test('[PRINT4] TLP labels are not translated', () => {
    for (const language of handoutLanguages) {
      const text = JSON.stringify(situationManualOf(first(language)));
      for (const label of tlpLabels) expect(text).toContain(`"tlp":"${label}"`);
    }
  });

  test('[PRINT4] a text that a language lacks stands in another, marked and counted', () => {
    const edition = first('ja');
    expect(edition.missing).toBeGreaterThan(0);
    const [card] = decksOf(edition)[0]?.cards ?? [];
    expect(card?.card.title).toEqual({
      text: 'A note on the printer',
      language: 'en',
      isFallback: true,
    });
  });

  test('[PRINT5] conditions and effects are told in sentences', () => {
    const edition = first('en');
    const condition = {
      kind: 'all',
      of: [
        { kind: 'choice', inject: 'cut', choice: 'yes' },
        {
          kind: 'any',
          of: [
            { kind: 'count', of: 'breaches', atMost: 0 },
            { kind: 'not', of: { kind: 'inject', inject: 'note', is: 'answered' } },
          ],
        },
      ],
    };
    expect(conditionWords(edition, condition as never)).toBe(
      '“Cut” is chosen in #4 and (the number of broken markings is at most 0 or it is not so that #1 is first answered)',
    );
    const award = { kind: 'awardPoints', points: -5, reason: 'Too late' };
    expect(effectWords(edition, award as never)).toBe(
      '−5 points for the table that did it: Too late',
    );
    expect(
      effectWords(first('ja'), {
        kind: 'releaseInject',
        inject: 'cut',
        delayMinutes: 0.5,
      } as never),
    ).toBe('#4を30秒後に配信します');
  });

  test('[PRINT5] a message is shortened to what it says', () => {
    const letter =
      '**EXERCISE EXERCISE EXERCISE**\n\n**From:** A\n**To:** B\nTLP:AMBER\n\nThe *gates* stand [still](https://x.example).\n\n- One\n- Two';
    expect(shorten(letter, 100)).toBe('The gates stand still. One Two');
    expect(shorten(letter, 14)).toBe('The gates …');
    expect(shorten('ゲートが止まっています。', 10)).toBe('ゲートが止 …');
  });
});

/** Japanese keeps these as they are: ids, names of standards, fixed calls. */
const untranslated = [
  'control.attack',
  'cards.columns.inject',
  'control.stop.title',
  'evaluate.csf',
  'sitman.realWorldTitle',
  'sitman.roles.simCell.role',
  'sitman.tlpTitle',
].sort();

function first(language: HandoutLanguage): Edition {
  const [playbook] = playbooks;
  if (playbook === undefined) throw new Error('there is no scenario');
  return editionOf(playbook, language);
}

function everything(edition: Edition): unknown[] {
  const decks = decksOf(edition);
  return [
    mselOf(edition),
    decks,
    cardRegisterOf(edition, decks),
    situationManualOf(edition),
    moduleSheetsOf(edition),
    controllerGuideOf(edition),
    evaluatorGuideOf(edition),
    signInSheetsOf(edition),
    feedbackFormOf(edition),
  ];
}

/** Every word with its key; a sentence with places is filled with marks. */
function leavesOf(words: object, path = ''): [string, string][] {
  return Object.entries(words)
    .flatMap(([key, value]): [string, string][] => {
      const where = `${path}${path && '.'}${key}`;
      if (typeof value === 'string') return [[where, value]];
      if (typeof value === 'function') {
        const isList = key === 'join' || key === 'either';
        const given = isList ? [['A', 'B']] : Array.from({ length: value.length }, (_, i) => i + 1);
        return [[where, `${String(value(...given))}${isList ? ' ' : ''}`]];
      }
      return leavesOf(value, where);
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
