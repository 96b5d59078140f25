/** The way something is passed on, and what that way is for. */

import { NativeSelect } from '@mantine/core';
import { shareChannels } from '@trilogue/engine/protocol/parts';
import { useTranslation } from 'react-i18next';

export function ChannelSelect(props: {
  readonly value: string;
  readonly error?: string | null;
  readonly onChange: (channel: string) => void;
}) {
  const { t } = useTranslation('exchange');
  const { value, error, onChange } = props;
  return (
    <NativeSelect
      label={t('share.channel')}
      description={value === '' ? undefined : t(`channel.${value}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error ?? null}
      withAsterisk
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        { value: '', label: t('choose') },
        ...shareChannels.map((channel) => ({
          value: channel,
          label: t(`common:shareChannels.${channel}`),
        })),
      ]}
    />
  );
}
