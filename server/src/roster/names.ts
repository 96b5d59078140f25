/** Names of people and tables as they are compared: however wide, spaced and capital they were typed. */

export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}
