import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlainMarkdown } from './plain-markdown';

const shown = (text: string) => renderToStaticMarkup(createElement(PlainMarkdown, { text }));

test('[MD1] what people write is shown as text and structure, never as HTML, a link or a picture', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="alert(1)">bold</b> word',
    '[click](javascript:alert(1))',
    '[click](JaVaScRiPt&#58;alert(1))',
    '[click](data:text/html;base64,PHNjcmlwdD4=)',
    '[click](https://evil.example/)',
    '![seen](https://evil.example/pixel.png)',
    '<https://evil.example/>',
    '<iframe src="https://evil.example"></iframe>',
    '[a]: javascript:alert(1)\n\n[a]',
    '<svg/onload=alert(1)>',
  ];
  for (const text of hostile) {
    const tags = shown(text).match(/<[^>]*>/g) ?? [];
    for (const tag of tags) expect(tag, text).toMatch(/^<\/?(?:p|u|em)>$/);
  }
  expect(shown('**now**\n\n- one\n- two')).toBe(
    '<p><strong>now</strong></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
  );
  expect(shown('[the form](https://evil.example/)')).toBe('<p><u>the form</u></p>');
});

test('[MD2] emphasis counts between Japanese letters, where no blank sets it apart', () => {
  expect(shown('在庫は**40%**が残る。**「止めない」**と決めた。')).toBe(
    '<p>在庫は<strong>40%</strong>が残る。<strong>「止めない」</strong>と決めた。</p>',
  );
});
