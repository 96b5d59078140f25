import { describe, expect, test } from 'vitest';
import { type Change, exchangeFile } from '../testing/exchange-scenario.js';
import { formatProblem } from './errors.js';
import { parseScenario } from './load.js';

function problemsAfter(change: Change): string[] {
  const file = exchangeFile();
  change(file);
  const result = parseScenario(file);
  return result.ok ? [] : result.problems.map(formatProblem);
}

/** Puts a value at a path such as "items[0].tlp"; undefined takes away what stands there. */
function put(path: string, value: unknown): Change {
  return (file) => {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop() ?? '';
    const place = keys.reduce((inside, key) => inside[key], file);
    if (value === undefined && Array.isArray(place)) place.splice(Number(last), 1);
    else if (value === undefined) delete place[last];
    else place[last] = value;
  };
}

/** What is put where, and the problem that is told. */
const faults: [name: string, path: string, value: unknown, problem: string][] = [
  [
    'an originator that nobody knows',
    'items[0].originator',
    'jp-crt',
    'scenario/unknown-team at items[0].originator: "jp-crt"; did you mean "jp-cert"?',
  ],
  [
    'a holder that nobody knows',
    'items[0].holders',
    ['vendor'],
    'scenario/unknown-team at items[0].holders[0]: "vendor"',
  ],
  [
    'an item that comes with no inject',
    'items[1].comesWith',
    'vendor-notices',
    'scenario/unknown-inject at items[1].comesWith: "vendor-notices"; did you mean "vendor-notice"?',
  ],
  [
    'a release to nobody',
    'items[1].releasableTo',
    ['canada'],
    'scenario/unknown-team at items[1].releasableTo[0]: "canada"',
  ],
  [
    'a sanitised form released to nobody',
    'items[1].sanitised.releasableTo',
    ['mars-cert'],
    'scenario/unknown-team at items[1].sanitised.releasableTo[0]: "mars-cert"; did you mean "us-cert"?',
  ],
  [
    'a need of nobody',
    'items[0].needs[0].teams[1]',
    'uscert',
    'scenario/unknown-team at items[0].needs[0].teams[1]: "uscert"; did you mean "us-cert"?',
  ],
  [
    'a need for no objective',
    'items[0].needs[0].objective',
    'informs',
    'scenario/unknown-objective at items[0].needs[0].objective: "informs"; did you mean "inform"?',
  ],
  [
    'a holder that does not receive the inject it comes with',
    'items[1].holders',
    ['jp'],
    'scenario/holder-not-addressed at items[1].holders: "jp-port" would get it with "vendor-notice", but does not receive that inject; add it to the inject’s "to", or take it out here',
  ],
  [
    'a sanitised form that may go less far',
    'items[0].sanitised.tlp',
    'AMBER+STRICT',
    'scenario/sanitised-narrower at items[0].sanitised.tlp: the sanitised form is TLP:AMBER+STRICT, the whole one TLP:AMBER; a sanitised form may go at least as far as the whole one',
  ],
  [
    'a need that earns more late',
    'items[0].needs[0].latePoints',
    21,
    'scenario/late-beats-timely at items[0].needs[0].latePoints: being late would earn 21, being in time 20',
  ],
  [
    'TLP:WHITE',
    'items[0].tlp',
    'WHITE',
    'scenario/invalid-value at items[0].tlp: "WHITE" is not known here; TLP 2.0 calls it "CLEAR"',
  ],
  [
    'a field of an item that nobody knows',
    'items[0].originater',
    'jp-cert',
    'scenario/unknown-field at items[0].originater: "originater" is not a field here; did you mean "originator"?',
  ],
  [
    'a voice that nobody knows',
    'positions[0].voices[0]',
    'jp-cart',
    'scenario/unknown-team at positions[0].voices[0]: "jp-cart"; did you mean "jp-cert"?',
  ],
  [
    'a voice that speaks twice',
    'positions[0].voices[3]',
    'jp-cert',
    'scenario/duplicate-voice at positions[0].voices[3]: "jp-cert" would speak twice',
  ],
  [
    'a participant that nobody knows',
    'positions[0].participants',
    ['everybody'],
    'scenario/unknown-team at positions[0].participants[0]: "everybody"',
  ],
  [
    'a lead without a voice',
    'positions[0].rule',
    { kind: 'lead', team: 'jp-port' },
    'scenario/not-a-voice at positions[0].rule.team: "jp-port" has no voice here; add it to "voices"',
  ],
  [
    'more voices than there are',
    'positions[0].rule',
    { kind: 'atLeast', count: 4 },
    'scenario/too-few-voices at positions[0].rule.count: 4 of 3 voices can never concur',
  ],
  [
    'a matter with options and a text',
    'positions[0].text',
    'A text.',
    'scenario/invalid-value at positions[0]: give either "options" or the first version of a "text"',
  ],
  [
    'a matter with neither',
    'positions[1].text',
    undefined,
    'scenario/invalid-value at positions[1]: give either "options" or the first version of a "text"',
  ],
  [
    'two options of one id',
    'positions[0].options[1].id',
    'pay',
    'scenario/duplicate-id at positions[0].options[1].id: "pay" is used twice; give each its own id',
  ],
  [
    'an effect of an option on something unknown',
    'positions[0].options[2].effects[0].position',
    'hotlin',
    'scenario/unknown-position at positions[0].options[2].effects[0].position: "hotlin"; did you mean "hotline"?',
  ],
  [
    'an authority that nobody knows',
    'obligations[0].to',
    'regulators',
    'scenario/unknown-contact at obligations[0].to: "regulators"; did you mean "regulator"?',
  ],
  [
    'a clock that starts on something unknown',
    'obligations[0].startsWhen.milestone',
    'leak',
    'scenario/unknown-milestone at obligations[0].startsWhen.milestone: "leak"; did you mean "leaked"?',
  ],
  [
    'a report that earns more late',
    'obligations[0].latePoints',
    16,
    'scenario/late-beats-timely at obligations[0].latePoints: being late would earn 16, being in time 15',
  ],
  [
    'two fields of one id',
    'obligations[0].fields[1].id',
    'what',
    'scenario/duplicate-id at obligations[0].fields[1].id: "what" is used twice; give each its own id',
  ],
  [
    'sharing something unknown',
    'injects[0].expectations[0].item',
    'hash',
    'scenario/unknown-item at injects[0].expectations[0].item: "hash"; did you mean "hashes"?',
  ],
  [
    'sharing with nobody',
    'injects[0].expectations[0].with',
    [],
    'scenario/invalid-value at injects[0].expectations[0].with: at least 1 in this list, and there are 0',
  ],
  [
    'a message to nobody known',
    'injects[2].expectations[0].with',
    ['ph-cerb'],
    'scenario/unknown-team at injects[2].expectations[0].with[0]: "ph-cerb"; did you mean "ph-cert"?',
  ],
  [
    'a report that is nobody’s duty',
    'injects[3].to',
    ['jp-cert', 'ph-bank'],
    'scenario/not-obliged at injects[3].expectations[0]: "jp-cert" does not have to report "breach-notice"; name in "teams" those that have to',
  ],
  [
    'a report of something unknown',
    'injects[3].expectations[0].obligation',
    'notice',
    'scenario/unknown-obligation at injects[3].expectations[0].obligation: "notice"',
  ],
  [
    'an agreement of who has no voice',
    'injects[4].expectations[0].teams',
    undefined,
    'scenario/not-a-voice at injects[4].expectations[0]: "jp-port", "ph-bank", "us-isac" has no voice in "ransom"; name in "teams" those that have one',
  ],
  [
    'points that fall after the deadline',
    'injects[6].expectations[0].fullUntilMinutes',
    11,
    'scenario/curve-after-deadline at injects[6].expectations[0].fullUntilMinutes: full points until minute 11, but its deadline is minute 10',
  ],
  [
    'a reveal of what is announced',
    'injects[7].expectations[0].announced',
    true,
    'scenario/already-announced at injects[7].expectations[0].revealAfterMinutes: it is announced from the start; set "announced" to false, or take "revealAfterMinutes" out',
  ],
  [
    'two criteria of one id',
    'injects[6].expectations[0].criteria[1].id',
    'facts',
    'scenario/duplicate-id at injects[6].expectations[0].criteria[1].id: "facts" is used twice; give each its own id',
  ],
  [
    'two forms of one id',
    'injects[8].variants[1].id',
    'calm',
    'scenario/duplicate-id at injects[8].variants[1].id: "calm" is used twice; give each its own id',
  ],
  [
    'a form in which nobody known speaks',
    'injects[8].variants[1].from',
    'reportr',
    'scenario/unknown-contact at injects[8].variants[1].from: "reportr"; did you mean "reporter"?',
  ],
  [
    'one form alone',
    'injects[8].variants[1]',
    undefined,
    'scenario/invalid-value at injects[8].variants: at least 2 in this list, and there are 1',
  ],
  [
    'words for somebody who does not receive it',
    'injects[8].to',
    ['jp'],
    'scenario/team-not-addressed at injects[8].perRecipient[0].to: none of them receives this inject; name some of its recipients',
  ],
  [
    'a condition over an unknown item',
    'injects[15].release.condition.item',
    'hash',
    'scenario/unknown-item at injects[15].release.condition.item: "hash"; did you mean "hashes"?',
  ],
  [
    'a condition over sharing with nobody known',
    'injects[15].release.condition.with',
    'hp',
    'scenario/unknown-team at injects[15].release.condition.with[0]: "hp"; did you mean "jp"?',
  ],
  [
    'a condition over an option that is not there',
    'injects[19].release.condition.option',
    'refused',
    'scenario/unknown-option at injects[19].release.condition.option: "refused"; did you mean "refuse"?',
  ],
  [
    'a condition over an option of a text',
    'injects[19].release.condition.position',
    'line',
    'scenario/unknown-option at injects[19].release.condition.option: "refuse"',
  ],
  [
    'a condition over an unknown obligation',
    'injects[21].release.condition.obligation',
    'breach',
    'scenario/unknown-obligation at injects[21].release.condition.obligation: "breach"',
  ],
  [
    'two items of one id',
    'items[1].id',
    'hashes',
    'scenario/duplicate-id at items[1].id: "hashes" is used twice; give each its own id',
  ],
  [
    'two matters of one id',
    'positions[1].id',
    'ransom',
    'scenario/duplicate-id at positions[1].id: "ransom" is used twice; give each its own id',
  ],
  [
    'two obligations of one id',
    'obligations[2].id',
    'quick-notice',
    'scenario/duplicate-id at obligations[2].id: "quick-notice" is used twice; give each its own id',
  ],
  [
    'a contact and a team of one name',
    'contacts[0].id',
    'jp-cert',
    'scenario/duplicate-id at contacts[0].id: "jp-cert" is used twice; give each its own id',
  ],
];

describe('items, joint positions, obligations', () => {
  test('[SCN9] the file as it is loads', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  test.each(faults)('[SCN9] %s', (_, path, value, problem) => {
    expect(problemsAfter(put(path, value))).toContain(problem);
  });
});
