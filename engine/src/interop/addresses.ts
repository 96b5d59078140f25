/** Addresses in a text that a drill may not name: those of real machines. */

/**
 * Address ranges and names set apart for documentation (RFC 5737, RFC 3849, RFC 2606): all that a
 * scenario may hold.
 */
const documentationIpv4 = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/;
const documentationIpv6 = /^2001:0?db8:/i;
const documentationName = /(^|\.)example(\.(com|net|org))?$/i;

const dot = String.raw`(?:\.|\[\.\])`;
const ipv4 = new RegExp(String.raw`(?<![\d.])\d{1,3}(?:${dot}\d{1,3}){3}(?![\d.]*\d)`, 'g');
const ipv6 = /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi;
const hostPart = `(?:[a-z0-9][a-z0-9-]{0,62}${dot}){1,8}[a-z][a-z0-9-]{1,62}`;
const name = new RegExp(
  String.raw`(?:(\w{2,10}:\/\/)|(@))?(?<![\w.-])(${hostPart})(?![\w-])`,
  'gi',
);

/** Top-level names that a bare word is taken for an address by: "setup.exe" is a file. */
const knownTops = new Set(
  'com net org biz io ai app dev cloud online site xyz top club shop live news tech jp ph us uk de fr nl se ch ru cn kr tw hk sg th vn id au nz ca br mx es pl cz ua eu gov mil edu int asia tv cc ws lu'.split(
    ' ',
  ),
);

/** Addresses and names outside the ranges for documentation, each once, as they are written. */
export function outsideAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [written] of text.matchAll(ipv4)) {
    const plain = written.replaceAll('[.]', '.');
    if (plain.split('.').some((part) => Number(part) > 255)) continue;
    if (!documentationIpv4.test(plain)) found.add(written);
  }
  for (const [written] of text.matchAll(ipv6)) {
    if (isIpv6(written) && !documentationIpv6.test(written)) found.add(written);
  }
  for (const [, scheme, at, host = ''] of text.matchAll(name)) {
    const plain = host.replaceAll('[.]', '.');
    if (documentationName.test(plain)) continue;
    const top = plain.slice(plain.lastIndexOf('.') + 1).toLowerCase();
    if (scheme !== undefined || at !== undefined || knownTops.has(top)) found.add(host);
  }
  return [...found];
}

/** Not a time such as 12:30:05, nor a hardware address. */
function isIpv6(text: string): boolean {
  const groups = text.split(':');
  if (groups.length === 8 && groups.every((group) => group !== '')) return true;
  return (
    /[0-9a-f]/i.test(text) && text.includes('::') && text.indexOf('::') === text.lastIndexOf('::')
  );
}
