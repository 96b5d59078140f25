/** For an exercise's director: who is what in it, and whom to add. */
import {
  Button,
  CloseButton,
  Group,
  NativeSelect,
  Skeleton,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AssignedRole, ExerciseStaff } from '@trilogue/engine/protocol/accounts';
import { assignedRoles } from '@trilogue/engine/protocol/parts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assignStaff, exerciseStaff, unassignStaff } from '../../connection/account-api';
import { ApiProblem } from '../../connection/api';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { ErrorNote } from '../../ui/error-note';

/** `part` is null to take somebody off. */
interface Wish {
  readonly accountId: string;
  readonly part: { readonly role: AssignedRole; readonly partyId: string | null } | null;
}

export function ExerciseStaffForm({ exerciseId }: { exerciseId: string }) {
  const { t } = useTranslation('staff');
  const queries = useQueryClient();
  const queryKey = ['exercise-staff', exerciseId];
  const { data, error } = useQuery({ queryKey, queryFn: () => exerciseStaff(exerciseId) });
  const setting = useMutation({
    mutationFn: ({ accountId, part }: Wish) =>
      part === null
        ? unassignStaff(exerciseId, accountId)
        : assignStaff(exerciseId, accountId, part),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey });
      // Whoever changes their own part sees another list.
      await queries.invalidateQueries({ queryKey: ['exercises'] });
    },
  });
  const refusal = setting.error ?? error;
  return (
    <Stack>
      <Text c="dimmed">{t('assign.text')}</Text>
      {refusal === null ? null : (
        <ErrorNote code={refusal instanceof ApiProblem ? refusal.code : 'server/unavailable'} />
      )}
      {data === undefined ? (
        error === null ? (
          <Skeleton h={80} />
        ) : null
      ) : (
        <>
          {data.staff.length === 0 ? <Text>{t('assign.none')}</Text> : null}
          {data.staff.length === 0 ? null : (
            <Assigned data={data} onWish={(wish) => setting.mutate(wish)} />
          )}
          <AddForm
            key={data.staff.length}
            data={data}
            isBusy={setting.isPending}
            onWish={(wish) => setting.mutate(wish)}
          />
        </>
      )}
    </Stack>
  );
}

function Assigned(props: { readonly data: ExerciseStaff; readonly onWish: (wish: Wish) => void }) {
  const { data, onWish } = props;
  const { t } = useTranslation('staff');
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('assign.person')}</Table.Th>
          <Table.Th>{t('assign.role')}</Table.Th>
          <Table.Th>{t('assign.scope')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.staff.map(({ accountId, name, role, partyId, isDisabled }) => (
          <Table.Tr key={accountId}>
            <Table.Td>
              {name}{' '}
              {isDisabled ? <Text span c="dimmed">{`(${t('assign.disabled')})`}</Text> : null}
            </Table.Td>
            <Table.Td>
              <RoleSelect
                label={t('assign.change', { name })}
                value={role}
                onChange={(chosen) => onWish({ accountId, part: { role: chosen, partyId: null } })}
              />
            </Table.Td>
            <Table.Td>
              {role === 'facilitator' ? (
                <ScopeSelect
                  data={data}
                  label={t('assign.changeScope', { name })}
                  value={partyId}
                  onChange={(chosen) => onWish({ accountId, part: { role, partyId: chosen } })}
                />
              ) : null}
            </Table.Td>
            <Table.Td>
              <CloseButton
                aria-label={t('assign.remove', { name })}
                onClick={() => onWish({ accountId, part: null })}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AddForm(props: {
  readonly data: ExerciseStaff;
  readonly isBusy: boolean;
  readonly onWish: (wish: Wish) => void;
}) {
  const { data, isBusy, onWish } = props;
  const { t } = useTranslation('staff');
  const [accountId, setAccountId] = useState('');
  const [role, setRole] = useState<AssignedRole>('facilitator');
  const [partyId, setPartyId] = useState<string | null>(null);
  if (data.others.length === 0) return <Text c="dimmed">{t('assign.noOthers')}</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const part = { role, partyId: role === 'facilitator' ? partyId : null };
        if (accountId !== '') onWish({ accountId, part });
      }}
    >
      <Group align="flex-end">
        <NativeSelect
          label={t('assign.person')}
          value={accountId}
          onChange={(event) => setAccountId(event.currentTarget.value)}
          data={[
            { value: '', label: t('assign.choose') },
            ...data.others.map((one) => ({
              value: one.accountId,
              label: `${one.name} · ${t(`common:accountKinds.${one.kind}`)}`,
            })),
          ]}
        />
        <RoleSelect label={t('assign.role')} isLabelShown value={role} onChange={setRole} />
        {role === 'facilitator' ? (
          <ScopeSelect
            data={data}
            label={t('assign.scope')}
            isLabelShown
            value={partyId}
            onChange={setPartyId}
          />
        ) : null}
        <Button type="submit" disabled={accountId === ''} loading={isBusy}>
          {t('assign.add')}
        </Button>
      </Group>
    </form>
  );
}

function RoleSelect(props: {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly value: AssignedRole;
  readonly onChange: (role: AssignedRole) => void;
}) {
  const { t } = useTranslation('staff');
  const { label, isLabelShown = false, value, onChange } = props;
  return (
    <NativeSelect
      {...(isLabelShown ? { label } : { 'aria-label': label })}
      value={value}
      // The options are these roles.
      onChange={(event) => onChange(event.currentTarget.value as AssignedRole)}
      data={assignedRoles.map((role) => ({
        value: role,
        label: t(`common:roles.${role}`),
      }))}
    />
  );
}

function ScopeSelect(props: {
  readonly data: ExerciseStaff;
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly value: string | null;
  readonly onChange: (partyId: string | null) => void;
}) {
  const { t } = useTranslation('staff');
  const read = useLocalizedText();
  const { data, label, isLabelShown = false, value, onChange } = props;
  return (
    <NativeSelect
      {...(isLabelShown ? { label } : { 'aria-label': label })}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('assign.all') },
        ...data.parties.map(({ partyId, name }) => ({
          value: partyId as string,
          label: read(name, data.defaultLanguage).text,
        })),
      ]}
    />
  );
}
