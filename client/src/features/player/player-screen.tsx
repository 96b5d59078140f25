/** The whole of a player's screen: top bar, pause, REAL WORLD, and the stage's content. */
import { Container, VisuallyHidden } from '@mantine/core';
import { formatZoneTime } from '@trilogue/engine/views/zone-time';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { RealWorldOverlay } from '../../ui/real-world-overlay';
import { PauseNote } from './pause-note';
import classes from './player.module.css';
import { PlayerLayout } from './player-layout';
import { TopBar } from './top-bar';
import { useArrivals } from './use-arrivals';
import { useLateRefusals } from './use-late-refusals';
import { ownParty, usePlayer } from './use-player';
import { WaitingRoom } from './waiting-room';

export function PlayerScreen() {
  const { view } = usePlayer();
  const { stage } = view.exercise;
  const isWaiting = stage === 'draft' || stage === 'lobby';
  const announcement = useArrivals();
  useLateRefusals();
  return (
    <div className={classes.screen}>
      <TopBar />
      <PauseNote />
      {isWaiting ? (
        <main className={classes.scroll}>
          <Container size="md" py="lg">
            <WaitingRoom />
          </Container>
        </main>
      ) : (
        <PlayerLayout />
      )}
      <RealWorld />
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </div>
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
