/** The text drafted together: the newest version, what it changed, the older ones, and a box for the next. */
import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { MarkdownText } from '../../../ui/markdown-text';
import { hasKeptForm } from '../exchange/kept-form';
import { PlayText } from '../exchange/parts';
import { useNames, usePersonName } from '../exchange/use-names';
import { useAllOutgoing } from '../exchange/use-send';
import { QueuedNote } from '../outgoing';
import { usePlayer } from '../use-player';
import { DraftEditor, draftFormName } from './draft-editor';
import { TextDiff } from './text-diff';

export function JointText({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { canAct, seatId } = usePlayer();
  const [chosen, setChosen] = useState<number | null>(null);
  const [isWriting, setWriting] = useState(() => hasKeptForm(seatId, draftFormName(position.id)));
  const [isCompared, setCompared] = useState(false);
  const { version: newest } = position;
  // Whoever looks at the newest goes on looking at the newest.
  const version = Math.min(chosen ?? newest, newest);
  const waiting = useAllOutgoing('DraftText').find((c) => c.positionId === position.id);
  const isOpen = position.status === 'open';

  return (
    <section>
      <Group justify="space-between" align="center" gap="xs" mb="xs">
        <Title order={3} size="h5">
          {t('joint.text')}
        </Title>
        {newest > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('joint.showVersion')}
            value={String(version)}
            onChange={({ currentTarget }) => {
              const next = Number(currentTarget.value);
              setChosen(next === newest ? null : next);
            }}
            data={Array.from({ length: newest + 1 }, (_, index) => newest - index).map((n) => ({
              value: String(n),
              label: t(n === newest ? 'joint.newest' : 'joint.version', { version: n }),
            }))}
          />
        )}
      </Group>
      <Stack gap="sm">
        <Paper withBorder p="sm" radius="md" aria-live="polite">
          <Stack gap="xs">
            <VersionBy position={position} version={version} />
            {isCompared && version > 0 ? (
              <TextDiff position={position} from={version - 1} to={version} />
            ) : (
              <VersionText position={position} version={version} />
            )}
            {version > 0 && (
              <div>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  px={0}
                  aria-pressed={isCompared}
                  onClick={() => setCompared(!isCompared)}
                >
                  {isCompared
                    ? t('joint.showPlain')
                    : t('joint.showChanges', { version: version - 1 })}
                </Button>
              </div>
            )}
          </Stack>
        </Paper>
        {waiting !== undefined && <QueuedNote text={waiting.text} />}
        {isOpen && canAct && isWriting && (
          <DraftEditor position={position} onClose={() => setWriting(false)} />
        )}
        {isOpen && canAct && !isWriting && waiting === undefined && (
          <div>
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setWriting(true)}
            >
              {t('draft.open')}
            </Button>
          </div>
        )}
      </Stack>
    </section>
  );
}

function VersionBy({ position, version }: { position: PositionView; version: number }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const person = usePersonName();
  const draft = view.draftVersions[`${position.id} ${version}`];
  return (
    <Text size="xs" c="dimmed" className="tabular">
      {draft === undefined
        ? t('joint.firstVersion')
        : t('joint.versionBy', {
            version,
            table: names.table(draft.tableId),
            name: person(draft.seatId),
            time: formatPlayTime(draft.playMs),
          })}
    </Text>
  );
}

function VersionText({ position, version }: { position: PositionView; version: number }) {
  const { view, defaultLanguage } = usePlayer();
  const draft = view.draftVersions[`${position.id} ${version}`];
  return draft === undefined ? (
    <MarkdownText text={position.text ?? ''} defaultLanguage={defaultLanguage} />
  ) : (
    <PlayText text={draft.text} textIn={draft.textIn} />
  );
}
