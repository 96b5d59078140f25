/** The text drafted together: every version, newest first, with what was said about each. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import type { FacilitatorPosition } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { MarkdownText } from '../../../../ui/markdown-text';
import { useRoom } from '../../hooks/use-room';
import { versionsOf } from '../../logic/joint-board';
import { RoomModal } from '../../parts/room-modal';
import { Written } from '../../parts/written';
import css from './joint.module.css';

type Version = ReturnType<typeof versionsOf>[number];

export function DraftReader({ position }: { position: FacilitatorPosition }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const [isOpen, { open, close }] = useDisclosure();
  const versions = versionsOf(view, position);
  const comments = versions.reduce((sum, one) => sum + one.comments.length, 0);
  const title = names.text(position.title);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFileText size={15} aria-hidden />}
        aria-label={t('joint.readNamed', { what: title })}
        onClick={open}
      >
        {t('joint.read')}
      </Button>
      <Text size="sm" c="dimmed">
        {[
          t('joint.versionCount', { count: versions.length }),
          t('joint.commentCount', { count: comments }),
        ].join(' · ')}
      </Text>
      <RoomModal opened={isOpen} onClose={close} title={title} size="lg">
        <Stack>
          {versions.map((one) => (
            <VersionPart key={one.version} position={position} {...one} />
          ))}
        </Stack>
      </RoomModal>
    </>
  );
}

function VersionPart(props: Version & { position: FacilitatorPosition }) {
  const { position, version, draft, comments } = props;
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const by = (entry: NonNullable<Version['draft']>) =>
    t('joint.by', {
      table: names.table(entry.tableId),
      name: names.seat(entry.seatId),
      time: formatPlayTime(entry.playMs),
    });
  return (
    <section className={css.box}>
      <Title order={3} size="h6">
        {t(version === position.version ? 'joint.newest' : 'joint.version', { version })}
      </Title>
      <Text size="xs" c="dimmed" className="tabular" mb={6}>
        {draft === null ? t('joint.firstVersion') : by(draft)}
      </Text>
      {draft === null ? (
        <MarkdownText text={position.text ?? ''} defaultLanguage={view.exercise.defaultLanguage} />
      ) : (
        <Written text={draft.text} translations={draft.textIn} />
      )}
      {comments.length === 0 ? null : (
        <ul className={css.voices} aria-label={t('joint.comments', { version })}>
          {comments.map((comment) => (
            <li key={comment.seq} className={css.said}>
              <Text size="xs" c="dimmed" className="tabular">
                {by(comment)}
              </Text>
              <Written text={comment.text} translations={comment.textIn} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
