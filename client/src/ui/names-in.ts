/** The names in what somebody typed: one a line, or with commas as each script writes them. */

const mostNames = 30;
const longestName = 60;

export function namesIn(text: string): string[] {
  return text
    .split(/[\n,，、;；]/)
    .map((name) => name.trim().slice(0, longestName))
    .filter((name) => name !== '')
    .slice(0, mostNames);
}
