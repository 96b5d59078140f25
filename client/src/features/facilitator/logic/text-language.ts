/** Which language somebody wrote in: nobody says, but script and seat give it away. */

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * Kana and Han are Japanese, whoever typed them; of what is written in Latin letters it is taken that
 * a table writes what it reads, and a Japanese table English.
 */
export function languageOfText(text: string, writerReads: string, defaultLanguage: string): string {
  if (japanese.test(text)) return 'ja';
  if (writerReads !== 'ja') return writerReads;
  return defaultLanguage === 'ja' ? 'en' : defaultLanguage;
}
