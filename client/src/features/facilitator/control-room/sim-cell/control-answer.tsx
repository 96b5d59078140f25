/** Answers that the staff give for the teams that control plays. */
import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import type { ChoiceId, TableId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorDelivery,
  FacilitatorInject,
} from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTools } from '../../hooks/use-room';

export interface ControlAnswerProps {
  readonly inject: FacilitatorInject;
  readonly tableId: TableId;
  readonly delivery: FacilitatorDelivery | undefined;
}

export function ControlAnswer({ inject, tableId, delivery }: ControlAnswerProps) {
  const { t } = useTranslation('facilitator');
  const { act, names } = useTools();
  const [text, setText] = useState('');
  const [choiceId, setChoiceId] = useState<ChoiceId | null>(null);
  const injectId = inject.id;
  const respond = async () => {
    if (await act({ type: 'SendResponse', injectId, tableId, text })) setText('');
  };
  return (
    <Stack gap={6} mt="xs">
      {delivery?.acknowledged ? null : (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void act({ type: 'AcknowledgeInject', injectId, tableId })}
        >
          {t('controlAnswer.acknowledge')}
        </Button>
      )}
      {inject.choices.length === 0 || delivery?.choice ? null : (
        <Group gap={6} wrap="nowrap" align="flex-end">
          <Select
            flex={1}
            size="xs"
            label={t('controlAnswer.choose')}
            data={inject.choices.map(({ id, label }) => ({ value: id, label: names.text(label) }))}
            value={choiceId}
            onChange={(value) => setChoiceId(value as ChoiceId | null)}
          />
          <Button
            size="xs"
            disabled={choiceId === null}
            onClick={() => {
              if (choiceId !== null) void act({ type: 'MakeChoice', injectId, choiceId, tableId });
            }}
          >
            {t('controlAnswer.sendChoice')}
          </Button>
        </Group>
      )}
      {delivery?.response ? null : (
        <Group gap={6} wrap="nowrap" align="flex-end">
          <Textarea
            flex={1}
            size="xs"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={10_000}
            label={t('controlAnswer.respond')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button size="xs" disabled={text.trim() === ''} onClick={() => void respond()}>
            {t('controlAnswer.send')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
