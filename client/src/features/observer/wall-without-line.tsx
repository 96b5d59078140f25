/** A wall whose page came without a line: readable from the back of the room, and without hands. */
import { Loader, Stack, Text, Title } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExerciseBanner } from '../../ui/exercise-banner';
import css from './wall.module.css';

export function WallWithoutLine({ title }: { title: string | null }) {
  const { t } = useTranslation('common');
  return (
    <div className={css.wall}>
      <div className={css.banner}>
        <ExerciseBanner />
      </div>
      <Stack
        component="main"
        align="center"
        justify="center"
        flex={1}
        gap="1em"
        p="1em"
        ta="center"
      >
        {title !== null && <Text className={css.large ?? ''}>{title}</Text>}
        <IconCloudOff size="4em" stroke={1.5} aria-hidden />
        <div role="status">
          <Title order={1} className={css.noLineTitle ?? ''}>
            {t('noLine.title')}
          </Title>
          <p className={css.large}>{t('noLine.text')}</p>
        </div>
        <Loader type="dots" size="xl" aria-hidden />
      </Stack>
    </div>
  );
}
