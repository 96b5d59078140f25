/** What the table is asked and has asked: what waits for its answer first. */
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { TlpBadge } from '../../../ui/tlp-badge';
import classes from '../exchange/exchange.module.css';
import { PlayText } from '../exchange/parts';
import { useNames, usePersonName } from '../exchange/use-names';
import { useAllOutgoing } from '../exchange/use-send';
import { QueuedNote } from '../outgoing';
import { usePlayer } from '../use-player';
import { AnswerRequestForm } from './answer-request-form';
import { type RequestRow, requestRows } from './holdings-model';
import type { ShareStart } from './share-form';

export function RequestList({ onReply }: { onReply: (start: ShareStart) => void }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const questions = useAllOutgoing('RequestInformation').map(({ text }) => text);
  const permissions = useAllOutgoing('RequestPermission').map(({ reason }) => reason);
  const waiting = [...questions, ...permissions];
  const rows = requestRows(view);
  if (rows.length + waiting.length === 0) {
    return (
      <EmptyState
        icon={<IconMessageQuestion size={34} stroke={1.4} aria-hidden />}
        title={t('holdings.empty.requests.title')}
        text={t('holdings.empty.requests.text')}
      />
    );
  }
  return (
    <ul className={classes.cards}>
      {waiting.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may wait twice; the order stays
        <li key={`waiting ${index}`}>
          <QueuedNote text={text} />
        </li>
      ))}
      {rows.map((row) => (
        <li key={row.request.seq}>
          <RequestCard row={row} onReply={onReply} />
        </li>
      ))}
    </ul>
  );
}

interface RequestCardProps {
  readonly row: RequestRow;
  readonly onReply: (start: ShareStart) => void;
}

function RequestCard({ row, onReply }: RequestCardProps) {
  const { t } = useTranslation('exchange');
  const { defaultLanguage } = usePlayer();
  const names = useNames();
  const person = usePersonName();
  const { request, isOurs, isOpen } = row;
  const teams = names.list([
    ...request.teams.map(names.team),
    ...request.contacts.map(names.contact),
  ]);
  const from = names.list(request.fromTeams.map(names.team));
  const isPermission = request.kind === 'permission';
  return (
    <Paper component="article" withBorder p="sm" radius="md">
      <Stack gap={6}>
        <Text size="sm" fw={650} lh={1.4}>
          {isOurs
            ? isPermission
              ? t('requests.ourPermission', { to: teams })
              : t('requests.ours', { to: teams })
            : isPermission
              ? t('requests.theirPermission', { from, to: teams })
              : t('requests.theirs', { from })}
        </Text>
        <span className={classes.tags}>
          <RequestState row={row} />
          {request.marking !== null && <TlpBadge label={request.marking} />}
          {request.channel !== null && (
            <Badge component="span" variant="default" tt="none" size="sm">
              {t(`common:shareChannels.${request.channel}`)}
            </Badge>
          )}
        </span>
        {request.item !== null && (
          <Text size="sm" component="div">
            <LocalizedLine text={request.item.title} defaultLanguage={defaultLanguage} />{' '}
            <Text span size="xs" c="dimmed">
              ({t(`form.${request.item.form}`)})
            </Text>
          </Text>
        )}
        <PlayText text={request.text} textIn={request.textIn} />
        <Text size="xs" c="dimmed" className="tabular">
          {t('by', { name: person(request.seatId), time: formatPlayTime(request.playMs) })}
        </Text>
        <Answered row={row} />
        {isOpen && !isOurs && <AnswerActions row={row} onReply={onReply} />}
      </Stack>
    </Paper>
  );
}

function RequestState({ row }: { row: RequestRow }) {
  const { t } = useTranslation('exchange');
  const { request, isOpen, isOurs } = row;
  const [key, color] = isOpen
    ? isOurs
      ? ['waiting', 'gray']
      : ['toAnswer', 'orange']
    : request.answer === null
      ? ['replied', 'teal']
      : request.answer.isGranted
        ? ['granted', 'teal']
        : [request.kind === 'permission' ? 'denied' : 'declined', 'red'];
  return (
    <Badge component="span" variant="light" color={color} tt="none" size="sm">
      {t(`requests.state.${key}`)}
    </Badge>
  );
}

function Answered({ row }: { row: RequestRow }) {
  const { t } = useTranslation('exchange');
  const names = useNames();
  const { answer } = row.request;
  return (
    <>
      {answer !== null && (
        <div className={classes.translation}>
          <Text size="xs" c="dimmed" className="tabular">
            {t('requests.answeredBy', {
              who: names.table(answer.tableId),
              time: formatPlayTime(answer.playMs),
            })}
          </Text>
          {answer.text !== '' && <PlayText text={answer.text} textIn={answer.textIn} />}
        </div>
      )}
      {row.replies.map((share) => (
        <div key={share.seq} className={classes.translation}>
          <Text size="xs" c="dimmed" className="tabular">
            {t('requests.repliedBy', {
              who: names.list(share.fromTeams.map(names.team)),
              time: formatPlayTime(share.playMs),
            })}
          </Text>
          <PlayText text={share.facts} textIn={share.factsIn} />
        </div>
      ))}
    </>
  );
}

/** A permission is granted or denied; information is given by a share, or declined. */
function AnswerActions({ row, onReply }: RequestCardProps) {
  const { t } = useTranslation('exchange');
  const { canAct } = usePlayer();
  const { request } = row;
  const [isGranted, setGranted] = useState<boolean | null>(null);
  const answering = useAllOutgoing('AnswerRequest').find((c) => c.requestSeq === request.seq);
  if (answering !== undefined && isGranted === null) return <QueuedNote text={answering.text} />;
  if (!canAct) return null;
  if (isGranted !== null) {
    return (
      <AnswerRequestForm request={request} isGranted={isGranted} onClose={() => setGranted(null)} />
    );
  }
  return (
    <Group gap="xs">
      {request.kind === 'permission' ? (
        <Button size="compact-sm" onClick={() => setGranted(true)}>
          {t('requests.grant')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          onClick={() => onReply({ teams: request.fromTeams, inReplyTo: request.seq })}
        >
          {t('requests.reply')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setGranted(false)}>
        {t(request.kind === 'permission' ? 'requests.deny' : 'requests.decline')}
      </Button>
    </Group>
  );
}
