/** A text as it stands until the Markdown reader has come: the same blocks, none of its marks. */
import type { ReactNode } from 'react';
import { type SketchBlock, sketchOf } from './sketch-model';

export function MarkdownSketch({ text }: { readonly text: string }) {
  return (
    <>
      {sketchOf(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's blocks never change places
        <Block key={index} block={block} />
      ))}
    </>
  );
}

function Block({ block: { kind, lines } }: { block: SketchBlock }) {
  if (kind === 'text') return <p>{inline(lines.join('\n'))}</p>;
  if (kind === 'heading') return <h3>{inline(lines.join(' '))}</h3>;
  const List = kind === 'numbers' ? 'ol' : 'ul';
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>{inline(line)}</li>
      ))}
    </List>
  );
}

/** Bold and slanted words, which stand between their marks. */
function inline(text: string): ReactNode[] {
  return text.split(/(\*\*.+?\*\*|\*\S(?:.*?\S)?\*)/s).map((part, at) => {
    if (at % 2 === 0) return part;
    const key = `${at}`;
    return part.startsWith('**') ? (
      <strong key={key}>{part.slice(2, -2)}</strong>
    ) : (
      <em key={key}>{part.slice(1, -1)}</em>
    );
  });
}
