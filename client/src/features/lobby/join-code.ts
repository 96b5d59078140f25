/** Join codes as people read, say and type them: `ABCDE-FGHJK`. */

export const shortestCode = 6;
const groupLength = 5;

/** What counts of what was typed or pasted; a whole join link works too. */
export function cleanCode(typed: string): string {
  const afterLink = /\/join\/([^/?#\s]+)/i.exec(typed)?.[1] ?? typed;
  return afterLink
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 32);
}

/** In groups of five. */
export function groupCode(typed: string): string {
  return (cleanCode(typed).match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}
