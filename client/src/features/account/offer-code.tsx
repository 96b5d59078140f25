/** What an authenticator app scans. Drawn here: the secret goes to no other server. */
import { Skeleton } from '@mantine/core';
import { toString as toQr } from 'qrcode';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const size = 208;

export function OfferCode({ uri }: { uri: string }) {
  const { t } = useTranslation('account');
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isStale = false;
    const draw = async () => {
      const svg = await toQr(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
      if (!isStale) setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    };
    void draw();
    return () => {
      isStale = true;
    };
  }, [uri]);
  return picture === null ? (
    <Skeleton w={size} h={size} />
  ) : (
    <img
      src={picture}
      width={size}
      height={size}
      alt={t('factor.qr')}
      style={{ background: '#fff', display: 'block' }}
    />
  );
}
