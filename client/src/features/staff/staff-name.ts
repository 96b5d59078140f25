/** What staff are called in the exercises they run; asked once and kept on this device. */
const key = 'trilogue.staff.name';

export const longestName = 60;

export function staffName(): string {
  return localStorage.getItem(key) ?? '';
}

export function keepStaffName(name: string): void {
  localStorage.setItem(key, name.trim().slice(0, longestName));
}
