/** A report that a team played by control owes. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorObligation } from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTools } from '../../hooks/use-room';

export function ControlReport({
  duty,
  tableId,
}: {
  duty: FacilitatorObligation;
  tableId: TableId;
}) {
  const { t } = useTranslation('facilitator');
  const { act, names } = useTools();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const isWhole = duty.fields.every(
    ({ id, isRequired }) => !isRequired || (texts[id] ?? '').trim() !== '',
  );
  const file = () =>
    void act({
      type: 'FileReport',
      obligationId: duty.id,
      tableId,
      fields: duty.fields.flatMap(({ id }) => {
        const text = (texts[id] ?? '').trim();
        return text === '' ? [] : [{ fieldId: id, text }];
      }),
    });
  return (
    <Stack gap={6} mt={6}>
      {duty.fields.map(({ id, label, isRequired, isLong }) => (
        <Textarea
          key={id}
          size="xs"
          autosize
          minRows={isLong ? 3 : 1}
          maxRows={10}
          maxLength={4_000}
          label={names.text(label)}
          withAsterisk={isRequired}
          value={texts[id] ?? ''}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTexts((old) => ({ ...old, [id]: text }));
          }}
        />
      ))}
      <Group>
        <Button size="xs" disabled={!isWhole} onClick={file}>
          {t('cell.reportSend')}
        </Button>
      </Group>
    </Stack>
  );
}
