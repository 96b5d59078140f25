/** How a message came: email, news, social, call, alert or letter. */
import { ThemeIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBrandMessenger,
  IconFileText,
  IconMail,
  IconNews,
  IconPhone,
  type IconProps,
} from '@tabler/icons-react';
import type { PlayerInject } from '@trilogue/engine/views/player-view';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

type Channel = PlayerInject['channel'];

const looks: Record<Channel, { readonly icon: ComponentType<IconProps>; readonly color: string }> =
  {
    email: { icon: IconMail, color: 'blue' },
    news: { icon: IconNews, color: 'grape' },
    social: { icon: IconBrandMessenger, color: 'pink' },
    call: { icon: IconPhone, color: 'teal' },
    alert: { icon: IconAlertTriangle, color: 'orange' },
    letter: { icon: IconFileText, color: 'gray' },
  };

export function ChannelIcon({ channel, size = 34 }: { channel: Channel; size?: number }) {
  const { t } = useTranslation('common');
  const { icon: Icon, color } = looks[channel];
  return (
    <ThemeIcon
      variant="light"
      color={color}
      size={size}
      radius="md"
      role="img"
      aria-label={t(`channels.${channel}`)}
      title={t(`channels.${channel}`)}
    >
      <Icon size={size * 0.58} stroke={1.7} aria-hidden />
    </ThemeIcon>
  );
}
