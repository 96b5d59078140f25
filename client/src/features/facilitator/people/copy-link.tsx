/** Copies an address, and says that it did. */
import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function CopyLink({ url, what }: { url: string; what?: string }) {
  const { t } = useTranslation('facilitator');
  return (
    <CopyButton value={url} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={
            copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
          }
          {...(what === undefined ? {} : { 'aria-label': `${t('lobby.copy')}: ${what}` })}
          onClick={copy}
        >
          {copied ? t('lobby.copied') : t('lobby.copy')}
        </Button>
      )}
    </CopyButton>
  );
}
