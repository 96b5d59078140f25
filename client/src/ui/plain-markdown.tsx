/** Markdown as text and structure only: no HTML, no pictures from anywhere, no links to follow. */
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';

const components: Components = {
  // No network: a drill's pictures and links lead nowhere outside.
  img: ({ alt }) => <em>{alt}</em>,
  a: ({ children }) => <u>{children}</u>,
};

/** Between Japanese letters no blank sets a "**" apart. */
const plugins = [remarkCjkFriendly];

export function PlainMarkdown({ text }: { readonly text: string }) {
  return (
    <ReactMarkdown skipHtml components={components} remarkPlugins={plugins}>
      {text}
    </ReactMarkdown>
  );
}
