/** The live exercise on one screen: columns when there is room, tabs when there is not. */
import { useMediaQuery } from '@mantine/hooks';
import { memo, useCallback, useDeferredValue } from 'react';
import { DialogsProvider } from '../hooks/use-dialogs';
import { useSelection } from '../hooks/use-selection';
import { useIsAway } from '../parts/no-line-notice';
import { Panel } from '../parts/panel-boundary';
import { DoorAnnouncer } from '../people/door-announcer';
import { useInjectActions } from './action-dialogs';
import { InjectPanel } from './inject-panel/inject-panel';
import { NarrowHead } from './narrow-head';
import { NarrowRoom } from './narrow-room';
import { Notices } from './notices';
import { AnswersPanel } from './panels';
import { RealWorldNow } from './real-world';
import { RoomDialogs } from './room-dialogs';
import { RoomKeys } from './room-keys';
import { SideArea } from './side-area';
import { classes } from './styles';
import { TopBar } from './top-bar';
import { useWork } from './use-work';
import { WorkArea } from './work-area';

const now = { getInitialValueInEffect: false };

/** It reads nothing that changes as the exercise goes on: only its panels are drawn anew. */
export const ControlRoom = memo(function ControlRoom() {
  const isWide = useMediaQuery('(min-width: 62em)', true, now) ?? true;
  const isRoomy = useMediaQuery('(min-width: 75em)', true, now) ?? true;
  const isHuge = useMediaQuery('(min-width: 110em)', false, now) ?? false;
  const work = useWork();
  const isAway = useIsAway();
  const { run, dialogs } = useInjectActions();
  const { selected, select } = useSelection();
  // The row is marked at once; what it opens is much to draw, and follows.
  const shown = useDeferredValue(selected);
  const close = useCallback(() => select(null), [select]);
  const inject =
    shown === null ? null : (
      <Panel key={shown}>
        <InjectPanel injectId={shown} onAction={run} onClose={close} />
      </Panel>
    );
  const hasMiddle = isHuge || (isRoomy && !work.isBroad);
  return (
    <DialogsProvider>
      <div className={classes.room} data-stale={isAway || undefined}>
        {isWide ? <TopBar /> : <NarrowHead />}
        <DoorAnnouncer />
        <Notices />
        {isWide ? (
          <main
            className={classes.columns}
            data-columns={hasMiddle ? 3 : 2}
            data-broad={work.isBroad || undefined}
          >
            <WorkArea work={work} isNarrow={false} onAction={run} />
            {hasMiddle ? <div>{inject ?? <AnswersPanel />}</div> : null}
            {hasMiddle || inject === null ? (
              <SideArea hasAnswers={!hasMiddle || inject !== null} />
            ) : (
              <div>{inject}</div>
            )}
          </main>
        ) : (
          <NarrowRoom work={work} inject={inject} onAction={run} onClose={close} />
        )}
        {dialogs}
        <RoomDialogs />
        <RoomKeys work={work} />
        <RealWorldNow />
      </div>
    </DialogsProvider>
  );
});
