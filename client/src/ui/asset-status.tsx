/** How a system stands: a colour, a shape and a word, so that none of them has to be seen alone. */
import {
  IconAlertTriangleFilled,
  IconBugFilled,
  IconCircleCheckFilled,
  IconPlugConnectedX,
  type IconProps,
  IconSquareXFilled,
} from '@tabler/icons-react';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './asset-status.module.css';

type AssetStatus = AssetView['status'];

const shapes: Record<AssetStatus, ComponentType<IconProps>> = {
  operational: IconCircleCheckFilled,
  degraded: IconAlertTriangleFilled,
  isolated: IconPlugConnectedX,
  compromised: IconBugFilled,
  down: IconSquareXFilled,
};

/** Gives what bears it, and its `data-status`, the status's colour. */
export const toneClass = classes.icon ?? '';

/** The bare shape, for places that name it themselves. */
export function AssetStatusShape({ status, size }: { status: AssetStatus; size: number }) {
  const Shape = shapes[status];
  return <Shape size={size} aria-hidden />;
}

/** The shape alone, named for those who can't see it. */
export function AssetStatusIcon({ status, size = 16 }: { status: AssetStatus; size?: number }) {
  const { t } = useTranslation('common');
  const Shape = shapes[status];
  return (
    <span
      role="img"
      aria-label={t(`assetStatuses.${status}`)}
      className={classes.icon}
      data-status={status}
    >
      <Shape size={size} aria-hidden />
    </span>
  );
}

export function AssetStatusBadge({ status }: { status: AssetStatus }) {
  const { t } = useTranslation('common');
  const Shape = shapes[status];
  return (
    <span className={classes.badge} data-status={status}>
      <Shape size={15} aria-hidden />
      {t(`assetStatuses.${status}`)}
    </span>
  );
}
