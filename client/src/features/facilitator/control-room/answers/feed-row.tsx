/** One answer: who, when, about what, what it says; who deals with it; and, opened, what to do about it. */
import { ActionIcon, Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { TlpBadge } from '../../../../ui/tlp-badge';
import type { Names } from '../../hooks/use-room';
import type { FeedEntry } from '../../logic/answer-feed';
import type { AnswerState } from '../../logic/answer-state';
import { alarmText } from '../../parts/colors';
import { Written } from '../../parts/written';
import { desk } from '../desk-styles';
import { AnswerDesk } from './answer-desk';
import type { FeedWords } from './feed-words';

type Claim = FacilitatorView['claims'][string];

export interface FeedRowProps {
  readonly entry: FeedEntry;
  readonly state: AnswerState;
  readonly claim: Claim | undefined;
  readonly isMine: boolean;
  readonly isFresh: boolean;
  readonly isOpen: boolean;
  readonly mayClaim: boolean;
  readonly names: Names;
  readonly words: FeedWords;
  readonly translations: FacilitatorView['translations'];
  readonly onToggle: (seq: number) => void;
  readonly onClaim: (seq: number, isClaimed: boolean) => void;
  readonly onSelect: (injectId: InjectId) => void;
}

/** Drawn anew only when something of its own changes: dozens of these stand in a list that grows. */
export const FeedRow = memo(function FeedRow(props: FeedRowProps) {
  const { entry, state, isFresh, isOpen, names, words, onToggle, onSelect } = props;
  const { t } = useTranslation('facilitator');
  const said = words(entry);
  const { injectId } = entry;
  const who = entry.seatId === null ? null : names.seat(entry.seatId);
  const deskId = `answer-${entry.seq}`;
  return (
    <li className={desk.entry} data-state={state} data-fresh={isFresh || undefined}>
      <div className={desk.entryTop}>
        <div className={desk.entryHead}>
          <Text span size="xs" c="dimmed" className="tabular">
            {formatPlayTime(entry.playMs)}
          </Text>
          <Text span size="sm" fw={700}>
            {names.table(entry.tableId)}
          </Text>
          <Badge size="sm" radius="sm" variant="light" tt="none">
            {t(`feed.kinds.${entry.kind}`)}
          </Badge>
          {said.marking === null ? null : <TlpBadge label={said.marking} size="xs" />}
          {isFresh ? (
            <Badge size="sm" radius="sm" color="orange.4" variant="filled" tt="none">
              {t('answers.new')}
            </Badge>
          ) : null}
        </div>
        <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
          <ClaimPart {...props} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={t(isOpen ? 'feed.close' : 'feed.open', {
              table: names.table(entry.tableId),
            })}
            aria-expanded={isOpen}
            aria-controls={deskId}
            onClick={() => onToggle(entry.seq)}
          >
            {isOpen ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
          </ActionIcon>
        </Group>
      </div>
      <Text size="xs" c="dimmed">
        {injectId === null || said.subject === '' ? (
          said.subject
        ) : (
          <Anchor
            component="button"
            type="button"
            inherit
            c="dimmed"
            underline="always"
            ta="start"
            onClick={() => onSelect(injectId)}
          >
            {said.subject}
          </Anchor>
        )}
        {said.subject !== '' && who !== null ? ' · ' : ''}
        {who}
      </Text>
      {said.items.length === 0 ? null : (
        <Text size="xs" fw={600}>
          {said.items.join(t('listSeparator'))}
        </Text>
      )}
      {said.decided.map((line) => (
        <Text key={line} size="sm" fw={600}>
          {line}
        </Text>
      ))}
      {said.texts.map(({ field, label, text, seq = entry.seq }) => (
        <Written
          key={`${seq} ${field}`}
          text={text}
          label={label}
          translations={props.translations[`${seq} ${field}`]}
          {...(isOpen ? {} : { lines: 6 })}
        />
      ))}
      {said.broken.map((line) => (
        <Group key={line} gap={4} wrap="nowrap" align="flex-start" mt={2}>
          <IconAlertTriangle size={16} color={alarmText} style={{ flexShrink: 0 }} aria-hidden />
          <Text size="sm" c={alarmText} fw={600}>
            {line}
          </Text>
        </Group>
      ))}
      <div id={deskId}>{isOpen ? <AnswerDesk entry={entry} /> : null}</div>
    </li>
  );
});

function ClaimPart({ entry, claim, isMine, mayClaim, names, onClaim }: FeedRowProps) {
  const { t } = useTranslation('facilitator');
  const table = names.table(entry.tableId);
  if (claim === undefined) {
    return mayClaim ? (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('feed.takeLabel', { table })}
        onClick={() => onClaim(entry.seq, true)}
      >
        {t('feed.take')}
      </Button>
    ) : null;
  }
  const holder = isMine ? t('feed.mine') : names.seat(claim.seatId);
  return (
    <>
      <Badge size="sm" radius="sm" tt="none" variant={isMine ? 'filled' : 'outline'} maw={140}>
        {holder}
      </Badge>
      {mayClaim ? (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('feed.giveBackLabel', { table, who: holder })}
          onClick={() => onClaim(entry.seq, false)}
        >
          {t('feed.giveBack')}
        </Button>
      ) : null}
    </>
  );
}
