/** Where the exercise stands, what is followed, and the way out. */
import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconEye, IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PlayClock } from '../../ui/clocks';
import { ConnectionBadge } from '../../ui/connection-badge';
import { patienceMs } from '../../ui/no-line';
import { ColorSchemeSwitch, LanguageSwitch } from '../../ui/switches';
import { useStaysTrue } from '../../ui/use-stays-true';
import css from './evaluator.module.css';
import { FollowDialog } from './follow-dialog';
import { RealWorldButton } from './real-world';
import { useEvaluator } from './use-evaluator';

export function TopBar() {
  const { t } = useTranslation('evaluator');
  const { view, status, pending, isKept, text, followed } = useEvaluator();
  const { exercise, clock } = view;
  const isAway = useStaysTrue(status !== 'live', patienceMs);
  const [isChoosing, setIsChoosing] = useState(false);
  const following = t('follow.button', {
    tables: followed.tables.length,
    objectives: followed.objectives.length,
  });
  const modules = Object.values(view.phases)
    .filter(({ enteredPlayMs, leftPlayMs }) => enteredPlayMs !== null && leftPlayMs === null)
    .sort((a, b) => a.order - b.order);
  return (
    <header className={css.top}>
      <div className={css.where}>
        <Title order={1} size="h4" lineClamp={1}>
          {exercise.title}
        </Title>
        <Group gap="xs" wrap="wrap">
          {exercise.stage === 'live' ? (
            <>
              <PlayClock clock={clock} fw={700} isGuess={isAway} />
              <Badge
                variant="light"
                color={clock.status === 'running' ? 'teal' : 'orange'}
                tt="none"
              >
                {t(`common:clock.status.${clock.status}`)}
              </Badge>
            </>
          ) : (
            <Badge variant="light" tt="none">
              {t(`common:stages.${exercise.stage}`)}
            </Badge>
          )}
          {modules.length > 0 && (
            <Text size="sm" c="dimmed" lineClamp={1}>
              {modules.map(({ title }) => text(title)).join(' · ')}
            </Text>
          )}
        </Group>
      </div>
      <Group gap="xs" className={css.tools ?? ''}>
        <ConnectionBadge status={status} pending={pending} isKept={isKept} isCompact />
        <Button
          variant="default"
          size="sm"
          px="sm"
          leftSection={<IconEye size={18} aria-hidden />}
          aria-label={following}
          title={following}
          onClick={() => setIsChoosing(true)}
        >
          <Text span inherit visibleFrom="md">
            {following}
          </Text>
          <Text span inherit hiddenFrom="md" className="tabular">
            {followed.tables.length}/{followed.objectives.length}
          </Text>
        </Button>
        <LanguageSwitch />
        <ColorSchemeSwitch />
        {exercise.stage === 'ended' ? <TakeawayLink /> : <RealWorldButton />}
      </Group>
      <FollowDialog isOpen={isChoosing} onClose={() => setIsChoosing(false)} />
    </header>
  );
}

/** By the seat, for whoever came by a code. */
function TakeawayLink() {
  const { t } = useTranslation('evaluator');
  const { exerciseId = '', seatId } = useParams();
  return (
    <Button
      component={Link}
      to={`/review/${exerciseId}${seatId === undefined ? '' : `/${seatId}`}`}
      size="sm"
      leftSection={<IconReportAnalytics size={18} aria-hidden />}
    >
      {t('takeaway')}
    </Button>
  );
}
