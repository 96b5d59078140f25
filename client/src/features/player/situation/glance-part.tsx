/** What the table owes and is to decide, each a step away. */
import { Badge, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../ui/clocks';
import { LocalizedLine } from '../../../ui/localized-line';
import { dutiesInOrder, isOwed } from '../duties/duties-model';
import { DutyState } from '../duties/duty-clock';
import exchange from '../exchange/exchange.module.css';
import { isAwaited, positionsInOrder } from '../joint-room/joint-model';
import { usePlace } from '../use-place';
import { usePlayer } from '../use-player';

export function Glance() {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const { showTab } = usePlace();
  const duties = dutiesInOrder(view).filter(isOwed);
  const positions = positionsInOrder(view).filter(({ status }) => status === 'open');
  if (view.exercise.stage !== 'live' || duties.length + positions.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('glance.title')}
      </Title>
      <ul className={exchange.voices}>
        {duties.map((duty) => (
          <li key={duty.id}>
            <UnstyledButton className={exchange.card ?? ''} onClick={() => showTab('duties')}>
              <Text size="sm" fw={600} mb={4}>
                <LocalizedLine text={duty.title} defaultLanguage={defaultLanguage} />
              </Text>
              <DutyState duty={duty} />
            </UnstyledButton>
          </li>
        ))}
        {positions.map((position) => (
          <li key={position.id}>
            <UnstyledButton className={exchange.card ?? ''} onClick={() => showTab('joint')}>
              <Text size="sm" fw={600} mb={4}>
                <LocalizedLine text={position.title} defaultLanguage={defaultLanguage} />
              </Text>
              <Group gap={6}>
                {position.dueAtMs !== null && (
                  <Countdown clock={view.clock} dueAtMs={position.dueAtMs} />
                )}
                {isAwaited(position, view) && (
                  <Badge variant="light" color="orange" tt="none">
                    {t('joint.awaited')}
                  </Badge>
                )}
              </Group>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
