/** How a position, a voice and a reporting clock stand: as a colour, a shape and a word. */
import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconHourglass,
  IconMessages,
  IconMinus,
  IconX,
} from '@tabler/icons-react';
import type { StanceView } from '@trilogue/engine/views/exchange-view';
import type {
  FacilitatorObligation,
  FacilitatorPosition,
} from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { stanceLooks } from '../../../../ui/stance-looks';

const ofPosition = {
  waiting: { icon: IconHourglass, color: 'gray' },
  open: { icon: IconMessages, color: 'blue' },
  agreed: { icon: IconCheck, color: 'teal' },
  failed: { icon: IconX, color: 'red' },
} as const;

const ofDuty = {
  open: { icon: IconClock, color: 'blue' },
  met: { icon: IconCheck, color: 'teal' },
  late: { icon: IconAlertTriangle, color: 'orange' },
  missed: { icon: IconX, color: 'red' },
  waived: { icon: IconMinus, color: 'gray' },
} as const;

interface MarkProps {
  readonly look: { readonly icon: typeof IconCheck; readonly color: string };
  readonly text: string;
  readonly isFaint?: boolean;
}

function Mark({ look: { icon: Icon, color }, text, isFaint = false }: MarkProps) {
  return (
    <Badge
      component="span"
      variant={isFaint ? 'outline' : 'light'}
      color={color}
      radius="sm"
      tt="none"
      leftSection={<Icon size={13} aria-hidden />}
    >
      {text}
    </Badge>
  );
}

export function PositionMark({ status }: Pick<FacilitatorPosition, 'status'>) {
  const { t } = useTranslation('facilitator');
  return <Mark look={ofPosition[status]} text={t(`joint.status.${status}`)} />;
}

/** @param props.stance null where nothing was said yet */
export function StanceMark({ stance }: { stance: StanceView['stance'] | null }) {
  const { t } = useTranslation('facilitator');
  const key = stance ?? 'none';
  return <Mark look={stanceLooks[key]} text={t(`joint.stance.${key}`)} isFaint={stance === null} />;
}

export function DutyMark({ status }: Pick<FacilitatorObligation, 'status'>) {
  const { t } = useTranslation('facilitator');
  return <Mark look={ofDuty[status]} text={t(`joint.dutyStatus.${status}`)} />;
}
