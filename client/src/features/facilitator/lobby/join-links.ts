/** The addresses people join by. */

export function joinUrl(origin: string, code: string): string {
  return `${origin}/join/${code}`;
}
