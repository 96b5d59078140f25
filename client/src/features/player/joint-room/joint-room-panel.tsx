/** Where the table decides together with others: what is open first, then what was settled; one of them beside the list. */
import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../ui/clocks';
import { EmptyState } from '../../../ui/empty-state';
import { LocalizedLine } from '../../../ui/localized-line';
import classes from '../exchange/exchange.module.css';
import { keepForm } from '../exchange/kept-form';
import { useRefusedBefore } from '../exchange/use-send';
import '../exchange/words-ahead';
import { useIsWide } from '../top-bar';
import { usePlace } from '../use-place';
import { usePlayer } from '../use-player';
import { commentFormName } from './draft-comments';
import { draftFormName } from './draft-editor';
import { isAwaited, positionsInOrder } from './joint-model';
import { PositionPage } from './position-page';
import { PositionStatus } from './position-status';
import { stanceFormName } from './stance-form';

export function JointRoomPanel() {
  const { view } = usePlayer();
  const { openPosition } = usePlace();
  const isWide = useIsWide();
  const [calls, setCalls] = useState(0);
  const positions = positionsInOrder(view);
  const open = useOpenPosition(positions);
  useTakesBackRefused();
  if (positions.length === 0) return <NothingYet />;
  const page = open !== undefined && (
    <PositionPage
      key={open.id}
      position={open}
      calls={calls}
      onBack={isWide ? undefined : () => openPosition(null)}
    />
  );
  if (!isWide && page) return <div className={classes.panel}>{page}</div>;
  return (
    <div className={isWide ? classes.listAndPage : classes.panel}>
      <ul className={classes.cards}>
        {positions.map((position) => (
          <li key={position.id}>
            <PositionCard
              position={position}
              isHere={position === open}
              onOpen={() => {
                openPosition(position.id);
                setCalls(calls + 1);
              }}
            />
          </li>
        ))}
      </ul>
      {page && <div className={classes.panel}>{page}</div>}
    </div>
  );
}

/** The one that was asked for; beside the list, else the first, which stays though others come before it. */
function useOpenPosition(positions: readonly PositionView[]): PositionView | undefined {
  const { positionId } = usePlace();
  const isWide = useIsWide();
  const [firstId, setFirstId] = useState<string | null>(null);
  const [first] = positions;
  if (firstId === null && first !== undefined) setFirstId(first.id);
  const find = (id: string | null) => positions.find((position) => position.id === id);
  return find(positionId) ?? (isWide ? (find(firstId) ?? first) : undefined);
}

function NothingYet() {
  const { t } = useTranslation('exchange');
  return (
    <div className={classes.panel}>
      <EmptyState
        icon={<IconUsersGroup size={34} stroke={1.4} aria-hidden />}
        title={t('joint.empty.title')}
        text={t('joint.empty.text')}
      />
    </div>
  );
}

function PositionCard(props: {
  readonly position: PositionView;
  readonly isHere: boolean;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const { title, status, dueAtMs, options, version } = props.position;
  return (
    <UnstyledButton
      className={classes.card ?? ''}
      aria-current={props.isHere ? 'true' : undefined}
      onClick={props.onOpen}
    >
      <Text fw={650} size="sm" lh={1.4} mb={6}>
        <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
      </Text>
      <Group gap={6}>
        <PositionStatus status={status} />
        {status === 'open' && dueAtMs !== null && (
          <Countdown clock={view.clock} dueAtMs={dueAtMs} />
        )}
        {isAwaited(props.position, view) && (
          <Badge variant="light" color="orange" tt="none">
            {t('joint.awaited')}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        {options.length > 0
          ? t('joint.optionCount', { count: options.length })
          : t('joint.versionIs', { version })}
      </Text>
    </UnstyledButton>
  );
}

/** What was refused after a reload goes back to the boxes it was written in. */
function useTakesBackRefused(): void {
  const { seatId } = usePlayer();
  useRefusedBefore('DraftText', ({ positionId, text, baseVersion }) =>
    keepForm(seatId, draftFormName(positionId), { text, base: baseVersion }),
  );
  useRefusedBefore('CommentOnDraft', ({ positionId, text }) =>
    keepForm(seatId, commentFormName(positionId), { text }),
  );
  useRefusedBefore('TakeStance', ({ positionId, stance, reason = '' }) =>
    keepForm(seatId, stanceFormName(positionId), { team: '', on: '', stance, reason }),
  );
}
