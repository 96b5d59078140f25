/** A QR code of a join link. */
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQrCode } from './join-links';

export function QrCode({ url, label, size }: { url: string; label: string; size: number }) {
  const { t } = useTranslation('facilitator');
  const picture = useQrCode(url);
  return picture === null ? (
    <Skeleton w={size} h={size} />
  ) : (
    <img
      src={picture}
      width={size}
      height={size}
      alt={t('lobby.qrFor', { what: label })}
      style={{ background: '#fff', display: 'block' }}
    />
  );
}
