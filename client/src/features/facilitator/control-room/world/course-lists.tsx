/** Where the story goes: milestones, and endings with what they still lack. */
import { Badge, Button, Text } from '@mantine/core';
import { IconFlag, IconFlagFilled } from '@tabler/icons-react';
import type { MilestoneId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useMay } from '../../hooks/use-may';
import { useTools } from '../../hooks/use-room';
import { ExplanationTree } from '../../parts/condition-tree';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Nothing } from './asset-list';
import css from './world.module.css';
import type { WorldParts } from './world-panel';

export function MilestoneList({ milestones }: WorldParts) {
  const { t } = useTranslation('facilitator');
  const { act, names } = useTools();
  const may = useMay();
  const [reaching, setReaching] = useState<MilestoneId | null>(null);
  // Keys of the collection are the milestones' ids.
  const all = Object.entries(milestones) as [MilestoneId, WorldParts['milestones'][string]][];
  if (all.length === 0) return <Nothing text={t('world.noMilestones')} />;
  const title = reaching === null ? '' : names.text(milestones[reaching]?.title ?? '');
  return (
    <>
      {all.map(([id, milestone]) => (
        <div key={id} className={css.row}>
          <div className={css.rowMain}>
            <Text size="sm" fw={600}>
              {names.text(milestone.title)}
            </Text>
            <Reached playMs={milestone.reachedPlayMs} />
          </div>
          {milestone.reachedPlayMs === null && may('ReachMilestone') ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('world.reachNamed', { what: names.text(milestone.title) })}
              onClick={() => setReaching(id)}
            >
              {t('world.reach')}
            </Button>
          ) : null}
        </div>
      ))}
      <ConfirmDialog
        isOpen={reaching !== null}
        title={t('world.reachNamed', { what: title })}
        action={t('world.reach')}
        onClose={() => setReaching(null)}
        onConfirm={() =>
          reaching === null ? undefined : act({ type: 'ReachMilestone', milestoneId: reaching })
        }
      >
        <Text size="sm">{t('world.reachMeans')}</Text>
      </ConfirmDialog>
    </>
  );
}

export function EndingList({ endings }: WorldParts) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const all = Object.entries(endings);
  if (all.length === 0) return <Nothing text={t('world.noEndings')} />;
  return all.map(([id, { title, reachedPlayMs, missing }]) => (
    <div key={id} className={css.row}>
      <div className={css.rowMain}>
        <Text size="sm" fw={600}>
          {names.text(title)}
        </Text>
        <Reached playMs={reachedPlayMs} />
        {reachedPlayMs === null ? <ExplanationTree explanation={missing} /> : null}
      </div>
    </div>
  ));
}

function Reached({ playMs }: { playMs: number | null }) {
  const { t } = useTranslation('facilitator');
  const isReached = playMs !== null;
  const Icon = isReached ? IconFlagFilled : IconFlag;
  return (
    <Badge
      radius="sm"
      tt="none"
      variant={isReached ? 'light' : 'outline'}
      color={isReached ? 'teal' : 'gray'}
      leftSection={<Icon size={12} aria-hidden />}
    >
      {isReached ? t('world.reachedAt', { time: formatPlayTime(playMs) }) : t('world.open')}
    </Badge>
  );
}
