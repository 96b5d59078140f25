/** Settling an expectation by hand, with the reason that the report will show. */
import { Button, Select, Text } from '@mantine/core';
import type { FacilitatorExpectation } from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../hooks/use-room';
import { ConfirmDialog } from '../../parts/confirm-dialog';

const marks = ['met', 'late', 'missed', 'waived'] as const;
type Mark = (typeof marks)[number];

export function MarkExpectation(props: {
  readonly expectation: FacilitatorExpectation;
  readonly what: string;
}) {
  const { expectation, what } = props;
  const { t } = useTranslation('facilitator');
  const { act, names } = useRoom();
  const { injectId, tableId, expectationId, status } = expectation;
  const [isOpen, setIsOpen] = useState(false);
  const offered = marks.filter((mark) => mark !== status);
  const [as, setAs] = useState<Mark | null>(null);
  const chosen = as !== null && offered.includes(as) ? as : (offered[0] ?? 'met');
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('mark.named', { what, table: names.table(tableId) })}
        onClick={() => setIsOpen(true)}
      >
        {t('mark.action')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={t('mark.named', { what, table: names.table(tableId) })}
        action={t('mark.confirm')}
        reasonLabel={t('mark.reason')}
        isReasonRequired
        onClose={() => setIsOpen(false)}
        onConfirm={(reason) =>
          act({ type: 'MarkExpectation', injectId, tableId, expectationId, as: chosen, reason })
        }
      >
        <Text size="sm">{t('mark.means')}</Text>
        <Select
          label={t('mark.as')}
          allowDeselect={false}
          data={offered.map((value) => ({ value, label: t(`expectationStatus.${value}`) }))}
          value={chosen}
          // The list offers marks only.
          onChange={(value) => setAs(value as Mark | null)}
        />
      </ConfirmDialog>
    </>
  );
}
