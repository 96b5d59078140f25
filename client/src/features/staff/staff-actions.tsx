/** What stands in the corner of the staff's page: who one is, the accounts, the way out. */
import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Myself } from '@trilogue/engine/protocol/accounts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { closeStaffSession } from '../../connection/api';
import { forgetViewsEverywhere } from '../../connection/kept-view';

export function StaffActions(props: {
  readonly myself: Myself;
  readonly name: string;
  readonly onRename: () => void;
}) {
  const { myself, name, onRename } = props;
  const { t } = useTranslation('staff');
  const queries = useQueryClient();
  const signOut = async () => {
    await closeStaffSession().catch(() => null);
    forgetViewsEverywhere(sessionStorage);
    queries.clear();
    window.location.reload();
  };
  return (
    <Group gap="xs">
      {myself.account === null ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={onRename}
          aria-label={t('rename', { name })}
        >
          {name}
        </Button>
      ) : (
        <Button size="compact-sm" variant="subtle" component={Link} to="/account">
          {t('account')}
        </Button>
      )}
      {myself.kind === 'administrator' ? (
        <Button size="compact-sm" variant="subtle" component={Link} to="/accounts">
          {t('accounts')}
        </Button>
      ) : null}
      <Button size="compact-sm" variant="default" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </Group>
  );
}
