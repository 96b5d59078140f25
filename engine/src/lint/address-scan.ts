/** Finds network addresses and names in prose, and tells those kept for documentation from all others. */

export interface FoundAddress {
  readonly address: string;
  readonly kind: 'ipv4' | 'ipv6' | 'name' | 'mail';
}

/** Addresses that might be somebody’s: all but RFC 5737, RFC 3849 and `.example` (RFC 2606). */
export function strangeAddresses(prose: string): FoundAddress[] {
  // Full-width digits and "203[.]0[.]113[.]7" are addresses too.
  const text = prose.normalize('NFKC').replace(/\[\.\]|\(\.\)|\[dot\]/giu, '.');
  return [
    ...matches(text, ipv4, 'ipv4').filter(({ address }) => isIpv4(address) && !isFreeIpv4(address)),
    ...matches(text, ipv6, 'ipv6').filter(({ address }) => isIpv6(address) && !isFreeIpv6(address)),
    ...matches(text, mail, 'mail').filter(({ address }) => !isFreeName(domainOf(address))),
    ...matches(text, name, 'name').filter(({ address }) => isName(address) && !isFreeName(address)),
  ];
}

const ipv4 =
  /(?<![\w.])(?<!\b(?:v|ver|version|bersyon|build|release|§) ?\.? ?)\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/giu;
const ipv6 = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/giu;
const mail = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu;
const name = /(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?![\w@]|-\w|\.\w)/giu;

function matches(text: string, pattern: RegExp, kind: FoundAddress['kind']): FoundAddress[] {
  return [...new Set([...text.matchAll(pattern)].map(([address]) => address))].map((address) => ({
    address,
    kind,
  }));
}

function isIpv4(address: string): boolean {
  return address.split('.').every((part) => Number(part) <= 255);
}

function isFreeIpv4(address: string): boolean {
  return /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/.test(address);
}

/** Eight groups, or fewer with one gap; so neither times of day nor hardware addresses. */
function isIpv6(address: string): boolean {
  const groups = address.split(':');
  const gaps = address.match(/::/g)?.length ?? 0;
  if (gaps === 0) return groups.length === 8 && groups.every((group) => group !== '');
  const named = groups.filter((group) => group !== '');
  return gaps === 1 && named.length >= 1 && named.some((group) => /\d/.test(group));
}

function isFreeIpv6(address: string): boolean {
  return /^2001:0?db8:/i.test(address);
}

/** Ends of names that prose would not hold by accident; "e.g", "Node.js" and "note.txt" are no names. */
const ends = new Set(
  (
    'com org net edu gov mil int info biz name io co ai dev app cloud online site shop store tech xyz news live media ' +
    'agency email systems network services solutions global world group bank eu asia jp ph us uk cn kr tw hk sg my th ' +
    'vn au nz ca de fr nl ru ua br mx ch se fi es pl tv cc me ly gg onion local internal lan corp'
  ).split(' '),
);

/** A name in one case throughout, as names are written; "U.S" and "end.Next" are not. */
function isName(address: string): boolean {
  const labels = address.split('.');
  const end = labels.at(-1) ?? '';
  if (!ends.has(end.toLowerCase()) || labels[0]?.length === 0) return false;
  const isLower = end === end.toLowerCase();
  return isLower && labels.some((label) => label.length > 2);
}

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

function isFreeName(domain: string): boolean {
  return /(?:^|\.)example(?:\.(?:com|org|net))?$/i.test(domain);
}
