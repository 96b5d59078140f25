/** Cells that a spreadsheet program would run as a formula, kept as text. */

/**
 * What begins like a formula, with any apostrophes before it. Tab and line feed are there because
 * programs skip them and run what follows, wide signs because Japanese ones read them as narrow ones
 * (OWASP, "CSV Injection").
 */
const risky = /^'*[=+\-@\t\r\n|%＝＋－＠]/;
const guarded = /^''*[=+\-@\t\r\n|%＝＋－＠]/;

/** An apostrophe before what would be run. */
export function guardCell(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given. */
export function unguardCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
