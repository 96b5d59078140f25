import { describe, expect, test } from 'vitest';
import { markdown } from './markdown.js';

describe('a scenario’s Markdown on paper', () => {
  test('[PRINT7] has no "**" left where Japanese letters stand close', () => {
    expect(markdown('容量の**40%**が失われました。')).toBe(
      '<p>容量の<strong>40%</strong>が失われました。</p>\n',
    );
    expect(markdown('日本語では**「確認した」**と断定')).toContain(
      'は<strong>「確認した」</strong>と',
    );
  });

  test('[PRINT7] keeps what else asterisks mean', () => {
    expect(markdown('a ** b ** c')).toBe('<p>a ** b ** c</p>\n');
    expect(markdown('\\**a**')).not.toContain('<strong>');
    expect(markdown('`**a**`')).toBe('<p><code>**a**</code></p>\n');
    expect(markdown('***a***')).toBe('<p><em><strong>a</strong></em></p>\n');
    expect(markdown('**a *b* c**')).toBe('<p><strong>a <em>b</em> c</strong></p>\n');
    expect(markdown('**<b>x</b>**')).toContain('<strong>&lt;b&gt;x&lt;/b&gt;</strong>');
  });
});
