/** How far a joint position is, in a word. */
import { Badge } from '@mantine/core';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';

const statusColours = { waiting: 'gray', open: 'blue', agreed: 'teal', failed: 'red' } as const;

export function PositionStatus({ status }: { status: PositionView['status'] }) {
  const { t } = useTranslation('exchange');
  return (
    <Badge variant="light" color={statusColours[status]} tt="none">
      {t(`joint.status.${status}`)}
    </Badge>
  );
}
