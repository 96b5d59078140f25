/** Cards that are no injects: information held, joint positions, report forms. */
import type { Card, CardBody, ItemText } from '@trilogue/engine/handout/card';
import type { Edition } from '@trilogue/engine/handout/edition';
import { escapeHtml } from '../rehearse/html.js';
import { answerLines, inline, proseHtml, tick, tlpBadge } from './block-html.js';

type CardOf<Kind extends CardBody['kind']> = Extract<Card, { kind: Kind }>;

export function itemHtml(edition: Edition, card: CardOf<'item'>): string {
  const { words } = edition;
  const { title, originator, whole, hasPersonalData, sanitised } = card;
  return `<p class="from"><span>${escapeHtml(words.labels.originator)}</span> ${escapeHtml(originator)}</p>
<h2>${inline(title)}</h2>
${formHtml(edition, words.cards.whole, whole, false)}
${hasPersonalData ? `<p class="note">${escapeHtml(words.cards.personalData)}</p>` : ''}
${sanitised === null ? '' : formHtml(edition, words.labels.sanitised, sanitised, true)}<div class="rest"></div>`;
}

function formHtml(
  { words }: Edition,
  title: string,
  { tlp, body, releasableTo }: ItemText,
  isMarked: boolean,
): string {
  const to =
    releasableTo === ''
      ? ''
      : `<p class="from"><span>${escapeHtml(words.labels.releasableTo)}</span> ${escapeHtml(releasableTo)}</p>`;
  return `<div class="form"><p class="head">${escapeHtml(title)} ${isMarked ? tlpBadge(tlp) : ''}</p>${proseHtml(body)}${to}</div>`;
}

export function positionHtml({ words }: Edition, card: CardOf<'position'>): string {
  const { title, question, voices, hasVoice, rule, within, options, text } = card;
  const { cards, labels } = words;
  const fact = (label: string, value: string) =>
    `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`;
  const stances = Object.values(cards.stances)
    .map((stance) => `<span class="stance">${tick} ${escapeHtml(stance)}</span>`)
    .join('');
  const choice =
    options.length === 0
      ? ''
      : `<ul class="ticks">${options.map((option) => `<li>${tick}<span>${inline(option)}</span></li>`).join('')}</ul>`;
  const draft =
    text === null
      ? ''
      : `<p class="head">${escapeHtml(cards.firstVersion)}</p><div class="form">${proseHtml(text)}</div>`;
  const voice = hasVoice
    ? `<p class="head">${escapeHtml(cards.stance)}</p><p>${stances}</p><div class="lines"><b>${escapeHtml(cards.reason)}</b><i></i><i></i></div>`
    : '';
  return `<h2>${inline(title)}</h2>${proseHtml(question)}
<dl>${fact(labels.voices, voices)}${fact(labels.rule, rule)}${fact(cards.within, within)}</dl>
<p>${escapeHtml(hasVoice ? cards.hasVoice : cards.hasNoVoice)}</p>
${choice}${draft}${voice}
${text === null ? '<div class="rest"></div>' : answerLines(cards.newText)}`;
}

export function reportHtml({ words }: Edition, card: CardOf<'report'>): string {
  const { title, rule, to, within, fields } = card;
  const { cards, labels } = words;
  const asked = fields.map(({ label, isRequired, isLong }) => {
    const must = isRequired ? ` <span class="must">(${escapeHtml(cards.required)})</span>` : '';
    return `<div class="field${isLong ? ' long' : ''}">${inline(label)}${must}</div>`;
  });
  const gap = '<span class="gap"></span>';
  return `<h2>${inline(title)}</h2>
<p class="from"><span>${escapeHtml(labels.to)}</span> ${escapeHtml(to)}</p>
${rule === null ? '' : proseHtml(rule)}
<p class="clock">${escapeHtml(cards.clockStarted)} ${gap} ${escapeHtml(cards.deadline)} (${escapeHtml(within)}) ${gap}</p>
${asked.join('')}
<p class="note">${escapeHtml(cards.reportNote)}</p>
<p class="clock">${escapeHtml(cards.handedIn)} ${gap} ${escapeHtml(cards.signed)} ${gap}</p>`;
}
