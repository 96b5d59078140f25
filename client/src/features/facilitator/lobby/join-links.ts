/** The addresses people join by, and their QR codes. */
import { useQuery } from '@tanstack/react-query';
import { toString as toQr } from 'qrcode';
import { useEffect, useState } from 'react';
import { links } from '../../../connection/api';
import { useRoom } from '../hooks/use-room';

export function useLinks() {
  const { view } = useRoom();
  const exerciseId = view.exercise.exerciseId ?? '';
  const tables = view.cast.tables.map(({ tableId }) => tableId).join(' ');
  return useQuery({
    queryKey: ['links', exerciseId, tables],
    queryFn: () => links(exerciseId),
    staleTime: 60_000,
  });
}

export function joinUrl(origin: string, code: string): string {
  return `${origin}/join/${code}`;
}

/** A QR code as a picture's address; null while it is drawn. Dark on white in every colour scheme. */
export function useQrCode(text: string): string | null {
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
