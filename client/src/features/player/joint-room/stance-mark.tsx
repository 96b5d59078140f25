/** A stance as a colour, a shape and a word. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stanceLooks } from '../../../ui/stance-looks';
import type { Stance } from './joint-model';

/** @param props.stance null where nothing was said yet */
export function StanceMark({ stance }: { stance: Stance | null }) {
  const { t } = useTranslation('exchange');
  const { icon: Icon, color } = stanceLooks[stance ?? 'none'];
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
