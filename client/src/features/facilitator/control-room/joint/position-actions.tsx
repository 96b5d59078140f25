/** A controller's hand on a joint position: open it, give it more time, settle it. */
import { Button, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import type { FacilitatorPosition } from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { positionSubject, settlementsOf } from '../../logic/joint-board';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { useSubjectName } from './use-subject-name';

type Action = 'open' | 'extend' | 'settle';
interface DialogProps {
  readonly position: FacilitatorPosition;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function PositionActions({ position }: { position: FacilitatorPosition }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const may = useMay();
  const [asked, setAsked] = useState<Action | null>(null);
  const subject = positionSubject(position, view);
  const offered: readonly Action[] = [
    ...(position.status === 'waiting' && may('OpenPosition', subject) ? ['open' as const] : []),
    ...(position.status === 'open' && may('ExtendPosition', subject) ? ['extend' as const] : []),
    ...(settlementsOf(position).size > 0 && may('OverridePosition', subject)
      ? ['settle' as const]
      : []),
  ];
  const dialog = (action: Action): DialogProps => ({
    position,
    // What somebody else did meanwhile is not asked about any more.
    isOpen: asked === action && offered.includes(action),
    onClose: () => setAsked(null),
  });
  return (
    <>
      {offered.map((action) => (
        <Button
          key={action}
          size="compact-sm"
          variant={action === 'open' ? 'filled' : 'default'}
          aria-label={t(`joint.act.${action}Named`, { what: names.text(position.title) })}
          onClick={() => setAsked(action)}
        >
          {t(`joint.act.${action}`)}
        </Button>
      ))}
      <OpenDialog {...dialog('open')} />
      <ExtendDialog {...dialog('extend')} />
      <SettleDialog {...dialog('settle')} />
    </>
  );
}

function OpenDialog({ position, isOpen, onClose }: DialogProps) {
  const { t } = useTranslation('facilitator');
  const { act, names } = useRoom();
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('joint.act.openNamed', { what: names.text(position.title) })}
      action={t('joint.act.open')}
      onClose={onClose}
      onConfirm={() => act({ type: 'OpenPosition', positionId: position.id })}
    >
      <Text size="sm">{t('joint.openMeans')}</Text>
    </ConfirmDialog>
  );
}

const spans = ['5', '10', '15'] as const;

function ExtendDialog({ position, isOpen, onClose }: DialogProps) {
  const { t } = useTranslation('facilitator');
  const { act, names, view, nowMs } = useRoom();
  const [minutes, setMinutes] = useState<string>('5');
  const byMs = Number(minutes) * 60_000;
  const from = position.dueAtMs ?? playMsAt(view.clock, nowMs());
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('joint.act.extendNamed', { what: names.text(position.title) })}
      action={t('joint.act.extendConfirm')}
      onClose={onClose}
      onConfirm={() => act({ type: 'ExtendPosition', positionId: position.id, byMs })}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('joint.extendBy')}
        value={minutes}
        onChange={setMinutes}
        data={spans.map((value) => ({
          value,
          label: t('joint.minutes', { count: Number(value) }),
        }))}
      />
      <Text size="sm" className="tabular" aria-live="polite">
        {t('joint.extendMeans', { from: formatPlayTime(from), to: formatPlayTime(from + byMs) })}
      </Text>
    </ConfirmDialog>
  );
}

function SettleDialog({ position, isOpen, onClose }: DialogProps) {
  const { t } = useTranslation('facilitator');
  const { act, names } = useRoom();
  const subjectName = useSubjectName(position);
  const [chosen, setChosen] = useState<string | null>(null);
  const offered = settlementsOf(position);
  // Meanwhile a newer version may have come: what was chosen is then no longer there.
  const key = chosen !== null && offered.has(chosen) ? chosen : null;
  const settle = (reason: string) => {
    if (key === null) return undefined;
    const agreedOn = offered.get(key) ?? null;
    return act({ type: 'OverridePosition', positionId: position.id, agreedOn, reason });
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('joint.act.settleNamed', { what: names.text(position.title) })}
      action={t('joint.act.settleConfirm')}
      reasonLabel={t('joint.reason')}
      isReasonRequired
      onClose={onClose}
      onConfirm={settle}
    >
      <Text size="sm">{t('joint.settleMeans')}</Text>
      <Radio.Group label={t('joint.settleAs')} required value={key} onChange={setChosen}>
        <Stack gap={8} mt={6}>
          {[...offered].map(([value, on]) => (
            <Radio
              key={value}
              value={value}
              required
              label={
                on === null
                  ? t('joint.noAgreement')
                  : t('joint.agreedOn', { what: subjectName(on) })
              }
            />
          ))}
        </Stack>
      </Radio.Group>
    </ConfirmDialog>
  );
}
