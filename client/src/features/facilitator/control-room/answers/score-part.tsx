/** Points that no rule gives, with the reason everybody will read. */
import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import type { ObjectiveId, TableId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTools } from '../../hooks/use-room';
import { ObjectiveSelect } from './objective-select';

export function ScorePart({ tableId }: { tableId: TableId }) {
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const [points, setPoints] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const [objectiveId, setObjective] = useState<ObjectiveId | null>(null);
  const isGood = typeof points === 'number' && points !== 0 && reason.trim() !== '';
  const save = async () => {
    if (!isGood) return;
    if (await act({ type: 'AdjustScore', tableId, points, objectiveId, reason })) {
      setPoints('');
      setReason('');
    }
  };
  return (
    <Group gap={6} align="flex-end">
      <NumberInput
        size="xs"
        w={90}
        label={t('feed.points')}
        placeholder="±"
        min={-1_000}
        max={1_000}
        allowDecimal={false}
        value={points}
        onChange={setPoints}
      />
      <TextInput
        size="xs"
        flex={1}
        miw={160}
        maxLength={300}
        label={t('feed.why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ObjectiveSelect value={objectiveId} onChange={setObjective} />
      <Button size="xs" disabled={!isGood} onClick={() => void save()}>
        {t('feed.scoreSave')}
      </Button>
    </Group>
  );
}
