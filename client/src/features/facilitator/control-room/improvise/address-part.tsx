/** Who speaks on which channel, to whom, under which marking. */

import { MultiSelect, Select, SimpleGrid } from '@mantine/core';
import type { ContactId, PartyId } from '@trilogue/engine/protocol/ids';
import { injectChannels, tlpLabels } from '@trilogue/engine/protocol/parts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useTools } from '../../hooks/use-room';
import type { ImproviseForm, Recipient } from '../../logic/improvise-form';
import type { FormPartProps } from './improvise-dialog';

export function AddressPart({ form, onChange }: FormPartProps) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { view } = useRoom();
  const recipients = useRecipients();
  return (
    <Stackable>
      <Select
        label={t('improvise.from')}
        placeholder={t('improvise.fromWhom')}
        searchable
        withAsterisk
        data={view.cast.contacts.map(({ id, name, role }) => ({
          value: id,
          label: t('messages.contact', { name: names.text(name), role: names.text(role) }),
        }))}
        value={form.from}
        onChange={(value) => onChange({ from: value as ContactId | null })}
      />
      <MultiSelect
        label={t('improvise.to')}
        placeholder={form.to.length === 0 ? t('improvise.toWhom') : ''}
        searchable
        clearable
        withAsterisk
        data={recipients}
        value={[...form.to]}
        onChange={(values) => onChange({ to: values as Recipient[] })}
      />
      <Select
        label={t('improvise.channel')}
        allowDeselect={false}
        data={injectChannels.map((value) => ({ value, label: t(`common:channels.${value}`) }))}
        value={form.channel}
        onChange={(value) => {
          if (value !== null) onChange({ channel: value as ImproviseForm['channel'] });
        }}
      />
      <Select
        label={t('improvise.marking')}
        allowDeselect={false}
        data={tlpLabels.map((value) => ({ value, label: `TLP:${value}` }))}
        value={form.tlp}
        onChange={(value) => {
          if (value !== null) onChange({ tlp: value as ImproviseForm['tlp'] });
        }}
      />
    </Stackable>
  );
}

function Stackable({ children }: { children: React.ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {children}
    </SimpleGrid>
  );
}

/** Everybody, nations and teams, as far as the right to write to them goes. */
function useRecipients() {
  const { t } = useTranslation('facilitator');
  const { names, may } = useTools();
  const { view } = useRoom();
  const { cast, parties } = view;
  return useMemo(() => {
    const teamsOf = (partyId: PartyId) => cast.teams.filter((team) => team.partyId === partyId);
    const nations = parties.filter(({ id }) => may('ImproviseInject', { teams: teamsOf(id) }));
    const all = may('ImproviseInject') ? [{ value: 'all', label: t('allTables') }] : [];
    return [
      {
        group: t('improvise.nations'),
        items: [
          ...all,
          ...nations.map(({ id, name }) => ({ value: id as string, label: names.text(name) })),
        ],
      },
      ...nations.map(({ id, name }) => ({
        group: names.text(name),
        items: teamsOf(id).map((team) => ({
          value: team.id as string,
          label: names.text(team.name),
        })),
      })),
    ];
  }, [cast, parties, names, may, t]);
}
