/** HTML as a few harmless tags: a first pass in a straight line, before a parser sees it. */
import { importLimits } from '@trilogue/engine/interop/import-limits';

export interface SafeHtml {
  /** Well-formed, nested no deeper than `maxDepth`, with no attributes but a link's address. */
  readonly html: string;
  /** What was left out, by what it is called: { script: 2, picture: 1 }. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Characters of text that are kept. A scenario's text takes 40,000. */
const maxText = 60_000;
/** The parser behind this slows down with every level, and with the square of the tags. */
const maxDepth = 20;
const maxTags = 8_000;
/** Tags that are kept; of others only what is inside. */
const kept = new Set(
  'p div b strong i em u s del code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 a sub sup'.split(' '),
);
const voids = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'base', 'source', 'col', 'wbr']);
/** Tags whose inside is no text for people, and what they are called. */
const dropped: ReadonlyMap<string, string> = new Map([
  ['script', 'script'],
  ['style', 'style sheet'],
  ['head', 'page head'],
  ['title', 'page head'],
  ['iframe', 'embedded page'],
  ['object', 'embedded object'],
  ['embed', 'embedded object'],
  ['applet', 'embedded object'],
  ['svg', 'drawing'],
  ['math', 'formula'],
  ['canvas', 'drawing'],
  ['video', 'video'],
  ['audio', 'sound'],
  ['template', 'template'],
  ['noscript', 'script'],
  ['select', 'form field'],
  ['textarea', 'form field'],
  ['button', 'form field'],
]);

export function safeHtml(raw: string): SafeHtml {
  return new Cleaner(raw.slice(0, importLimits.htmlLength), raw.length).run();
}

class Cleaner {
  readonly #html: string;
  readonly #lower: string;
  readonly #lastEnd: number;
  readonly #leftOut = new Map<string, number>();
  readonly #out: string[] = [];
  readonly #open: string[] = [];
  #textLength = 0;
  #tags = 0;
  #at = 0;
  /** Characters that may still be looked at in vain for a tag's end. */
  #budget = 5_000_000;

  constructor(html: string, wholeLength: number) {
    this.#html = html;
    this.#lower = html.toLowerCase();
    this.#lastEnd = html.lastIndexOf('>');
    if (wholeLength > html.length) this.#count('characters at its end', wholeLength - html.length);
  }

