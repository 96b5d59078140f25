// Writes engine/src/lint/attack-techniques.ts from a list of ATT&CK techniques: id, name, (tactics,) "revoked",
// parted by tabs. Run: node tests/tools/write-techniques.mjs technique-names.tsv
import { readFileSync, writeFileSync } from 'node:fs';

// ATT&CK for ICS, version 19.2, which that list leaves out: its 97 techniques and the 9 revoked with it.
const ics = `T0800-T0802 T0803! T0804! T0805! T0806 T0807 T0809 T0811 T0812! T0813-T0817 T0819-T0823 T0826-T0832 T0834-T0838
  T0839! T0840 T0842 T0843 T0843.001-3 T0845 T0846 T0846.001-3 T0847-T0849 T0851-T0853 T0855! T0856! T0857! T0858-T0869
  T0871-T0874 T0873.001 T0877-T0890 T0891! T0892-T0895 T1691 T1691.001-2 T1692 T1692.001-2 T1693 T1693.001-2 T1694
  T1694.001-2 T1695 T1695.001-3`;

const rows = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([id]) => /^T\d{4}(\.\d{3})?$/.test(id))
  .map(([id, , , revoked]) => (revoked === 'revoked' ? `${id}!` : id));
const lines = new Map();
for (const id of [...rows, ...ics.split(/\s+/).flatMap(spread)].sort()) {
  const [, family, rest] = /^(T\d{2})(.*)$/.exec(id);
  lines.set(family, [...(lines.get(family) ?? []), rest]);
}
const text = [...lines].flatMap(([family, rests]) => wrapped(`${family}:`, rests)).join('\n');
writeFileSync(
  new URL('../../engine/src/lint/attack-techniques.ts', import.meta.url),
  `/**
 * The technique ids of MITRE ATT&CK, version 19: Enterprise and Mobile as listed by MISP’s galaxy,
 * ICS by hand. "T10:01 05!" reads T1001 and T1005, the latter revoked. Ids are © MITRE.
 * Written by tests/tools/write-techniques.mjs; do not edit.
 */
export const techniqueIds = \`
${text}
\`;
`,
);

function spread(part) {
  const [, start, end] = /^(.*?)-(.*)$/.exec(part) ?? [];
  if (start === undefined) return [part];
  const [, head, digits] = /^(.*?)(\d+)$/.exec(start);
  const last = Number(/\d+$/.exec(end)[0]);
  const ids = [];
  for (let n = Number(digits); n <= last; n++)
    ids.push(head + String(n).padStart(digits.length, '0'));
  return ids;
}

function wrapped(head, words) {
  const lines = [head];
  for (const word of words) {
    if (`${lines.at(-1)} ${word}`.length > 118) lines.push(`${head}`);
    lines[lines.length - 1] += `${lines.at(-1) === head ? '' : ' '}${word}`;
  }
  return lines;
}
