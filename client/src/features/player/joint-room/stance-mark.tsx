/** A stance as a colour, a shape and a word. */
import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stance } from './joint-model';

const looks = {
  concur: { icon: IconCheck, color: 'teal' },
  object: { icon: IconX, color: 'red' },
  abstain: { icon: IconMinus, color: 'gray' },
  reserve: { icon: IconAlertTriangle, color: 'orange' },
  none: { icon: IconClock, color: 'gray' },
} as const;

/** @param props.stance null where nothing was said yet */
export function StanceMark({ stance }: { stance: Stance | null }) {
  const { t } = useTranslation('exchange');
  const { icon: Icon, color } = looks[stance ?? 'none'];
  return (
    <Badge
      component="span"
      variant={stance === null ? 'outline' : 'light'}
      color={color}
      tt="none"
      leftSection={<Icon size={13} aria-hidden />}
    >
      {t(`stance.${stance ?? 'none'}`)}
    </Badge>
  );
}
