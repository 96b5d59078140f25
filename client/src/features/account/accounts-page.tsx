/** All accounts, for administrators: who there is, inviting, changing, disabling, resetting. */
import { Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountCard, AccountInvitation } from '@trilogue/engine/protocol/accounts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accounts } from '../../connection/account-api';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNote } from '../../ui/error-note';
import { AccountFrame } from './account-frame';
import { AccountRow } from './account-row';
import { InvitationNote } from './invitation-note';
import { InviteForm } from './invite-form';
import { codeOf } from './use-action';

export function AccountsPage() {
  const { t } = useTranslation('account');
  useEffect(() => {
    document.title = `${t('all.title')} · Trilogue`;
  }, [t]);
  return (
    <AccountFrame size="xl">
      {({ account, kind }) =>
        kind === 'administrator' ? (
          <Accounts ownId={account?.accountId ?? null} />
        ) : (
          <ErrorNote code="staff/not-allowed" />
        )
      }
    </AccountFrame>
  );
}

function Accounts({ ownId }: { ownId: string | null }) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['accounts'], queryFn: accounts });
  const [invitation, setInvitation] = useState<(AccountInvitation & { name: string }) | null>(null);
  const refresh = () => void queries.invalidateQueries({ queryKey: ['accounts'] });
  const invited = (made: AccountInvitation, name: string) => {
    setInvitation({ ...made, name });
    refresh();
  };
  return (
    <Stack gap="xl">
      <div>
        <Title order={1} size="h2">
          {t('all.title')}
        </Title>
        <Text c="dimmed">{t('all.text')}</Text>
      </div>
      <InviteForm onInvited={invited} />
      {error === null ? null : <ErrorNote code={codeOf(error)} />}
      {data === undefined && error === null ? <Skeleton h={120} /> : null}
      {data?.length === 0 ? <EmptyState title={t('all.none')} text={t('all.noneText')} /> : null}
      {data === undefined || data.length === 0 ? null : (
        <AccountTable cards={data} ownId={ownId} onChanged={refresh} onReset={invited} />
      )}
      <Dialog
        isOpen={invitation !== null}
        onClose={() => setInvitation(null)}
        title={t('link.title', { name: invitation?.name ?? '' })}
      >
        {invitation === null ? null : <InvitationNote invitation={invitation} />}
      </Dialog>
    </Stack>
  );
}

function AccountTable(props: {
  readonly cards: readonly AccountCard[];
  readonly ownId: string | null;
  readonly onChanged: () => void;
  readonly onReset: (made: AccountInvitation, name: string) => void;
}) {
  const { t } = useTranslation('account');
  const { cards, ownId, onChanged, onReset } = props;
  return (
    <Paper withBorder style={{ overflowX: 'auto' }}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('kind')}</Table.Th>
            <Table.Th>{t('all.state')}</Table.Th>
            <Table.Th>{t('all.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cards.map((card) => (
            <AccountRow
              key={card.accountId}
              card={card}
              isOwn={card.accountId === ownId}
              onChanged={onChanged}
              onReset={(made) => onReset(made, card.name)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
