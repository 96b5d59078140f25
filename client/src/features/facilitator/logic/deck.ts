/** Injects that wait for somebody to play them, and those made up that have not gone out. */
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorInject, FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export type DeckCard = FacilitatorInject & {
  readonly isHeld: boolean;
  readonly awaits: readonly string[];
};

/** In the events list's order; a search looks at number, title and speaker. */
export function deckCards(
  { injects, events }: Pick<FacilitatorView, 'injects' | 'events'>,
  search: string,
  read: (text: LocalizedText) => string,
): DeckCard[] {
  const wanted = search.trim().toLocaleLowerCase();
  return Object.values(injects)
    .flatMap((inject): DeckCard[] => {
      const event = events[inject.id];
      const isReady =
        inject.isImprovised || inject.trigger.kind === 'deck' || inject.trigger.kind === 'manual';
      const isOver =
        event === undefined || ['released', 'skipped', 'recalled'].includes(event.status);
      if (!isReady || isOver) return [];
      return [{ ...inject, isHeld: event.isHeld, awaits: event.awaits }];
    })
    .filter(({ number, title, from }) =>
      `${number} ${read(title)} ${read(from)}`.toLocaleLowerCase().includes(wanted),
    )
    .sort((a, b) => a.order - b.order);
}
