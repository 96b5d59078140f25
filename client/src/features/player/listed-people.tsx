/** One device for the table: who sits at it, which its scribe can change. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../connection/api';
import { list } from '../../connection/entry-api';
import { knownSeat, seatToken } from '../../connection/seat-store';
import { ErrorNote } from '../../ui/error-note';
import { NamesField } from '../../ui/names-field';
import { namesIn } from '../../ui/names-in';
import { usePlayer } from './use-player';

/** Whether this device took its seat for a whole table. */
export function useIsScribe(): boolean {
  const { seatId } = usePlayer();
  return seatId !== null && knownSeat(seatId)?.isScribe === true;
}

export function ListedPeople() {
  const { t } = useTranslation('player');
  const { connection, seatId } = usePlayer();
  const [isEditing, setIsEditing] = useState(false);
  const own = connection.roster.find((entry) => entry.seatId === seatId);
  const listed = own?.listed ?? [];
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('listed.title', { count: listed.length + 1 })}
      </Title>
      <Stack gap={6} component="ul" m={0} p={0} mb="sm" style={{ listStyle: 'none' }}>
        <Text size="sm" component="li">
          {t('listed.scribe', { name: own?.name ?? '' })}
        </Text>
        {listed.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may bear one name
          <Text size="sm" component="li" key={index} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
        ))}
      </Stack>
      {isEditing ? (
        <ListForm listed={listed} onDone={() => setIsEditing(false)} />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => setIsEditing(true)}
        >
          {t('listed.change')}
        </Button>
      )}
    </section>
  );
}

function ListForm({ listed, onDone }: { listed: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('player');
  const { view, seatId } = usePlayer();
  const [text, setText] = useState(listed.join('\n'));
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const token = seatId === null ? undefined : seatToken(seatId);
    const { exerciseId } = view.exercise;
    if (token === undefined || exerciseId === null) return;
    setIsBusy(true);
    try {
      await list(exerciseId, token, namesIn(text));
      onDone();
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'server/unavailable');
    }
    setIsBusy(false);
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <NamesField
          label={t('listed.label')}
          description={t('listed.hint')}
          value={text}
          onChange={setText}
        />
        {problem !== null && <ErrorNote code={problem} />}
        <Group>
          <Button type="submit" size="compact-md" loading={isBusy}>
            {t('common:actions.save')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
