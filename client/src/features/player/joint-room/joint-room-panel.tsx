/** Where the table decides together with others: what is open first, then what was settled. */
import { Badge, Group, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
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
import { usePlayer } from '../use-player';
import { commentFormName } from './draft-comments';
import { draftFormName } from './draft-editor';
import { isAwaited, positionsInOrder } from './joint-model';
import { PositionPage } from './position-page';
import { PositionStatus } from './position-status';
import { stanceFormName } from './stance-form';

export function JointRoomPanel() {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const [openId, setOpenId] = useState<string | null>(null);
  const positions = positionsInOrder(view);
  useTakesBackRefused();
  const [only] = positions;
  const open = positions.find(({ id }) => id === openId);
  if (open !== undefined) {
    return (
      <div className={classes.panel}>
        <PositionPage key={open.id} position={open} onBack={() => setOpenId(null)} />
      </div>
    );
  }
  return (
    <Stack className={classes.panel ?? ''} gap="md">
      <VisuallyHidden>
        <h2>{t('joint.title')}</h2>
      </VisuallyHidden>
      {only === undefined ? (
        <EmptyState
          icon={<IconUsersGroup size={34} stroke={1.4} aria-hidden />}
          title={t('joint.empty.title')}
          text={t('joint.empty.text')}
        />
      ) : (
        <ul className={classes.cards}>
          {positions.map((position) => (
            <li key={position.id}>
              <PositionCard position={position} onOpen={() => setOpenId(position.id)} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function PositionCard({ position, onOpen }: { position: PositionView; onOpen: () => void }) {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const { title, status, dueAtMs, options } = position;
  return (
    <UnstyledButton className={classes.card ?? ''} onClick={onOpen}>
      <Text fw={650} size="sm" lh={1.4} mb={6}>
        <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
      </Text>
      <Group gap={6}>
        <PositionStatus status={status} />
        {status === 'open' && dueAtMs !== null && (
          <Countdown clock={view.clock} dueAtMs={dueAtMs} />
        )}
        {isAwaited(position, view) && (
          <Badge variant="light" color="orange" tt="none">
            {t('joint.awaited')}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        {options.length > 0
          ? t('joint.optionCount', { count: options.length })
          : t('joint.versionIs', { version: position.version })}
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
