/** The whole of a player's screen: top bar, what stops or calls, and the stage's content. */
import { Container } from '@mantine/core';
import { formatZoneTime } from '@trilogue/engine/views/zone-time';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { RealWorldOverlay } from '../../ui/real-world-overlay';
import { Announcer } from './announcer';
import { CommsCheck } from './comms-check';
import { hasSeenTour, keepSeenTour } from './device-memory';
import { LazyWaitingRoom, useFetchesAhead } from './lazy-panels';
import { lazyPart } from './lazy-part';
import { AwayNote } from './outgoing';
import { PanelBoundary } from './panel-boundary';
import { PauseNote } from './pause-note';
import classes from './player.module.css';
import { PlayerKeys } from './player-keys';
import { PlayerLayout } from './player-layout';
import { ScrollPart } from './scroll-part';
import { useStoryOffer } from './story/use-story-offer';
import { TopBar } from './top-bar';
import { InboxProvider } from './use-inbox';
import { useLateRefusals } from './use-late-refusals';
import { usePlace } from './use-place';
import { ownParty, usePlayer } from './use-player';

const HelpDialog = lazyPart(async () => ({
  default: (await import('./help/help-dialog')).HelpDialog,
}));
const Tour = lazyPart(async () => ({ default: (await import('./tour/tour')).Tour }));

type Layer = 'help' | 'tour' | null;

export function PlayerScreen() {
  const { view, connection } = usePlayer();
  const { stage } = view.exercise;
  useFetchesAhead(connection.status === 'live');
  const isWaiting = stage === 'draft' || stage === 'lobby';
  const [layer, setLayer] = useState<Layer>(null);
  useLateRefusals();
  useStoryOffer();
  useResultAtEnd();
  return (
    <InboxProvider>
      <div className={classes.screen}>
        <TopBar onHelp={() => setLayer('help')} />
        <PauseNote />
        <AwayNote />
        <CommsCheck />
        {isWaiting ? (
          <main className={classes.part}>
            <ScrollPart>
              <Container size="md" py="lg">
                <LazyWaitingRoom />
              </Container>
            </ScrollPart>
          </main>
        ) : (
          <PlayerLayout />
        )}
        <Layers layer={layer} setLayer={setLayer} />
        <RealWorld />
        <Announcer />
        <PlayerKeys onHelp={() => setLayer('help')} />
      </div>
    </InboxProvider>
  );
}

/** EndEx is not to be missed, whatever is open; who comes later and asks for something else gets that. */
function useResultAtEnd(): void {
  const { view } = usePlayer();
  const { showTab, isAsked } = usePlace();
  const { stage } = view.exercise;
  const before = useRef<typeof stage | null>(null);
  useEffect(() => {
    const isNews = before.current === null ? !isAsked : before.current !== 'ended';
    if (stage === 'ended' && isNews) showTab('result');
    before.current = stage;
  }, [stage, isAsked, showTab]);
}

/** What stands above the screen; REAL WORLD takes it away. */
function Layers({ layer, setLayer }: { layer: Layer; setLayer: (layer: Layer) => void }) {
  const { view } = usePlayer();
  const { showTab } = usePlace();
  const [isNew, setNew] = useState(() => !hasSeenTour());
  const { stage, realWorld } = view.exercise;
  if (realWorld !== null) return null;
  const endTour = () => {
    keepSeenTour();
    setNew(false);
    setLayer(null);
  };
  const isTouring = layer === 'tour' || (isNew && layer === null && stage === 'live');
  return (
    <PanelBoundary>
      <Suspense fallback={null}>
        {isTouring && <Tour onEnd={endTour} />}
        {layer === 'help' && (
          <HelpDialog
            onClose={() => setLayer(null)}
            onTour={() => setLayer('tour')}
            onStory={() => {
              setLayer(null);
              showTab('story');
            }}
          />
        )}
      </Suspense>
    </PanelBoundary>
  );
}

function RealWorld() {
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const { realWorld } = view.exercise;
  if (realWorld === null) return null;
  const party = ownParty(view);
  const at =
    party === undefined
      ? null
      : formatZoneTime(realWorld.atMs, party.timeZone, read(party.city, defaultLanguage).text);
  return <RealWorldOverlay at={at} />;
}
