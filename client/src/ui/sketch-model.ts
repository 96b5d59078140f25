/** Markdown cut roughly into blocks: enough to read by, and to take the room it will take. */

export interface SketchBlock {
  readonly kind: 'text' | 'heading' | 'bullets' | 'numbers';
  /** Of a list, its points; without the marks that say so. */
  readonly lines: readonly string[];
}

const marks = {
  heading: /^#{1,6}\s+/,
  bullets: /^[-*+]\s+/,
  numbers: /^\d+[.)]\s+/,
} as const;

export function sketchOf(text: string): SketchBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap(cut);
}

/** A heading or a list may follow a line of text at once. */
function cut(lines: readonly string[]): SketchBlock[] {
  const blocks: { kind: SketchBlock['kind']; lines: string[] }[] = [];
  for (const line of lines.map((one) => one.trim())) {
    const kind = kindOf(line);
    const last = blocks.at(-1);
    const plain = kind === 'text' ? line.replace(/^>\s?/, '') : line.replace(marks[kind], '');
    if (last?.kind === kind && kind !== 'heading') last.lines.push(plain);
    else blocks.push({ kind, lines: [plain] });
  }
  return blocks;
}

function kindOf(line: string): SketchBlock['kind'] {
  if (marks.heading.test(line)) return 'heading';
  if (marks.bullets.test(line)) return 'bullets';
  return marks.numbers.test(line) ? 'numbers' : 'text';
}
