/** For control: every team's cards in the order in which they lie, and when to hand each of them out. */
import {
  type Block,
  type Cell,
  cellOf,
  list,
  type Manual,
  paragraph,
  type Section,
  table,
} from './blocks.js';
import type { DealtCard, TeamDeck } from './card.js';
import type { Edition } from './edition.js';

export function cardRegisterOf(edition: Edition, decks: readonly TeamDeck[]): Manual {
  const { cards, titles } = edition.words;
  return {
    title: titles.cardRegister,
    handling: 'staff',
    notes: [paragraph(cards.about), list(Object.values(cards.handling))],
    sections: decks.map((deck) => sectionOf(edition, deck)),
  };
}

function sectionOf(edition: Edition, deck: TeamDeck): Section {
  const { cards } = edition.words;
  const planned = deck.cards.filter(({ control }) => !control.isHeld);
  const held = deck.cards.filter(({ control }) => control.isHeld);
  return {
    title: deck.team,
    lead: deck.party,
    startsPage: true,
    blocks: deck.cards.length === 0 ? [paragraph(cards.none)] : [],
    sections: [
      ...(planned.length === 0
        ? []
        : [{ title: cards.planned, blocks: [register(edition, planned)] }]),
      ...(held.length === 0 ? [] : [{ title: cards.held, blocks: [register(edition, held)] }]),
    ],
  };
}

function register({ words }: Edition, cards: readonly DealtCard[]): Block {
  const { columns } = words.cards;
  return table(
    [
      { title: columns.code, percent: 7 },
      { title: columns.inject, percent: 7 },
      { title: columns.title },
      { title: columns.playTime, percent: 9 },
      { title: columns.when, percent: 30 },
      { title: columns.handedOut, percent: 12 },
    ],
    cards.map(({ card, control }): Cell[] => [
      card.code,
      control.number ?? '',
      [
        paragraph(card.title),
        paragraph([words.cards.kind[card.kind], control.alternative].filter(Boolean).join(' · ')),
      ],
      control.playTime ?? '',
      [paragraph(control.chapter), ...blocksOf(cellOf(control.when))],
      { kind: 'blank' },
    ]),
  );
}

function blocksOf(cell: Cell): readonly Block[] {
  if (Array.isArray(cell)) return cell as readonly Block[];
  return typeof cell === 'string' ? [paragraph(cell)] : [];
}
