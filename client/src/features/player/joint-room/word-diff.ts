/** Which words a version of a text took out and put in, by the longest run of words that both share. */

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Blanks go with the word before them: by themselves they would be found to be shared everywhere, and
 * what changed would fall to pieces.
 */
export function wordsOf(text: string, language: string): string[] {
  const words: string[] = [];
  for (const segment of segmentsOf(text, language)) {
    if (segment.trim() === '' && words.length > 0) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

export function diffWords(before: string, after: string, language: string): DiffPart[] {
  const a = wordsOf(before, language);
  const b = wordsOf(after, language);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  return joined([
    ...a.slice(0, start).map((text): DiffPart => ({ kind: 'same', text })),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text): DiffPart => ({ kind: 'same', text })),
  ]);
}

/** Of a text in several languages the one that a later version was most likely written from. */
export function closestText(texts: readonly string[], to: string, language: string): string {
  const wanted = new Set(wordsOf(to, language).filter((word) => word.trim() !== ''));
  const shared = (text: string) =>
    new Set(wordsOf(text, language).filter((word) => wanted.has(word))).size;
  const [first = '', ...others] = texts;
  return others.reduce((best, text) => (shared(text) > shared(best) ? text : best), first);
}

function segmentsOf(text: string, language: string): string[] {
  if (typeof Intl.Segmenter === 'undefined') return text.match(/\s+|[^\s]+/g) ?? [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function middle(a: readonly string[], b: readonly string[]): DiffPart[] {
  const width = b.length + 1;
  // Lengths of the longest shared run of words from (i, j) on.
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i] ?? '' });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: a[i] ?? '' });
      i++;
    } else {
      parts.push({ kind: 'added', text: b[j] ?? '' });
      j++;
    }
  }
  return parts;
}

/** Neighbours of one kind become one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const groups: DiffPart[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last?.kind === part.kind)
      groups[groups.length - 1] = { ...last, text: last.text + part.text };
    else groups.push(part);
  }
  return groups;
}