  run(): SafeHtml {
    while (this.#at < this.#html.length) {
      const next = this.#html.indexOf('<', this.#at);
      const end = next < 0 || next > this.#lastEnd ? this.#html.length : next;
      if (!this.#text(this.#html.slice(this.#at, end))) break;
      this.#at = end;
      if (end < this.#html.length) this.#tag();
    }
    for (const name of this.#open.reverse()) this.#out.push(`</${name}>`);
    return { html: this.#out.join(''), leftOut: this.#leftOut };
  }

  /** False once there is as much text as is kept. */
  #text(text: string): boolean {
    const room = maxText - this.#textLength;
    this.#textLength += text.length;
    this.#out.push(text.slice(0, room).replaceAll('<', '&lt;'));
    if (text.length <= room) return true;
    this.#count('characters at its end', this.#html.length - this.#at - room);
    return false;
  }

  #tag(): void {
    const { name, isClosing } = this.#nameHere();
    if (name === null) {
      this.#skipDeclaration();
      return;
    }
    const from = this.#at;
    this.#at = this.#tagEnd(from + 1);
    const attributes = this.#html.slice(from + 1 + name.length + (isClosing ? 1 : 0), this.#at - 1);
    const called = dropped.get(name);
    if (called !== undefined && !isClosing) {
      this.#count(called, 1);
      this.#skipInside(name);
    } else if (isClosing) {
      this.#close(name);
    } else {
      this.#start(name, attributes);
    }
  }

  #nameHere(): { name: string | null; isClosing: boolean } {
    const match = /^<(\/?)([a-z][a-z0-9:-]{0,30})/.exec(this.#lower.slice(this.#at, this.#at + 40));
    return { name: match?.[2] ?? null, isClosing: match?.[1] === '/' };
  }

  /** Comments, declarations, and signs that are no tag at all. */
  #skipDeclaration(): void {
    const sign = this.#html[this.#at + 1];
    if (sign !== '!' && sign !== '?' && sign !== '/') {
      this.#out.push('&lt;');
      this.#at++;
      return;
    }
    const isComment = this.#html.startsWith('<!--', this.#at);
    const end = this.#html.indexOf(isComment ? '-->' : '>', this.#at);
    if (isComment) this.#count('comment', 1);
    this.#at = end < 0 ? this.#html.length : end + (isComment ? 3 : 1);
  }

  /** After the ">" that ends the tag: one outside quotes, unless that takes too long to find. */
  #tagEnd(from: number): number {
    const plain = this.#html.indexOf('>', from);
    for (let at = from; this.#budget > 0; ) {
      const match = nextSign(this.#html, at);
      if (match === null || match.sign === '>') {
        const end = match === null ? plain : match.index;
        return (end < 0 ? this.#html.length : end) + 1;
      }
      const closing = this.#html.indexOf(match.sign, match.index + 1);
      if (closing < 0) {
        this.#budget -= this.#html.length - match.index;
        break;
      }
      at = closing + 1;
    }
    return plain < 0 ? this.#html.length : plain + 1;
  }

  #skipInside(name: string): void {
    if (voids.has(name) || name === 'embed') return;
    const end = this.#lower.indexOf(`</${name}`, this.#at);
    if (end < 0) {
      this.#at = this.#html.length;
      return;
    }
    const close = this.#html.indexOf('>', end);
    this.#at = close < 0 ? this.#html.length : close + 1;
  }

  #start(name: string, attributes: string): void {
    if (/(^|[\s"'/])on[a-z]{2,20}\s*=/i.test(attributes.slice(0, 20_000))) this.#count('script', 1);
    if (++this.#tags > maxTags) {
      if (this.#tags === maxTags + 1) this.#count('layout beyond so many tags', 1);
      this.#out.push(' ');
    } else if (name === 'br' || name === 'hr') this.#out.push(`<${name}>`);
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'table' || name === 'tr' || name === 'td' || name === 'th') this.#cell(name);
    else if (name === 'input') this.#count('form field', 1);
    else if (name === 'a' && this.#open.length < maxDepth) this.#link(attributes);
    else if (kept.has(name) && this.#open.length < maxDepth) {
      this.#open.push(name);
      this.#out.push(`<${name}>`);
    } else if (!voids.has(name)) this.#out.push(' ');
  }

  #close(name: string): void {
    const index = this.#open.lastIndexOf(name);
    if (index < 0) return;
    for (const inner of this.#open.splice(index).reverse()) this.#out.push(`</${inner}>`);
  }

  /** Rows become lines: the parser would pad every cell to the widest of its column. */
  #cell(name: string): void {
    if (name === 'table') this.#count('table, laid out as lines', 1);
    this.#out.push(name === 'tr' || name === 'table' ? '<br>' : ' | ');
  }

  #picture(attributes: string): void {
    this.#count('picture', 1);
    const alt = attributeOf(attributes, 'alt');
    if (alt !== null && alt.trim() !== '')
      this.#out.push(` [${alt.slice(0, 200).replaceAll('<', '&lt;')}] `);
  }

  #link(attributes: string): void {
    const address = attributeOf(attributes, 'href')?.trim() ?? '';
    this.#open.push('a');
    if (/^(https?:\/\/|mailto:)[^\s<>"']{1,2000}$/i.test(address)) {
      this.#out.push(`<a href="${address}">`);
      return;
    }
    if (address !== '') this.#count('link that is no web address', 1);
    this.#out.push('<a>');
  }

  #count(what: string, by: number): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + by);
  }
}

function nextSign(text: string, from: number): { sign: string; index: number } | null {
  const pattern = /["'>]/g;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? null : { sign: match[0], index: match.index };
}

function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(
    `(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
    'i',
  ).exec(attributes.slice(0, 10_000));
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? '');
}
