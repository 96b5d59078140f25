/** The words of the interface, so that a test looks for what a person reads, in their language. */
import { readFileSync } from 'node:fs';

export type Language = 'en' | 'ja' | 'fil';

const source = new URL('../../../client/src/', import.meta.url);

/** `words('player', 'ja')('choice.decide')`, with what stands between double braces filled in. */
export function words(
  namespace: string,
  language: Language,
): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const folder = namespace === 'common' ? 'i18n/common' : `features/${namespace}/i18n`;
  const texts = JSON.parse(readFileSync(new URL(`${folder}/${language}.json`, source), 'utf8'));
  return (key, values = {}) => {
    const found = key
      .split('.')
      .reduce((value: unknown, part) => (value as Record<string, unknown>)?.[part], texts);
    if (typeof found !== 'string') throw new Error(`no words for ${namespace}:${key}`);
    return found.replace(/{{(\w+)}}/g, (gap, name: string) => String(values[name] ?? gap));
  };
}
