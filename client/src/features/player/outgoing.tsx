/** What was sent here and has no answer yet: said where it was sent, and at the top while away. */
import { Box, Group, Loader, Paper, Text } from '@mantine/core';
import { IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../connection/exercise-context';
import type { CommandInput } from '../../connection/outbox';
import { useStaysTrue } from '../../ui/use-stays-true';
import { begunTexts } from './begun-texts';
import { namesOfOutgoing } from './outgoing-model';
import classes from './player.module.css';
import { usePlayer } from './use-player';

/** The command of a kind that is still on its way, if any. */
export function useOutgoing<Type extends CommandInput['type']>(
  type: Type,
  isIt: (command: Extract<CommandInput, { type: Type }>) => boolean = () => true,
): Extract<CommandInput, { type: Type }> | null {
  const { outgoing } = usePlayer().connection;
  const isOfType = (command: CommandInput): command is Extract<CommandInput, { type: Type }> =>
    command.type === type;
  return outgoing.filter(isOfType).find(isIt) ?? null;
}

/** Stands in the place of what it will become. */
export function QueuedNote({ text }: { text?: string | undefined }) {
  const { t } = useTranslation('player');
  const isLive = usePlayer().connection.status === 'live';
  return (
    <Paper withBorder p="sm" className={classes.queued ?? ''} role="status">
      <Group gap={8} wrap="nowrap" align="center">
        {isLive ? (
          <Loader size={15} aria-hidden />
        ) : (
          <IconCloudUpload size={17} aria-hidden style={{ flexShrink: 0 }} />
        )}
        <Text size="sm" fw={650}>
          {t(isLive ? 'outgoing.sending' : 'outgoing.waits')}
        </Text>
      </Group>
      {text !== undefined && (
        <Text size="sm" mt={6} className={classes.sent ?? ''}>
          {text}
        </Text>
      )}
    </Paper>
  );
}

const patienceMs = 1_500;
const lookEveryMs = 2_000;

/** Without a line: that one may go on, what waits, and that nothing written is lost. */
export function AwayNote() {
  const { status } = usePlayer().connection;
  const isAway = useStaysTrue(status === 'reconnecting' || status === 'connecting', patienceMs);
  return isAway ? <Away /> : null;
}

function Away() {
  const { t } = useTranslation('player');
  const { connection, seatId } = usePlayer();
  const { outgoing } = connection;
  // What is being written is looked at again now and then.
  useNow(lookEveryMs);
  const begun = begunTexts(localStorage, seatId ?? '', outgoing).length;
  const names = namesOfOutgoing(outgoing).map((name) => t(`late.what.${name}`));
  return (
    <Box role="status" className={classes.away ?? ''} px="md" py={6}>
      <Group gap="xs" justify="center" wrap="nowrap">
        <IconCloudOff size={17} aria-hidden style={{ flexShrink: 0 }} />
        <Text size="sm">
          <b>{t('outgoing.away')}</b>{' '}
          {names.length === 0
            ? t('outgoing.none')
            : t('outgoing.list', { count: names.length, names: names.join(t('outgoing.comma')) })}
          {begun > 0 && ` ${t('outgoing.begun', { count: begun })}`}
        </Text>
      </Group>
    </Box>
  );
}
