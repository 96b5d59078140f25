/** Makes an account and gets the link by which its owner sets a password. */
import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import type { AccountInvitation, AccountKind } from '@trilogue/engine/protocol/accounts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inviteAccount } from '../../connection/account-api';
import { ErrorNote } from '../../ui/error-note';
import { KindSelect } from './kind-select';
import { useAction } from './use-action';

export function InviteForm(props: {
  readonly onInvited: (made: AccountInvitation, name: string) => void;
}) {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [kind, setKind] = useState<AccountKind>('facilitator');
  const { run, isBusy, refusal } = useAction(
    () => inviteAccount({ name, login, kind }),
    (made) => {
      props.onInvited(made, name);
      setName('');
      setLogin('');
    },
  );
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="invite-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(undefined);
        }}
      >
        <Stack>
          <Title order={2} size="h4" id="invite-title">
            {t('invite.title')}
          </Title>
          <Group align="flex-start" grow>
            <TextInput
              label={t('name')}
              autoComplete="off"
              maxLength={60}
              required
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('login')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={80}
              required
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <KindSelect label={t('kind')} value={kind} onChange={setKind} />
          </Group>
          <Text size="sm" c="dimmed">
            {t(`invite.kinds.${kind}`)}
          </Text>
          {refusal === null ? null : (
            <ErrorNote code={refusal}>
              {refusal === 'http/invalid' ? <Text size="sm">{t('loginText')}</Text> : null}
            </ErrorNote>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={isBusy}>
              {t('invite.go')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
