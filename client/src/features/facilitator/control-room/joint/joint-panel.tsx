/** What the nations decide together and what they have to report, each within reach of a hand. */
import { Badge, Title } from '@mantine/core';
import { IconClipboardText, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state';
import { useRoom } from '../../hooks/use-room';
import { dutiesInOrder, isRunning, positionsInOrder } from '../../logic/joint-board';
import { DutyCard } from './duty-card';
import css from './joint.module.css';
import { PositionCard } from './position-card';

export function JointPanel() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const positions = positionsInOrder(view);
  const duties = dutiesInOrder(view);
  const open = positions.filter(({ status }) => status === 'open').length;
  const running = Object.values(view.obligations).filter(isRunning).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={css.joint} aria-label={t('joint.title')} tabIndex={0}>
      <div className={css.parts}>
        <Part
          title={t('joint.positions')}
          note={open === 0 ? null : t('joint.open', { count: open })}
        >
          {positions.length === 0 ? (
            <EmptyState
              icon={<IconUsersGroup size={34} stroke={1.4} aria-hidden />}
              title={t('joint.noPositions')}
              text={t('joint.noPositionsText')}
            />
          ) : (
            <ul className={css.list}>
              {positions.map((position) => (
                <PositionCard key={position.id} position={position} />
              ))}
            </ul>
          )}
        </Part>
        <Part
          title={t('joint.duties')}
          note={running === 0 ? null : t('joint.running', { count: running })}
        >
          {duties.length === 0 ? (
            <EmptyState
              icon={<IconClipboardText size={34} stroke={1.4} aria-hidden />}
              title={t('joint.noDuties')}
              text={t('joint.noDutiesText')}
            />
          ) : (
            <ul className={css.list}>
              {duties.map((duty) => (
                <DutyCard key={duty.id} duty={duty} />
              ))}
            </ul>
          )}
        </Part>
      </div>
    </section>
  );
}

function Part(props: { title: string; note: string | null; children: ReactNode }) {
  const { title, note, children } = props;
  return (
    <section className={css.part} aria-label={title}>
      <div className={css.head}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {note === null ? null : (
          <Badge variant="light" tt="none" radius="sm" style={{ flexShrink: 0 }}>
            {note}
          </Badge>
        )}
      </div>
      {children}
    </section>
  );
}
