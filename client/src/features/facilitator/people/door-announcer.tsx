/** Says aloud, once, that somebody has come to the door while the exercise runs. */
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newcomers } from '../logic/newcomers';
import { useWaiting } from './use-entry';

export function DoorAnnouncer() {
  const { t } = useTranslation('people');
  const waiting = useWaiting();
  const known = useRef<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const came = newcomers(known.current, waiting);
    known.current = new Set(waiting.map(({ seatId }) => seatId));
    const [first] = came;
    // What was said is not said again while they wait, and is gone once nobody does.
    if (first !== undefined) {
      setSaid(
        came.length === 1
          ? t('door.one', { name: first.name })
          : t('door.some', { count: came.length }),
      );
    } else if (waiting.length === 0) setSaid('');
  }, [waiting, t]);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
