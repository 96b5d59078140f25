/** Tables are often called by their nation: then they are shown in the reader's language. */
import type { LocalizedText } from '@trilogue/engine/scenario/localize';

/** Whether a table bears a nation's name, in whichever language it was set up. */
export function isNamedAfter(tableName: string, nation: LocalizedText): boolean {
  return typeof nation === 'string'
    ? nation === tableName
    : Object.values(nation).includes(tableName);
}
