/** An inject's pictures and PDFs: pictures stand open with their words, PDFs are fetched by a link. */
import { Alert, Anchor, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AttachmentView } from '@trilogue/engine/views/attachment-view';
import { useTranslation } from 'react-i18next';
import { type AttachmentCard, attachments as fetchCards } from '../connection/api';
import { seatToken } from '../connection/seat-store';
import { useLocalizedText } from '../i18n/use-localized-text';
import { LocalizedLine } from './localized-line';

/** Links open for ten minutes; they are made anew well before that. In ms. */
const renewEveryMs = 5 * 60_000;

export interface AttachmentsProps {
  readonly exerciseId: string;
  readonly injectId: string;
  readonly seatId: string | null;
  /** As the inject's body names them. What was kept by an older version may lack them. */
  readonly attachments: readonly AttachmentView[] | undefined;
  readonly defaultLanguage: string;
}

export function Attachments({ attachments = [], ...place }: AttachmentsProps) {
  return attachments.length === 0 ? null : <Listed {...place} attachments={attachments} />;
}

function Listed(props: AttachmentsProps & { readonly attachments: readonly AttachmentView[] }) {
  const { exerciseId, injectId, seatId, attachments, defaultLanguage } = props;
  const { t } = useTranslation();
  const names = attachments.map(({ file }) => file).join(' ');
  const cards = useQuery({
    queryKey: ['attachments', exerciseId, injectId, seatId, names],
    queryFn: () =>
      fetchCards(exerciseId, injectId, seatId === null ? undefined : seatToken(seatId)),
    staleTime: renewEveryMs,
    refetchInterval: renewEveryMs,
  });
  return (
    <Stack component="section" gap="sm" aria-label={t('attachments.title')}>
      <Group gap={6}>
        <IconPaperclip size={18} aria-hidden />
        <Title order={2} size="sm">
          {t('attachments.title')}
        </Title>
      </Group>
      {cards.isError && (
        <Alert color="orange" title={t('attachments.failed')}>
          <Button size="compact-sm" variant="default" onClick={() => void cards.refetch()}>
            {t('actions.retry')}
          </Button>
        </Alert>
      )}
      {cards.isPending && (
        <Skeleton h={120} role="status" aria-busy aria-label={t('attachments.loading')} />
      )}
      {cards.data !== undefined &&
        attachments.map((attachment) => (
          <Attached
            key={attachment.file}
            attachment={attachment}
            card={cards.data.find(({ file }) => file === attachment.file)}
            defaultLanguage={defaultLanguage}
          />
        ))}
    </Stack>
  );
}

function Attached(props: {
  readonly attachment: AttachmentView;
  /** Undefined for a file that is not there. */
  readonly card: AttachmentCard | undefined;
  readonly defaultLanguage: string;
}) {
  const { attachment, card, defaultLanguage } = props;
  const { t, i18n } = useTranslation();
  const localized = useLocalizedText();
  const title = <LocalizedLine text={attachment.title} defaultLanguage={defaultLanguage} />;
  if (card === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {title} · {t('attachments.missing')}
      </Text>
    );
  }
  const size = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.max(1, card.size / 1_000));
  const isPicture = card.type.startsWith('image/');
  const alt = localized(attachment.alt ?? attachment.title, defaultLanguage);
  return (
    <Paper component="figure" withBorder p="sm" m={0}>
      {isPicture && (
        <img
          src={card.url}
          alt={alt.text}
          lang={alt.language}
          style={{ display: 'block', maxWidth: '100%', maxHeight: 560, height: 'auto' }}
        />
      )}
      <Text component="figcaption" size="sm" mt={isPicture ? 6 : 0}>
        <Anchor href={card.url} target="_blank" rel="noopener">
          {title}
        </Anchor>
        <Text span inherit c="dimmed">
          {` · ${isPicture ? t('attachments.picture') : 'PDF'} · ${size}`}
        </Text>
      </Text>
    </Paper>
  );
}
