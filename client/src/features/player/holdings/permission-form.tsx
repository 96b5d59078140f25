/** Asking an item's originator whether it may go to some teams. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalizedLine } from '../../../ui/localized-line';
import { notify } from '../../../ui/notify';
import { useKeptForm } from '../exchange/kept-form';
import { longestPart } from '../exchange/limits';
import { Fact, Facts, PanelPage, SendState } from '../exchange/parts';
import { RecipientPicker } from '../exchange/recipient-picker';
import { useSend } from '../exchange/use-send';
import { usePlayer } from '../use-player';
import { HoldingTags } from './held-list';

const emptyForm: { readonly teams: readonly string[]; readonly reason: string } = {
  teams: [],
  reason: '',
};

export function PermissionForm(props: {
  /** "item form". */
  readonly itemKey: string;
  readonly onClose: () => void;
  readonly onSent: () => void;
}) {
  const { itemKey, onClose, onSent } = props;
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage, canAct } = usePlayer();
  const { form, change, handOver } = useKeptForm(`permission.${itemKey}`, emptyForm);
  const sending = useSend();
  const [isTried, setTried] = useState(false);
  const holding = view.holdings[itemKey];
  const isReasonless = form.reason.trim() === '';

  const send = async () => {
    setTried(true);
    if (form.teams.length === 0 || isReasonless || holding === undefined) return;
    const answer = await handOver(() =>
      sending.send({
        type: 'RequestPermission',
        itemId: holding.itemId,
        form: holding.form,
        teams: [...form.teams],
        reason: form.reason.trim(),
      }),
    );
    if (!answer.ok) return;
    notify({ color: 'teal', message: t('ask.sentToast') });
    onSent();
  };

  return (
    <PanelPage title={t('permission.title')} onBack={onClose}>
      {holding !== undefined && (
        <Facts>
          <Fact term={t('permission.item')}>
            <Stack gap={4}>
              <LocalizedLine text={holding.title} defaultLanguage={defaultLanguage} />
              <HoldingTags holding={holding} />
            </Stack>
          </Fact>
          <Fact term={t('permission.of')}>
            <LocalizedLine text={holding.originator} defaultLanguage={defaultLanguage} />
          </Fact>
        </Facts>
      )}
      <Text size="sm">{t('permission.text')}</Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="lg">
          <RecipientPicker
            label={t('permission.to')}
            error={isTried && form.teams.length === 0 ? t('permission.errors.to') : null}
            teams={form.teams}
            onTeams={(teams) => change({ teams })}
          />
          <Textarea
            label={t('permission.reason')}
            error={isTried && isReasonless ? t('permission.errors.reason') : null}
            withAsterisk
            autosize
            minRows={2}
            maxRows={10}
            maxLength={longestPart}
            value={form.reason}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          />
          <SendState sending={sending} />
          <Group justify="flex-end">
            <Button type="submit" loading={sending.isSending} disabled={!canAct}>
              {t('permission.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </PanelPage>
  );
}
