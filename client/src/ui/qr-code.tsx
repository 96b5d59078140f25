/** A QR code, drawn here: what it says goes to no other server. Dark on white in every colour scheme. */
import { Skeleton } from '@mantine/core';
import { toString as toQr } from 'qrcode';
import { useEffect, useState } from 'react';

export function QrCode({ text, alt, size }: { text: string; alt: string; size: number }) {
  const picture = useQrCode(text);
  return picture === null ? (
    <Skeleton w={size} h={size} />
  ) : (
    <img
      src={picture}
      width={size}
      height={size}
      alt={alt}
      style={{ background: '#fff', display: 'block' }}
    />
  );
}

/** Its picture's address; null while it is drawn. */
function useQrCode(text: string): string | null {
  const [picture, setPicture] = useState<{ text: string; url: string } | null>(null);
  useEffect(() => {
    let isStale = false;
    const draw = async () => {
      const svg = await toQr(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
      if (!isStale) setPicture({ text, url: `data:image/svg+xml,${encodeURIComponent(svg)}` });
    };
    void draw();
    return () => {
      isStale = true;
    };
  }, [text]);
  return picture?.text === text ? picture.url : null;
}
