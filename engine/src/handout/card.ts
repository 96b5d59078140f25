/**
 * What a team is handed on paper. These types are an allow-list: they have fields for what players
 * see on their screens, and for nothing else. What control has to know stands in `ControlNote`.
 */
import type { TeamId } from '../protocol/ids.js';
import type { Channel } from '../scenario/inject-schema.js';
import type { Localized } from '../scenario/localize.js';
import type { TlpLabel } from '../scenario/sharing-schema.js';

export type Card = {
  readonly code: string;
  /** On the clock of the team's own party; null for a line to fill in. */
  readonly scenarioTime: string | null;
} & CardBody;

export type CardBody = InjectCard | ItemCard | PositionCard | ReportCard;

export interface InjectCard {
  readonly kind: 'inject';
  readonly channel: Channel;
  readonly from: string;
  readonly tlp: TlpLabel;
  readonly title: Localized;
  readonly body: Localized;
  readonly choices: readonly Localized[];
  /** What is announced to be done, and by when. */
  readonly tasks: readonly string[];
  readonly isAnswered: boolean;
}

export interface ItemCard {
  readonly kind: 'item';
  readonly title: Localized;
  readonly originator: string;
  readonly whole: ItemText;
  readonly hasPersonalData: boolean;
  readonly sanitised: ItemText | null;
}

export interface ItemText {
  readonly tlp: TlpLabel;
  readonly body: Localized;
  readonly releasableTo: string;
}

export interface PositionCard {
  readonly kind: 'position';
  readonly title: Localized;
  readonly question: Localized;
  readonly voices: string;
  readonly hasVoice: boolean;
  readonly rule: string;
  readonly within: string;
  readonly options: readonly Localized[];
  /** The first version of a text drafted together; null where options are chosen from. */
  readonly text: Localized | null;
}

export interface ReportCard {
  readonly kind: 'report';
  readonly title: Localized;
  readonly rule: Localized | null;
  readonly to: string;
  readonly within: string;
  readonly fields: readonly {
    readonly label: Localized;
    readonly isRequired: boolean;
    readonly isLong: boolean;
  }[];
}

/** A card, and beside it what only control knows. */
export interface DealtCard {
  readonly card: Card;
  readonly control: ControlNote;
}

export interface ControlNote {
  /** The inject's number in the MSEL; null for what comes with none. */
  readonly number: string | null;
  /** The phase, the deck, or StartEx. */
  readonly chapter: string;
  readonly playTime: string | null;
  readonly when: readonly string[];
  /** "1 of 2", where one of several is handed out. */
  readonly alternative: string | null;
  /** Kept back until what it waits for has happened. */
  readonly isHeld: boolean;
}

export interface TeamDeck {
  readonly teamId: TeamId;
  readonly team: string;
  readonly party: string;
  readonly sector: Localized;
  readonly mission: Localized;
  /** Those that come on every path first, each kind in the order to be expected. */
  readonly cards: readonly DealtCard[];
}
