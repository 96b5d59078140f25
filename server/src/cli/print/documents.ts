/** Which files a kind of printed matter consists of. */
import { cardRegisterOf } from '@trilogue/engine/handout/card-register';
import { controllerGuideOf } from '@trilogue/engine/handout/controller-guide';
import { decksOf } from '@trilogue/engine/handout/deal-cards';
import type { Edition } from '@trilogue/engine/handout/edition';
import { evaluatorGuideOf } from '@trilogue/engine/handout/evaluator-guide';
import { moduleSheetsOf } from '@trilogue/engine/handout/module-sheets';
import { feedbackFormOf, signInSheetsOf } from '@trilogue/engine/handout/sheets';
import { situationManualOf } from '@trilogue/engine/handout/situation-manual';
import { cardPages } from './card-pages.js';
import type { Paper } from './frame.js';
import { manualPage } from './manual-page.js';
import { mselPage } from './msel-page.js';

export interface PrintedFile {
  /** Without its ending. */
  readonly name: string;
  /** Made when it is asked for: the cards of a large scenario do not fit into memory together. */
  readonly html: () => string;
}

/** For a long guide that is looked things up in. */
const denseStyle = `
html { font-size: 8.8pt; line-height: 1.42; } table { font-size: 7.8pt; } dt, dd { padding-block: .4mm; } dt { font-size: 8pt; }
section + section { margin-top: 4mm; } dl, table { margin-bottom: 2mm; }
`;

type Maker = (edition: Edition, paper: Paper) => PrintedFile[];

const makers = {
  msel: (edition, paper) => [{ name: 'msel', html: () => mselPage(edition, paper) }],
  cards: (edition, paper) => {
    const decks = decksOf(edition);
    const register = cardRegisterOf(edition, decks);
    const look = { paper, orientation: 'portrait', hasCover: true } as const;
    return [
      { name: 'cards-register', html: () => manualPage(edition, register, look) },
      ...decks
        .filter(({ cards }) => cards.length > 0)
        .map((deck) => ({
          name: `cards-${deck.teamId}`,
          html: () => cardPages(edition, deck, paper),
        })),
    ];
  },
  sitman: (edition, paper) => {
    const sheets = moduleSheetsOf(edition);
    const look = { paper, orientation: 'portrait' } as const;
    return [
      {
        name: 'sitman',
        html: () => manualPage(edition, situationManualOf(edition), { ...look, hasCover: true }),
      },
      ...(sheets.sections.length === 0
        ? []
        : [
            {
              name: 'module-sheets',
              html: () => manualPage(edition, sheets, { ...look, hasCover: false }),
            },
          ]),
    ];
  },
  controller: (edition, paper) => [
    {
      name: 'controller-guide',
      html: () =>
        manualPage(edition, controllerGuideOf(edition), {
          paper,
          orientation: 'portrait',
          hasCover: true,
          style: denseStyle,
        }),
    },
  ],
  evaluator: (edition, paper) => [
    {
      name: 'evaluator-guide',
      html: () =>
        manualPage(edition, evaluatorGuideOf(edition), {
          paper,
          orientation: 'portrait',
          hasCover: true,
        }),
    },
  ],
  signin: (edition, paper) => [
    {
      name: 'sign-in',
      html: () =>
        manualPage(edition, signInSheetsOf(edition), {
          paper,
          orientation: 'landscape',
          hasCover: false,
          style: 'td.blank { height: 9.4mm; } h1 { font-size: 14pt; margin-bottom: 2mm; }',
        }),
    },
  ],
  feedback: (edition, paper) => [
    {
      name: 'feedback',
      html: () =>
        manualPage(edition, feedbackFormOf(edition), {
          paper,
          orientation: 'portrait',
          hasCover: false,
        }),
    },
  ],
} satisfies Record<string, Maker>;

export type PrintedKind = keyof typeof makers;

export const printedKinds = Object.keys(makers) as readonly PrintedKind[];

export function filesOf(edition: Edition, kind: PrintedKind, paper: Paper): PrintedFile[] {
  return makers[kind](edition, paper);
}
