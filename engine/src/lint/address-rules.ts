/** No address in a drill may be somebody’s. */
import { type FoundAddress, strangeAddresses } from './address-scan.js';
import type { LintContext } from './lint-context.js';
import type { Found, LintRule } from './rule.js';

const rule = (
  code: string,
  kinds: readonly FoundAddress['kind'][],
  meaning: string,
  mend: string,
): LintRule => ({
  code,
  severity: 'warning',
  meaning,
  mend,
  find: (context) => strange(context, kinds),
});

export const addressRules: readonly LintRule[] = [
  rule(
    'address/ipv4',
    ['ipv4'],
    'An IPv4 address outside the ranges kept for documentation: it may be somebody’s, and a player may try it.',
    'Use addresses from 192.0.2.0/24, 198.51.100.0/24 or 203.0.113.0/24.',
  ),
  rule(
    'address/ipv6',
    ['ipv6'],
    'An IPv6 address outside the range kept for documentation: it may be somebody’s.',
    'Use addresses from 2001:db8::/32.',
  ),
  rule(
    'address/name',
    ['name', 'mail'],
    'A domain or mail address that may exist, or come to exist: players may write to it or open it.',
    'Use names under .example, such as port.example; example.com, example.org and example.net are free too.',
  ),
];

function* strange(
  { words }: LintContext,
  kinds: readonly FoundAddress['kind'][],
): Generator<Found> {
  for (const { path, words: text } of words) {
    for (const { address, kind } of strangeAddresses(text)) {
      if (kinds.includes(kind)) yield { path, message: `"${address}" may be somebody’s` };
    }
  }
}
