/** The frame of everything printed: paper, running heads, type. One page that needs nothing else. */
import type { Handling } from '@trilogue/engine/handout/blocks';
import { type Edition, name } from '@trilogue/engine/handout/edition';
import type { HandoutLanguage } from '@trilogue/engine/handout/words/words';
import { escapeHtml, page } from '../rehearse/html.js';
import { baseStyle } from './styles.js';

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export interface Frame {
  readonly title: string;
  readonly handling: Handling;
  readonly paper: Paper;
  readonly orientation: 'portrait' | 'landscape';
  /** Rules of the document's own. */
  readonly style?: string;
}

export const banner = 'EXERCISE EXERCISE EXERCISE';

export function printed(edition: Edition, frame: Frame, body: string): string {
  const { words, playbook, language } = edition;
  const scenario = name(edition, playbook.scenario.title);
  const { title, handling } = frame;
  const css = [
    pageRule(frame, `${scenario} · ${title}`, words.frame[handling]),
    `:root { ${familyOf(language)} }`,
    baseStyle,
    frame.style ?? '',
  ].join('\n');
  return page(`${scenario} · ${title}`, language, body, css);
}

function pageRule({ paper, orientation }: Frame, head: string, foot: string): string {
  const box = (text: string) => `content: ${cssText(text)}; font: 7.5pt var(--sans); color: #333;`;
  return `@page { size: ${paper === 'a4' ? 'A4' : 'letter'} ${orientation}; margin: 17mm 13mm 16mm;
  @top-left { ${box(head)} text-align: left; width: 62%; }
  @top-right { ${box(banner)} font-weight: 700; letter-spacing: .06em; text-align: right; width: 38%; }
  @bottom-left { ${box(foot)} text-align: left; width: 80%; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt var(--sans); color: #333; }
}`;
}

/** Text of a scenario inside a style sheet: only letters and digits stand as they are. */
export function cssText(text: string): string {
  const escaped = [...text.replace(/\s+/g, ' ')].map((letter) =>
    /[\p{L}\p{N} ]/u.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

/** Fonts of the system. Japanese ones come first only for Japanese, whose Latin letters they bring. */
export function familyOf(language: HandoutLanguage): string {
  const latin = '"Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans"';
  const latinSerif = '"Noto Serif", Georgia, "Times New Roman", "Liberation Serif"';
  const cjk =
    '"Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", Meiryo';
  const cjkSerif =
    '"Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Serif JP", "MS PMincho"';
  const isJapanese = language === 'ja';
  const sans = isJapanese ? `${cjk}, ${latin}` : `${latin}, ${cjk}`;
  const serif = isJapanese ? `${cjkSerif}, ${latinSerif}` : `${latinSerif}, ${cjkSerif}`;
  return `--sans: ${sans}, sans-serif; --serif: ${serif}, serif;`;
}

/** The line that tells of texts which this language lacks. */
export function missingNote({ words, missing }: Edition): string {
  return missing === 0 ? '' : `<p class="missing">${escapeHtml(words.frame.missing(missing))}</p>`;
}
