/** Copies a text, and says that it did. Without the clipboard, as over plain HTTP, people select it themselves. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('account');
  const [copied, setCopied] = useState<string | null>(null);
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()}>
      {t(copied === text ? 'copied' : 'copy')}
    </Button>
  );
}
