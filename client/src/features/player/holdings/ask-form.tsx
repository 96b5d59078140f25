/** Asking others for information. */

import { Button, Group, Stack, Textarea } from '@mantine/core';
import { tlpLabels } from '@trilogue/engine/protocol/parts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../../connection/outbox';
import { notify } from '../../../ui/notify';
import { ChannelSelect } from '../exchange/channel-select';
import { useKeptForm } from '../exchange/kept-form';
import { longestPart } from '../exchange/limits';
import { MarkingPicker } from '../exchange/marking-picker';
import { PanelPage, SendState } from '../exchange/parts';
import { RecipientPicker } from '../exchange/recipient-picker';
import { useSend } from '../exchange/use-send';
import { usePlayer } from '../use-player';

export const askFormName = 'ask';

interface Ask {
  readonly teams: readonly string[];
  readonly contacts: readonly string[];
  readonly channel: string;
  readonly marking: string;
  readonly text: string;
}

const emptyAsk: Ask = { teams: [], contacts: [], channel: '', marking: '', text: '' };
/** A question goes to whole tables; TLP:RED would be for persons. */
const askMarkings = tlpLabels.filter((label) => label !== 'RED');

export function AskForm(props: { readonly onClose: () => void; readonly onSent: () => void }) {
  const { t } = useTranslation('exchange');
  const { canAct } = usePlayer();
  const { form, change, handOver } = useKeptForm(askFormName, emptyAsk);
  const sending = useSend();
  const [isTried, setTried] = useState(false);
  const wanting = {
    to: form.teams.length + form.contacts.length === 0,
    marking: form.marking === '',
    channel: form.channel === '',
    text: form.text.trim() === '',
  };
  const isWanting = Object.values(wanting).some(Boolean);

  const send = async () => {
    setTried(true);
    if (isWanting) return;
    const { teams, contacts, channel, marking, text } = form;
    const command = {
      type: 'RequestInformation',
      to: { teams, contacts },
      channel,
      marking,
      text: text.trim(),
      // Ids and labels come from the view, by way of a form that browsers keep as text.
    } as Extract<CommandInput, { type: 'RequestInformation' }>;
    const answer = await handOver(() => sending.send(command));
    if (!answer.ok) return;
    notify({ color: 'teal', message: t('ask.sentToast') });
    props.onSent();
  };

  return (
    <PanelPage title={t('ask.title')} onBack={props.onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="lg">
          <RecipientPicker
            label={t('ask.to')}
            error={isTried && wanting.to ? t('share.errors.to') : null}
            teams={form.teams}
            onTeams={(teams) => change({ teams })}
            contacts={form.contacts}
            onContacts={(contacts) => change({ contacts })}
          />
          <Textarea
            label={t('ask.text')}
            error={isTried && wanting.text ? t('ask.errors.text') : null}
            withAsterisk
            autosize
            minRows={3}
            maxRows={12}
            maxLength={longestPart}
            value={form.text}
            onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          />
          <MarkingPicker
            labels={askMarkings}
            value={form.marking}
            error={isTried && wanting.marking ? t('share.errors.marking') : null}
            onChange={(marking) => change({ marking })}
          />
          <ChannelSelect
            value={form.channel}
            error={isTried && wanting.channel ? t('share.errors.channel') : null}
            onChange={(channel) => change({ channel })}
          />
          <SendState sending={sending} />
          <Group justify="flex-end">
            <Button type="submit" loading={sending.isSending} disabled={!canAct}>
              {t('ask.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </PanelPage>
  );
}
