/** When a report is due, in scenario time by the table's own clock, and how much of it is left. */
import { Badge, Text } from '@mantine/core';
import { playMsAt, scenarioMsAt } from '@trilogue/engine/views/clock-view';
import type { ObligationView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../connection/exercise-context';
import { ZoneClock } from '../../../ui/clocks';
import { Fact, Facts } from '../exchange/parts';
import { ownParty, usePlayer } from '../use-player';
import { isOwed, spanText, urgencyOfDuty } from './duties-model';

export function DutyTimes({ duty }: { duty: ObligationView }) {
  const { t } = useTranslation('exchange');
  return (
    <Facts>
      <Fact term={t('duties.started')}>
        <Moment atMs={duty.startedScenarioMs} />
      </Fact>
      <Fact term={t('duties.due')}>
        <Moment atMs={duty.dueScenarioMs} />
      </Fact>
    </Facts>
  );
}

function Moment({ atMs }: { atMs: number }) {
  const { view, defaultLanguage } = usePlayer();
  const party = ownParty(view);
  return party === undefined ? (
    <Text size="sm">{'–'}</Text>
  ) : (
    <ZoneClock atMs={atMs} zone={party} defaultLanguage={defaultLanguage} size="sm" />
  );
}

const colours = { calm: 'gray', near: 'orange.5', overdue: 'red.9' } as const;

/** The clock while it runs; how it ended afterwards. */
export function DutyState({ duty }: { duty: ObligationView }) {
  const { t, i18n } = useTranslation('exchange');
  const { view } = usePlayer();
  const now = useNow();
  if (!isOwed(duty)) return <EndedState duty={duty} />;
  const nowMs = scenarioMsAt(view.scenarioClock, playMsAt(view.clock, now));
  if (nowMs === null) return null;
  const leftMs = duty.dueScenarioMs - nowMs;
  const urgency = urgencyOfDuty(leftMs);
  const time = spanText(leftMs, i18n.language);
  return (
    <Badge
      className="tabular"
      variant={urgency === 'calm' ? 'light' : 'filled'}
      color={colours[urgency]}
      autoContrast
      tt="none"
      style={{ flexShrink: 0 }}
    >
      {t(urgency === 'overdue' ? 'duties.overdueBy' : 'duties.left', { time })}
    </Badge>
  );
}

function EndedState({ duty }: { duty: ObligationView }) {
  const { t } = useTranslation('exchange');
  const color = duty.status === 'met' ? 'teal' : duty.status === 'late' ? 'orange' : 'gray';
  return (
    <Badge variant="light" color={color} tt="none" style={{ flexShrink: 0 }}>
      {t(`duties.status.${duty.status}`)}
    </Badge>
  );
}
