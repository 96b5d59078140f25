/** Writing to another table or a contact: it goes by a channel, under a marking, and counts as told. */

import { Checkbox, CloseButton, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { shareChannels, tlpLabels } from '@trilogue/engine/protocol/parts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { ErrorNote } from '../../../ui/error-note';
import { CoachHint } from '../coach-hint';
import { useKeptForm } from '../exchange/kept-form';
import { longestPart } from '../exchange/limits';
import { type Breach, BreachWarning, breachIn } from '../holdings/breach-warning';
import { PersonPicker } from '../holdings/person-picker';
import { emptyShare } from '../holdings/share-model';
import { markingKeys } from '../inject/marking-hint';
import type { Conversation } from '../messages-model';
import { usePlayer } from '../use-player';
import classes from './messages.module.css';
import {
  commandOf,
  freshMessage,
  isComplete,
  type TeamMessage,
  teamsOf,
} from './team-message-model';
import { WritingBox } from './writing-box';

export function TeamComposer(props: {
  readonly conversation: Conversation;
  /** Seq of the question that is being answered. */
  readonly replyTo: number | null;
  readonly onReplied: () => void;
}) {
  const { conversation, replyTo, onReplied } = props;
  const { t } = useTranslation('player');
  const { view, connection } = usePlayer();
  const name = `message.${conversation.key}`;
  const { form, change } = useKeptForm<TeamMessage>(name, freshMessage(conversation));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [breach, setBreach] = useState<Breach | null>(null);
  const isQuestion = form.kind === 'question' && replyTo === null;
  const message: TeamMessage = { ...form, kind: isQuestion ? 'question' : 'message' };

  const send = async (evenSo: boolean) => {
    setRefusal(null);
    setBreach(null);
    const reply = { inReplyTo: replyTo, evenSo };
    const command = commandOf(message, conversation, view, reply);
    const { text } = form;
    // It stands among what waits, not in the box any more.
    change({ text: '' });
    const answer = await connection.submit(command);
    if (answer.ok) {
      onReplied();
      return;
    }
    change({ text });
    const broken = breachIn(answer);
    if (broken === null) setRefusal(answer.code);
    else setBreach(broken);
  };

  return (
    <>
      <WritingBox
        text={form.text}
        label={t(isQuestion ? 'messages.writeQuestion' : 'messages.writeOthers')}
        longest={longestPart}
        canSend={isComplete(message, conversation, view)}
        onText={(text) => change({ text })}
        onSend={() => void send(false)}
      >
        {refusal !== null && <ErrorNote code={refusal} onClose={() => setRefusal(null)} />}
        {replyTo === null ? (
          <SegmentedControl
            size="xs"
            aria-label={t('messages.kind')}
            value={message.kind}
            onChange={(value) => change({ kind: value === 'question' ? 'question' : 'message' })}
            data={[
              { value: 'message', label: t('messages.tell') },
              { value: 'question', label: t('messages.kinds.information') },
            ]}
          />
        ) : (
          <ReplyNote seq={replyTo} onCancel={onReplied} />
        )}
        {conversation.teams.length > 1 && (
          <TeamChoice form={form} conversation={conversation} change={change} />
        )}
        <Group gap="xs" grow align="flex-start">
          <NativeSelect
            size="sm"
            aria-label={t('messages.marking')}
            value={form.marking}
            onChange={({ currentTarget: { value } }) => change({ marking: value })}
            data={[
              { value: '', label: t('messages.marking') },
              // A question goes to whole tables; TLP:RED would be for persons.
              ...tlpLabels
                .filter((label) => !isQuestion || label !== 'RED')
                .map((label) => ({ value: label, label: `TLP:${label}` })),
            ]}
          />
          <NativeSelect
            size="sm"
            aria-label={t('messages.channel')}
            value={form.channel}
            onChange={({ currentTarget: { value } }) => change({ channel: value })}
            data={[
              { value: '', label: t('messages.channel') },
              ...shareChannels.map((value) => ({
                value,
                label: t(`common:shareChannels.${value}`),
              })),
            ]}
          />
        </Group>
        {form.marking === 'RED' && !isQuestion && conversation.contact === null && (
          <PersonPicker
            form={{ ...emptyShare, ...form, teams: teamsOf(form, conversation) }}
            error={null}
            onChange={({ seatIds = [] }) => change({ seatIds })}
          />
        )}
        <MarkingLine marking={form.marking} />
      </WritingBox>
      <BreachWarning
        breach={breach}
        onBack={() => setBreach(null)}
        onEvenSo={() => void send(true)}
      />
    </>
  );
}

/** In coach mode: what the chosen marking lets its readers do. */
function MarkingLine({ marking }: { marking: string }) {
  const { t } = useTranslation('player');
  const label = tlpLabels.find((one) => one === marking);
  if (label === undefined) return null;
  return (
    <CoachHint>
      <Text span inherit fw={650} translate="no">
        TLP:{label}
      </Text>{' '}
      {t(`marking.${markingKeys[label]}`)}
    </CoachHint>
  );
}

function ReplyNote({ seq, onCancel }: { seq: number; onCancel: () => void }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const text = view.requests[seq]?.text ?? '';
  return (
    <Group gap="xs" wrap="nowrap" className={classes.reply ?? ''}>
      <Text size="sm" truncate style={{ flex: 1 }}>
        <b>{t('messages.replyTo')}</b> {text}
      </Text>
      <CloseButton size="sm" aria-label={t('messages.noReply')} onClick={onCancel} />
    </Group>
  );
}

function TeamChoice(props: {
  readonly form: TeamMessage;
  readonly conversation: Conversation;
  readonly change: (changes: Partial<TeamMessage>) => void;
}) {
  const { form, conversation, change } = props;
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  return (
    <Checkbox.Group
      label={t('messages.teams')}
      labelProps={{ fz: 'xs' }}
      value={teamsOf(form, conversation)}
      onChange={(teams) => change({ teams })}
    >
      <Group gap="md" mt={4}>
        {conversation.teams.map(({ id, name }) => (
          <Checkbox key={id} size="xs" value={id} label={read(name, defaultLanguage).text} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
