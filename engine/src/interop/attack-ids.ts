/** MITRE ATT&CK technique ids as people write them. */

export interface TechniqueIds {
  /** As a scenario writes them: "T1218.011". Each once. */
  readonly ids: readonly string[];
  /** Whether some had to be written otherwise than the source did. */
  readonly isChanged: boolean;
  /** What is no technique id; empty for nothing. */
  readonly rest: string;
}

const separators = /[\s;,|、；，()[\]]+/;
/** "T1486", "T1218.011", "T1218/011", "T1218.11"; groups: number, sub-technique. */
const withLetter = /^T(\d{4})(?:[./](\d{1,3}))?[.:]?$/i;
/** "1598.003": only with a sub-technique, for else it may be any number. */
const withoutLetter = /^(\d{4})[./](\d{3})$/;

/** Reads "T1218/011" or "T1072; T1505; T1203"; "N/A" is all rest. */
export function techniqueIds(text: string): TechniqueIds {
  const ids = new Set<string>();
  const rest: string[] = [];
  let isChanged = false;
  for (const token of text.split(separators)) {
    if (token === '') continue;
    const match = withLetter.exec(token) ?? withoutLetter.exec(token);
    if (match === null) {
      rest.push(token);
      continue;
    }
    const [, number = '', sub] = match;
    const id = `T${number}${sub === undefined ? '' : `.${sub.padStart(3, '0')}`}`;
    if (id !== token) isChanged = true;
    ids.add(id);
  }
  return { ids: [...ids], isChanged, rest: rest.join(' ') };
}
