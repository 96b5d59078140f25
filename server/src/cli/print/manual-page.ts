/** A document of sections: a cover with its contents, then each section. */
import type { Manual, Section } from '@trilogue/engine/handout/blocks';
import { type Edition, name } from '@trilogue/engine/handout/edition';
import { escapeHtml } from '../rehearse/html.js';
import { blockHtml } from './block-html.js';
import { type Frame, missingNote, printed } from './frame.js';

export interface ManualLook extends Pick<Frame, 'paper' | 'orientation' | 'style'> {
  readonly hasCover: boolean;
}

export function manualPage(edition: Edition, manual: Manual, look: ManualLook): string {
  const { hasCover, ...rest } = look;
  const sections = manual.sections
    .map((section, index) => {
      const isFirst = index === 0 && !hasCover;
      return sectionHtml(edition, isFirst ? { ...section, startsPage: false } : section, 1, index);
    })
    .join('');
  const frame: Frame = { title: manual.title, handling: manual.handling, ...rest };
  return printed(edition, frame, `${hasCover ? cover(edition, manual) : ''}${sections}`);
}

function cover(edition: Edition, { title, handling, notes, sections }: Manual): string {
  const { words, playbook, language } = edition;
  const contents = sections.map(
    (section, index) => `<li><a href="#part-${index}">${escapeHtml(section.title)}</a></li>`,
  );
  return `<header class="cover">
<p class="kind">${escapeHtml(title)}</p>
<p class="title">${escapeHtml(name(edition, playbook.scenario.title))}</p>
<p class="for">${escapeHtml(words.frame[handling])}</p>
${missingNote(edition)}${notes.map((block) => blockHtml(block, language)).join('')}
<ul class="contents">${contents.join('')}</ul>
</header>`;
}

function sectionHtml(edition: Edition, section: Section, depth: number, index: number): string {
  const { title, lead, blocks, sections = [], startsPage, isWhole } = section;
  const level = Math.min(3, depth);
  const parts = [
    lead === undefined ? '' : `<p class="lead">${escapeHtml(lead)}</p>`,
    `<h${level}>${escapeHtml(title)}</h${level}>`,
    ...blocks.map((block) => blockHtml(block, edition.language)),
    ...sections.map((inner, place) => sectionHtml(edition, inner, depth + 1, place)),
  ];
  const anchor = depth === 1 ? ` id="part-${index}"` : '';
  const style = startsPage ? ' class="page"' : isWhole ? ' class="whole"' : '';
  return `<section${anchor}${style}>${parts.join('')}</section>`;
}
