/** One account of the list, with what an administrator can do to it. */
import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { AccountCard, AccountInvitation } from '@trilogue/engine/protocol/accounts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAccount, resetAccount } from '../../connection/account-api';
import { Dialog } from '../../ui/dialog';
import { ErrorNote } from '../../ui/error-note';
import { KindSelect } from './kind-select';
import { useAction } from './use-action';

export function AccountRow(props: {
  readonly card: AccountCard;
  readonly isOwn: boolean;
  readonly onChanged: () => void;
  readonly onReset: (made: AccountInvitation) => void;
}) {
  const { card, isOwn, onChanged, onReset } = props;
  const { accountId, name, login, kind, isDisabled, isSetUp, hasSecondFactor } = card;
  const { t } = useTranslation('account');
  const [asks, setAsks] = useState<'reset' | 'disable' | null>(null);
  const changing = useAction(
    (change: Parameters<typeof changeAccount>[1]) => changeAccount(accountId, change),
    onChanged,
  );
  const resetting = useAction(() => resetAccount(accountId), onReset);
  const refusal = changing.refusal ?? resetting.refusal;
  const confirm = () => {
    if (asks === 'reset') resetting.run(undefined);
    else changing.run({ isDisabled: true });
    setAsks(null);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{isOwn ? t('all.you', { name }) : name}</Text>
        <Text size="sm" c="dimmed" translate="no">
          {login}
        </Text>
      </Table.Td>
      <Table.Td>
        <KindSelect
          aria-label={t('all.kindOf', { name })}
          value={kind}
          isDisabled={isDisabled || changing.isBusy}
          onChange={(chosen) => changing.run({ kind: chosen })}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          <Badge
            color={isDisabled ? 'dark' : isSetUp ? 'teal' : 'harbour'}
            variant="light"
            tt="none"
            radius="sm"
          >
            {t(isDisabled ? 'all.disabled' : isSetUp ? 'all.active' : 'all.invited')}
          </Badge>
          {hasSecondFactor ? (
            <Badge variant="default" tt="none" radius="sm">
              {t('all.secondFactor')}
            </Badge>
          ) : null}
        </Group>
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          {isDisabled ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={changing.isBusy}
              aria-label={t('all.enableOf', { name })}
              onClick={() => changing.run({ isDisabled: false })}
            >
              {t('all.enable')}
            </Button>
          ) : (
            <>
              <Button
                size="compact-sm"
                variant="default"
                loading={resetting.isBusy}
                aria-label={t('all.resetOf', { name })}
                onClick={() => setAsks('reset')}
              >
                {t(isSetUp ? 'all.reset' : 'all.newLink')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                loading={changing.isBusy}
                aria-label={t('all.disableOf', { name })}
                onClick={() => setAsks('disable')}
              >
                {t('all.disable')}
              </Button>
            </>
          )}
        </Group>
        {refusal === null ? null : <ErrorNote code={refusal} />}
        <Dialog
          isOpen={asks !== null}
          onClose={() => setAsks(null)}
          title={t(asks === 'reset' ? 'all.resetOf' : 'all.disableOf', { name })}
        >
          <Text mb="md">{t(asks === 'reset' ? 'all.resetText' : 'all.disableText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsks(null)}>
              {t('all.cancel')}
            </Button>
            <Button {...(asks === 'disable' ? { color: 'red' } : {})} onClick={confirm}>
              {t(asks === 'reset' ? 'all.reset' : 'all.disable')}
            </Button>
          </Group>
        </Dialog>
      </Table.Td>
    </Table.Tr>
  );
}
