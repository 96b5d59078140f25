/** Two wrote at once: a person says how to go on. */
import { Alert, Button, Group, Text } from '@mantine/core';
import type { Draft } from '@trilogue/engine/protocol/socket';
import { useTranslation } from 'react-i18next';
import classes from './player.module.css';
import { useNameOf } from './use-player';

export function DraftConflict(props: {
  readonly theirs: Draft;
  readonly onResolve: (how: 'mine' | 'theirs' | 'both') => void;
}) {
  const { t } = useTranslation('player');
  const nameOf = useNameOf();
  const { theirs, onResolve } = props;
  return (
    <Alert color="orange" role="alert" title={t('conflict.title', { name: nameOf(theirs.seatId) })}>
      <Text size="sm" className={classes.sent ?? ''} mah={180} mb="sm" style={{ overflow: 'auto' }}>
        {theirs.text}
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" onClick={() => onResolve('both')}>
          {t('conflict.both')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onResolve('mine')}>
          {t('conflict.mine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onResolve('theirs')}>
          {t('conflict.theirs')}
        </Button>
      </Group>
    </Alert>
  );
}
