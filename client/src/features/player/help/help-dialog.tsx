/** What helps: the story so far, the tour, how this device calls, and the keys. */
import { Button, Divider, Group, Kbd, Stack, Switch, Text, Title } from '@mantine/core';
import { IconHistory, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { ColorSchemeSwitch } from '../../../ui/switches';
import { changeAlertSettings, useAlertSettings } from '../alert-settings';
import { canNotify, mayNotify, playTone } from '../alerts';
import { useIsWide } from '../top-bar';
import { usePlayer } from '../use-player';
import { shortcutKeys, shortcutNames } from '../use-shortcuts';

export function HelpDialog(props: {
  readonly onClose: () => void;
  readonly onStory: () => void;
  readonly onTour: () => void;
}) {
  const { onClose, onStory, onTour } = props;
  const { t } = useTranslation('player');
  const isWide = useIsWide();
  const { stage } = usePlayer().view.exercise;
  const isPlayed = stage === 'live' || stage === 'ended';
  return (
    <Dialog isOpen onClose={onClose} title={t('help.title')}>
      <Stack gap="md">
        {isPlayed && (
          <Stack gap="xs">
            <Button
              variant="default"
              leftSection={<IconHistory size={17} aria-hidden />}
              onClick={onStory}
            >
              {t('story.title')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconRoute size={17} aria-hidden />}
              onClick={onTour}
            >
              {t('help.tour')}
            </Button>
          </Stack>
        )}
        <Alerts />
        {!isWide && (
          <Group justify="space-between">
            <Text size="sm">{t('help.scheme')}</Text>
            <ColorSchemeSwitch />
          </Group>
        )}
        <Divider />
        <Keys />
      </Stack>
    </Dialog>
  );
}

function Alerts() {
  const { t } = useTranslation('player');
  const { hasSound, hasNotices } = useAlertSettings();
  const [isRefused, setRefused] = useState(false);
  const isPossible = canNotify();

  const switchSound = (isOn: boolean) => {
    changeAlertSettings({ hasSound: isOn });
    if (isOn) playTone();
  };
  const switchNotices = async (isOn: boolean) => {
    const isAllowed = isOn && (await mayNotify());
    setRefused(isOn && !isAllowed);
    changeAlertSettings({ hasNotices: isAllowed });
  };
  return (
    <Stack gap="sm">
      <Title order={3} size="h6">
        {t('help.alerts')}
      </Title>
      <Switch
        label={t('help.sound')}
        description={t('help.soundText')}
        checked={hasSound}
        onChange={({ currentTarget: { checked } }) => switchSound(checked)}
      />
      <Switch
        label={t('help.notices')}
        description={t(isPossible ? 'help.noticesText' : 'help.noNotices')}
        error={isRefused ? t('help.refused') : null}
        disabled={!isPossible}
        checked={hasNotices && isPossible}
        onChange={({ currentTarget: { checked } }) => void switchNotices(checked)}
      />
    </Stack>
  );
}

function Keys() {
  const { t } = useTranslation('player');
  const { hasKeys } = useAlertSettings();
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('help.keys')}
      </Title>
      <Switch
        label={t('help.keysOn')}
        checked={hasKeys}
        onChange={({ currentTarget: { checked } }) => changeAlertSettings({ hasKeys: checked })}
      />
      {hasKeys &&
        shortcutNames.map((name) => (
          <Group key={name} justify="space-between" wrap="nowrap">
            <Text size="sm">{t(`keys.${name}`)}</Text>
            <Group gap={4} wrap="nowrap">
              {shortcutKeys[name].map((key) =>
                key === '…' ? (
                  <Text key={key} span size="sm">
                    {key}
                  </Text>
                ) : (
                  <Kbd key={key}>{key}</Kbd>
                ),
              )}
            </Group>
          </Group>
        ))}
    </Stack>
  );
}
