/** What every part of an event is made with. */
import type { Draft, DraftInject } from '../draft.js';
import type { Tally } from '../tally.js';
import type { MselPeople } from './msel-people.js';

export type Choices = NonNullable<DraftInject['choices']>;

export interface Making {
  readonly draft: Draft;
  readonly people: MselPeople;
  readonly tally: Tally;
  /** Whether this product wrote the list. */
  readonly isOwn: boolean;
}
