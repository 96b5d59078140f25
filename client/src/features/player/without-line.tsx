/** A seat whose page came without a line, and with nothing seen before: who it is, and what is kept. */
import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../connection/outbox';
import { knownSeat } from '../../connection/seat-store';
import { NoLinePage } from '../../ui/no-line';
import { begunTexts } from './begun-texts';
import { nameOfCommand, type OutgoingName, textOfCommand } from './outgoing-model';
import classes from './player.module.css';

export function WithoutLine(props: { seatId: string; outgoing: readonly CommandInput[] }) {
  const { seatId, outgoing } = props;
  const { t } = useTranslation('player');
  const waiting = outgoing.filter(({ type }) => type !== 'OpenInject');
  const begun = begunTexts(localStorage, seatId, outgoing);
  return (
    <NoLinePage isExercise>
      <Seat seatId={seatId} />
      {waiting.length > 0 && (
        <Part title={t('withoutLine.waits', { count: waiting.length })}>
          <Text size="sm" c="dimmed">
            {t('withoutLine.waitsText')}
          </Text>
          <List type="ordered" spacing="sm" withPadding={false}>
            {waiting.map((command, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a queue, in its order
              <List.Item key={index}>
                <Words name={nameOfCommand(command)} text={textOfCommand(command)} />
              </List.Item>
            ))}
          </List>
        </Part>
      )}
      {begun.length > 0 && (
        <Part title={t('withoutLine.begun', { count: begun.length })}>
          <Text size="sm" c="dimmed">
            {t('withoutLine.begunText')}
          </Text>
          <List listStyleType="none" spacing="sm" withPadding={false}>
            {begun.map(({ key, name, text }) => (
              <List.Item key={key}>
                <Words name={name} text={text} />
              </List.Item>
            ))}
          </List>
        </Part>
      )}
      {waiting.length === 0 && (
        <Text size="sm" c="dimmed" ta="center">
          {t('withoutLine.nothing')}
        </Text>
      )}
    </NoLinePage>
  );
}

function Seat({ seatId }: { seatId: string }) {
  const { t } = useTranslation('player');
  const seat = knownSeat(seatId);
  if (seat === undefined) return null;
  return (
    <Part title={t('withoutLine.seat')}>
      <Group justify="space-between" gap="4px 16px" style={{ overflowWrap: 'anywhere' }}>
        <Text fw={650} translate="no">
          {seat.name}
        </Text>
        <Text size="sm" c="dimmed">
          {[seat.tableName, seat.title].filter(Boolean).join(' · ')}
        </Text>
      </Group>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder radius="md" p="md" component="section">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

function Words({ name, text }: { name: OutgoingName; text: string | undefined }) {
  const { t } = useTranslation('player');
  return (
    <>
      <Text size="sm" fw={650} className={classes.what ?? ''}>
        {t(`late.what.${name}`)}
      </Text>
      {text !== undefined && (
        <Text size="sm" lineClamp={6} className={classes.sent ?? ''}>
          {text}
        </Text>
      )}
    </>
  );
}
