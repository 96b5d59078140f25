/** A team's cards: as many on a sheet as fit whole, none with a word of what else there is. */
import type { Card, CardBody, TeamDeck } from '@trilogue/engine/handout/card';
import type { Edition } from '@trilogue/engine/handout/edition';
import { escapeHtml } from '../rehearse/html.js';
import { answerLines, inline, tlpBadge } from './block-html.js';
import { itemHtml, positionHtml, reportHtml } from './card-sheets.js';
import { cardStyle } from './card-styles.js';
import { channelIcon } from './channel-icons.js';
import { banner, type Paper, printed } from './frame.js';
import { markdown } from './markdown.js';

export function cardPages(edition: Edition, deck: TeamDeck, paper: Paper): string {
  const { words } = edition;
  const cards = (isHeld: boolean) =>
    deck.cards
      .filter(({ control }) => control.isHeld === isHeld)
      // What control knows stays here.
      .map(({ card }) => cardHtml(edition, deck, card))
      .join('');
  const body = `<header class="team"><p class="lead">${escapeHtml(deck.party)} · ${inline(deck.sector)}</p><h1>${escapeHtml(deck.team)}</h1><p>${inline(deck.mission)}</p></header>
<div class="pile">${cards(false)}</div><div class="pile">${cards(true)}</div>`;
  const title = `${words.titles.cards} · ${deck.team}`;
  return printed(
    edition,
    { title, handling: 'players', paper, orientation: 'portrait', style: cardStyle(paper) },
    body,
  );
}

type BodyHtml<Kind extends CardBody['kind']> = (
  edition: Edition,
  card: Extract<Card, { kind: Kind }>,
) => string;

const bodyByKind: { readonly [Kind in CardBody['kind']]: BodyHtml<Kind> } = {
  inject: injectHtml,
  item: itemHtml,
  position: positionHtml,
  report: reportHtml,
};

function cardHtml(edition: Edition, deck: TeamDeck, card: Card): string {
  const { words } = edition;
  // The table's entry for a kind takes cards of that kind, which the compiler can't follow.
  const body = bodyByKind[card.kind] as BodyHtml<CardBody['kind']>;
  const look = card.kind === 'inject' ? `inject ${card.channel}` : card.kind;
  const kind =
    card.kind === 'inject'
      ? `${channelIcon(card.channel)} ${escapeHtml(words.labels.channel[card.channel])}`
      : escapeHtml(words.cards.kind[card.kind]);
  const marking =
    card.kind === 'inject'
      ? tlpBadge(card.tlp)
      : card.kind === 'item'
        ? tlpBadge(card.whole.tlp)
        : '';
  return `<article class="card ${look}">
<p class="banner">${banner}</p>
<div class="bar"><span class="channel">${kind}</span><span class="time">${escapeHtml(words.cards.time)} ${timeHtml(card)}</span>${marking}</div>
${body(edition, card)}
<p class="foot"><span>${escapeHtml(deck.team)}</span><span class="code">${escapeHtml(card.code)}</span></p>
</article>`;
}

function timeHtml({ scenarioTime }: Card): string {
  return scenarioTime === null ? '<span class="gap"></span>' : `<b>${escapeHtml(scenarioTime)}</b>`;
}

function injectHtml(
  { words }: Edition,
  { from, title, body, choices, tasks, isAnswered }: Extract<Card, { kind: 'inject' }>,
): string {
  const boxes = (items: readonly string[]) =>
    `<ul class="ticks">${items.map((item) => `<li><span class="tick"></span><span>${item}</span></li>`).join('')}</ul>`;
  const choose =
    choices.length === 0
      ? ''
      : `<div class="ask choose"><b>${escapeHtml(words.cards.chooseOne)}</b>${boxes(choices.map(inline))}</div>`;
  const toDo =
    tasks.length === 0
      ? ''
      : `<div class="ask"><b>${escapeHtml(words.cards.toDo)}</b>${boxes(tasks.map(escapeHtml))}</div>`;
  const answer = isAnswered ? answerLines(words.cards.answer) : '<div class="rest"></div>';
  const other = body.isFallback ? ` lang="${escapeHtml(body.language)}"` : '';
  return `<p class="from"><span>${escapeHtml(words.labels.from)}</span> ${escapeHtml(from)}</p>
<h2>${inline(title)}</h2>
<div class="prose${body.isFallback ? ' other' : ''}"${other}>${markdown(body.text)}</div>
${choose}${toDo}${answer}`;
}
