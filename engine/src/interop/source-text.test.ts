import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outsideAddresses } from './addresses.js';
import { techniqueIds } from './attack-ids.js';
import { cleanText, cleanTitle } from './clean-text.js';
import { Findings, maxFindings } from './finding.js';
import { looksLikeHtml } from './html.js';
import { NameIds } from './name-ids.js';
import { momentAfter, planPlay } from './play-times.js';

describe('text of a source', () => {
  test('[IO17] with real addresses is found out', () => {
    const real =
      'See 8.8.8.8, 10[.]0.0.1, https://evil.com/x.exe, a@b.co.jp, 2607:f8b0::1 and Shop.sample.org.';
    expect(outsideAddresses(real)).toEqual([
      '8.8.8.8',
      '10[.]0.0.1',
      '2607:f8b0::1',
      'evil.com',
      'b.co.jp',
      'Shop.sample.org',
    ]);
    const documentation =
      '192.0.2.1 198.51.100.7 203.0.113.255 2001:db8::1 https://port.example/a ops@cert.example a@example.org';
    expect(outsideAddresses(documentation)).toEqual([]);
    expect(
      outsideAddresses('At 12:30:05 setup.exe v1.2.3, 300.1.1.1, aa:bb:cc:dd:ee:ff, e.g. this.And'),
    ).toEqual([]);
    expect(outsideAddresses(`${'a.'.repeat(20_000)}1`)).toEqual([]);
  });

  test('[IO19] loses what can’t be shown, and that is told', () => {
    const findings = new Findings();
    expect(cleanText('a\u0000b\r\nc\u202Ed\uD800e\tf', 'here', findings)).toBe('ab\ncde\tf');
    expect(findings.list().map(({ code }) => code)).toEqual([
      'import/control-characters',
      'import/direction-marks',
    ]);
    expect(cleanText('x'.repeat(50_000), 'here', findings)).toHaveLength(40_000);
    expect(cleanTitle(`A ${'long '.repeat(80)}title`, 'here', findings)).toMatchObject({
      rest: expect.stringContaining('title'),
    });
    const many = new Findings();
    for (let index = 0; index < maxFindings + 5; index++) many.note('a/b', '', '', '');
    expect(many.list()).toHaveLength(maxFindings + 1);
    expect(many.list().at(-1)?.message).toBe('there are more: a/b (5)');
  });

  test('[IO18] is taken for HTML when it has tags, not when it only has angles', () => {
    for (const html of ['<p>Hi</p>', 'a<br/>b', '<IMG SRC="x">', '<!doctype html>'])
      expect(looksLikeHtml(html)).toBe(true);
    for (const text of ['a < b > c', '<https://x.example>', 'if (a<b)', '<name@x.example>', ''])
      expect(looksLikeHtml(text)).toBe(false);
  });

  test('[IO3] has technique ids in many hands', () => {
    expect(techniqueIds('T1218/011')).toEqual({ ids: ['T1218.011'], isChanged: true, rest: '' });
    expect(techniqueIds('T1072; T1505;T1203')).toEqual({
      ids: ['T1072', 'T1505', 'T1203'],
      isChanged: false,
      rest: '',
    });
    expect(techniqueIds('1598.003')).toEqual({ ids: ['T1598.003'], isChanged: true, rest: '' });
    expect(techniqueIds('t1566.1 (Phishing)')).toEqual({
      ids: ['T1566.001'],
      isChanged: true,
      rest: 'Phishing',
    });
    expect(techniqueIds('N/A')).toEqual({ ids: [], isChanged: false, rest: 'N/A' });
    expect(techniqueIds('TA0040 12345 T99')).toMatchObject({ ids: [], rest: 'TA0040 12345 T99' });
  });
});

describe('what is made of a source', () => {
  test('[IO2] has ids that a scenario takes, each once', () => {
    const ids = new NameIds(['all']);
    expect(
      ['All', 'All', 'Ño día', '日本', '日本', '__proto__', 'constructor'].map((name) =>
        ids.take(name, 'team'),
      ),
    ).toEqual(['all-2', 'all-3', 'no-dia', 'team', 'team-2', 'proto', 'constructor']);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 40 }), (names) => {
        const made = names.map((name) => new NameIds().take(name, 'x'));
        return made.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64);
      }),
    );
  });

  test('[IO2] has events in a play that ends, in their order, whatever their times', () => {
    const event = fc.record({
      minutes: fc.oneof(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
      ),
      phase: fc.constantFrom(null, null, 'one', 'two'),
    });
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 10, max: 1_440 }),
        (events, minutes) => {
          const plan = planPlay(events, minutes);
          expect(plan.phases.length).toBeLessThanOrEqual(62);
          expect(plan.lengthMinutes).toBeLessThanOrEqual(Math.max(480, minutes * 2) + 20);
          for (const [index, { phase, minutes: at }] of plan.places.entries()) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(plan.phases[phase]?.lengthMinutes ?? 0);
            const rate = plan.phases[phase]?.rate ?? 0;
            expect(rate).toBeGreaterThanOrEqual(1);
            expect(rate).toBeLessThanOrEqual(1_440);
            const later = events.findIndex(
              (other, place) =>
                plan.places[place]?.phase === phase &&
                other.minutes > (events[index]?.minutes ?? 0),
            );
            if (later >= 0) expect(plan.places[later]?.minutes).toBeGreaterThanOrEqual(at);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('[IO2] keeps the offset of its date', () => {
    expect(momentAfter('2026-12-01T08:00:00+08:00', 24 * 60 + 5)).toBe('2026-12-02T08:05:00+08:00');
    expect(momentAfter('2026-12-01T08:00:00Z', -60)).toBe('2026-12-01T07:00:00Z');
    expect(momentAfter('2026-12-01T00:30:00-05:00', -60)).toBe('2026-11-30T23:30:00-05:00');
    expect(momentAfter('2026-12-01T08:00:00Z', 1e15)).toBe('9998-01-01T00:00:00Z');
  });
});
