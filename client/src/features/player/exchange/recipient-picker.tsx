/** Teams by nation, and contacts outside the tables, to be ticked. This table's own teams stand aside. */
import { Button, Checkbox, Collapse, Input, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlayer } from '../use-player';
import classes from './exchange.module.css';
import { useNames } from './use-names';

interface RecipientPickerProps {
  readonly label: string;
  readonly error?: string | null;
  readonly teams: readonly string[];
  readonly onTeams: (teams: string[]) => void;
  /** Left out where only teams can be meant. */
  readonly contacts?: readonly string[];
  readonly onContacts?: (contacts: string[]) => void;
}

export function RecipientPicker(props: RecipientPickerProps) {
  const { label, error, teams, onTeams, contacts = [], onContacts } = props;
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const others = view.directory.teams.filter(({ tableId }) => tableId !== view.table.tableId);
  const nations = view.parties
    .map(({ id }) => ({ id, teams: others.filter(({ partyId }) => partyId === id) }))
    .filter((nation) => nation.teams.length > 0);
  return (
    <Input.Wrapper label={label} error={error ?? null} withAsterisk labelElement="div">
      <Stack gap="sm" mt={4}>
        {nations.map((nation) => (
          <Checkbox.Group
            key={nation.id}
            label={names.party(nation.id)}
            labelProps={{ fz: 'xs', c: 'dimmed', fw: 650 }}
            value={[...teams]}
            onChange={(next) => onTeams(next)}
          >
            <div className={classes.options}>
              {nation.teams.map((team) => (
                <Checkbox key={team.id} value={team.id} label={names.team(team.id)} />
              ))}
            </div>
          </Checkbox.Group>
        ))}
        {nations.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('recipients.noTeams')}
          </Text>
        )}
        {onContacts !== undefined && <Contacts chosen={contacts} onChange={onContacts} />}
      </Stack>
    </Input.Wrapper>
  );
}

function Contacts(props: {
  readonly chosen: readonly string[];
  readonly onChange: (contacts: string[]) => void;
}) {
  const { chosen, onChange } = props;
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const [isOpen, { toggle }] = useDisclosure(chosen.length > 0);
  const { contacts } = view.directory;
  if (contacts.length === 0) return null;
  const Arrow = isOpen ? IconChevronDown : IconChevronRight;
  const nations = [...view.parties.map(({ id }): string | null => id), null]
    .map((id) => ({ id, contacts: contacts.filter(({ partyId }) => partyId === id) }))
    .filter((nation) => nation.contacts.length > 0);
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        ml={-4}
        leftSection={<Arrow size={16} aria-hidden />}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {chosen.length === 0
          ? t('recipients.contacts', { count: contacts.length })
          : t('recipients.contactsChosen', { count: chosen.length })}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack gap="sm" mt={6}>
          {nations.map((nation) => (
            <Checkbox.Group
              key={nation.id ?? ''}
              label={nation.id === null ? t('recipients.noNation') : names.party(nation.id)}
              labelProps={{ fz: 'xs', c: 'dimmed', fw: 650 }}
              value={[...chosen]}
              onChange={(next) => onChange(next)}
            >
              <div className={classes.options}>
                {nation.contacts.map(({ id, isPublic }) => (
                  <Checkbox
                    key={id}
                    value={id}
                    label={names.contact(id)}
                    description={isPublic ? t('recipients.public') : undefined}
                  />
                ))}
              </div>
            </Checkbox.Group>
          ))}
        </Stack>
      </Collapse>
    </div>
  );
}
