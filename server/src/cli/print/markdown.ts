/** Markdown of a scenario on paper: its own HTML stays words, and links are only told. */
import { Marked } from 'marked';
import { escapeHtml } from '../rehearse/html.js';

const marked = new Marked({
  async: false,
  gfm: true,
  breaks: true,
  extensions: [
    {
      // Between Japanese letters no blank sets a "**" apart, so CommonMark would leave it standing.
      name: 'strong-between-letters',
      level: 'inline',
      start: (source) => source.indexOf('**'),
      tokenizer(source) {
        const [raw, text] = /^\*\*(?![\s*])([^*`\n]*[^\s*`\\])\*\*(?!\*)/.exec(source) ?? [];
        if (raw === undefined || text === undefined) return;
        return { type: 'strong', raw, text, tokens: this.lexer.inlineTokens(text) };
      },
    },
  ],
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text, href }) => `${escapeHtml(text)} (${escapeHtml(href)})`,
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      const target = escapeHtml(href);
      return words === target ? words : `${words} (${target})`;
    },
    // A scenario's headings stand below those of the document.
    heading({ tokens }) {
      return `<p class="head">${this.parser.parseInline(tokens)}</p>`;
    },
    checkbox: () => '<span class="tick"></span> ',
  },
});

export function markdown(text: string): string {
  return String(marked.parse(text));
}
