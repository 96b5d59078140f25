import { describe, expect, test } from 'vitest';
import {
  type File,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { addressRules } from './address-rules.js';
import { strangeAddresses } from './address-scan.js';

const saying = (words: string) => (file: File) => {
  injectOf(file, 'what-do-you-know').body.en += ` ${words}`;
};

const cases: readonly LintCase[] = [
  [
    'address/ipv4',
    'somebody’s',
    saying('A login from 8.8.8.8 and one from 203.0.113.7.'),
    'injects[1].body.en: "8.8.8.8" may be somebody’s',
  ],
  [
    'address/ipv6',
    'somebody’s',
    saying('A login from 2001:4860:4860::8888.'),
    'injects[1].body.en: "2001:4860:4860::8888" may be somebody’s',
  ],
  [
    'address/name',
    'a site and a mailbox',
    saying('See portal.harbor.com or write to desk@harbor.test.'),
    'injects[1].body.en: "desk@harbor.test" may be somebody’s',
    'injects[1].body.en: "portal.harbor.com" may be somebody’s',
  ],
];

describe('addresses', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT12] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT12] every rule of addresses has a case that trips it', () => {
    expect(untried(addressRules, cases)).toEqual([]);
  });

  test.each([
    ['192.168.0.1', '192.168.0.1'],
    ['at １０．０．０．１ and', '10.0.0.1'],
    ['from 8[.]8[.]8[.]8', '8.8.8.8'],
    ['8.8.8.8:443', '8.8.8.8'],
    ['fe80::1', 'fe80::1'],
    ['2606:2800:220:1:248:1893:25c8:1946', '2606:2800:220:1:248:1893:25c8:1946'],
    ['www.meti.go.jp です', 'www.meti.go.jp'],
    ['ポータルはportal.dict.gov.phへ', 'portal.dict.gov.ph'],
    ['hxxp://leak-page.onion/x', 'leak-page.onion'],
    ['press@ministry.gov', 'press@ministry.gov'],
    ['no-reply@port.local', 'no-reply@port.local'],
  ])('[LINT12] %s is somebody’s', (words, address) => {
    expect(strangeAddresses(words).map((found) => found.address)).toEqual([address]);
  });

  test.each([
    '203.0.113.7, 198.51.100.250 and 192.0.2.1:8443; 203[.]0[.]113[.]7',
    '2001:db8::1 and 2001:0DB8:0:0:0:0:0:1',
    'https://portal.harbor.example/login, desk@harbor.example, example.com, www.example.org',
    'at 06:30:15, from 08:00 to 12:30:00, ratio 3:2:1, 00:1A:2B:3C:4D:5E',
    'version 1.2.3.4, v10.0.19045.1, release 2.0.1, T1685.001, section 4.2.1.3.2, 300.300.300.300',
    'e.g. the U.S. office, i.e. Dr. Cruz, No.1, p.m., Ph.D., Node.js, note.txt, scenario.json, README.md',
    'It stopped.In the morning it came back.The end.',
    'class std::vector and a::b',
    '星見コンテナターミナル。詳細は別紙のとおりです。',
  ])('[LINT12] nothing of anybody’s in: %s', (words) => {
    expect(strangeAddresses(words)).toEqual([]);
  });
});
