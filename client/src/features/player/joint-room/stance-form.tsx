/** Taking a stance for a team: on an option or on the newest version, with the reason, after a second look. */

import {
  Button,
  Group,
  NativeSelect,
  Paper,
  Radio,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { stances } from '@trilogue/engine/protocol/parts';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../../connection/outbox';
import { LocalizedLine } from '../../../ui/localized-line';
import { notify } from '../../../ui/notify';
import classes from '../exchange/exchange.module.css';
import { useKeptForm } from '../exchange/kept-form';
import { longestReason } from '../exchange/limits';
import { Confirm, SendState } from '../exchange/parts';
import { useNames } from '../exchange/use-names';
import { useAllOutgoing, useSend } from '../exchange/use-send';
import { QueuedNote } from '../outgoing';
import { usePlayer } from '../use-player';
import { ownVoices, subjectKey, subjectsOf } from './joint-model';
import { StanceMark } from './stance-mark';

export const stanceFormName = (positionId: string) => `stance.${positionId}`;

const emptyForm = { team: '', on: '', stance: '', reason: '' };

export function StanceForm({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const names = useNames();
  const { form, change, handOver } = useKeptForm(stanceFormName(position.id), emptyForm);
  const sending = useSend();
  const waiting = useAllOutgoing('TakeStance').filter((c) => c.positionId === position.id);
  const [isAsking, { open, close }] = useDisclosure();
  const voices = ownVoices(position, view);
  const team = voices.includes(form.team) ? form.team : (voices[0] ?? '');
  const subjects = subjectsOf(position);
  const on =
    subjects.find((one) => subjectKey(one) === form.on) ??
    (position.options.length === 0 ? subjects[0] : undefined);
  const stance = stances.find((known) => known === form.stance);
  const option =
    on?.kind === 'option' ? position.options.find(({ id }) => id === on.optionId) : undefined;

  const send = async () => {
    close();
    if (on === undefined || stance === undefined) return;
    const command: CommandInput = {
      type: 'TakeStance',
      positionId: position.id,
      teamId: team,
      on,
      stance,
      reason: form.reason.trim(),
    };
    const answer = await handOver(() => sending.send(command));
    if (!answer.ok) return;
    notify({ color: 'teal', message: t('stance.sentToast') });
  };

  return (
    <Paper component="section" withBorder p="sm" radius="md">
      <Title order={3} size="h5" mb="sm">
        {t('stance.title')}
      </Title>
      <Stack gap="md">
        {voices.length > 1 && (
          <NativeSelect
            label={t('stance.team')}
            value={team}
            onChange={({ currentTarget }) => change({ team: currentTarget.value })}
            data={voices.map((value) => ({ value, label: names.team(value) }))}
          />
        )}
        {position.options.length > 0 && (
          <Radio.Group
            label={t('stance.on')}
            value={on === undefined ? null : subjectKey(on)}
            onChange={(next) => change({ on: next })}
          >
            <Stack gap={8} mt={6}>
              {position.options.map(({ id, label }) => (
                <Radio
                  key={id}
                  value={`option ${id}`}
                  label={<LocalizedLine text={label} defaultLanguage={defaultLanguage} />}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Radio.Group
          label={
            option === undefined && position.options.length === 0
              ? t('stance.onVersion', { version: position.version })
              : t('stance.how')
          }
          value={form.stance === '' ? null : form.stance}
          onChange={(next) => change({ stance: next })}
        >
          <div className={classes.options} style={{ marginTop: 6 }}>
            {stances.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`stance.${value}`)}
                description={t(`stance.means.${value}`)}
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('stance.reason')}
          description={t('stance.reasonHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={longestReason}
          value={form.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        <SendState sending={sending} />
        {!sending.isSending &&
          waiting.map((command) => (
            <QueuedNote
              key={`${command.teamId} ${command.stance}`}
              text={`${names.team(command.teamId)}: ${t(`stance.${command.stance}`)}`}
            />
          ))}
        <Group justify="flex-end">
          <Button
            disabled={on === undefined || stance === undefined}
            loading={sending.isSending}
            onClick={open}
          >
            {t('stance.take')}
          </Button>
        </Group>
      </Stack>
      <Confirm
        isOpen={isAsking && stance !== undefined}
        title={t('stance.confirmTitle', { team: names.team(team) })}
        text={t('stance.confirmText')}
        action={t('stance.confirm')}
        onCancel={close}
        onConfirm={() => void send()}
      >
        <Stack gap={6}>
          <Text size="sm" fw={650}>
            {option === undefined ? (
              t('joint.version', { version: position.version })
            ) : (
              <LocalizedLine text={option.label} defaultLanguage={defaultLanguage} />
            )}
          </Text>
          <span className={classes.tags}>
            <StanceMark stance={stance ?? null} />
          </span>
          {form.reason.trim() !== '' && (
            <Text size="sm" className={classes.written ?? ''}>
              {form.reason.trim()}
            </Text>
          )}
        </Stack>
      </Confirm>
    </Paper>
  );
}
